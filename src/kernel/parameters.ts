/**
 * Rhythms and deadlines that an organisation sets for itself (readiness 1.5). Owned by the rule set: whoever changes a
 * default here changes the version of the rule set with it.
 */
export interface Parameters {
  readonly contextReviewMonths: number
  readonly awarenessMonths: number
  readonly auditIntervalMonths: number
  readonly managementReviewMonths: number
  readonly independentReviewMonths: number
  readonly accessReviewMonths: number
  readonly accessReviewCriticalMonths: number
  readonly privilegedReviewMonths: number
  readonly leaverWorkingDays: number
  readonly eventHours: number
  readonly threatDays: number
  readonly scanExternalMonths: number
  readonly scanInternalMonths: number
  readonly fixCriticalDays: number
  readonly fixHighDays: number
  readonly fixMediumDays: number
  /** No common time exists for these, so none is asked until the organisation sets one. */
  readonly fixLowDays: number | null
  readonly supplierHighMonths: number
  readonly supplierMediumMonths: number
  readonly supplierLowMonths: number
  readonly evidenceMonths: number
  readonly evidenceAccessMonths: number
  readonly evidenceScanMonths: number
  readonly policyReviewMonths: number
  readonly documentReviewMonths: number
  readonly taskGraceDays: number
  readonly stage2Months: number
  readonly initialMajorMonths: number
  readonly minorPlanDays: number
  readonly majorDays: number
  readonly notifyBodyDays: number
  /** M-1 and M-4: so many minors on one heap make a likely breakdown. No standard names a number. */
  readonly pileUp: number
  readonly clusterPileUp: number
  readonly auditAndReviewBefore: 'stage1' | 'stage2'
}

export type ParameterName = keyof Parameters

/** What holds where an organisation chose nothing. */
export const DEFAULTS: Parameters = {
  contextReviewMonths: 12,
  awarenessMonths: 12,
  auditIntervalMonths: 12,
  managementReviewMonths: 12,
  independentReviewMonths: 12,
  accessReviewMonths: 6,
  accessReviewCriticalMonths: 3,
  privilegedReviewMonths: 3,
  leaverWorkingDays: 1,
  eventHours: 24,
  threatDays: 90,
  scanExternalMonths: 1,
  scanInternalMonths: 3,
  fixCriticalDays: 14,
  fixHighDays: 30,
  fixMediumDays: 90,
  fixLowDays: null,
  supplierHighMonths: 12,
  supplierMediumMonths: 24,
  supplierLowMonths: 36,
  evidenceMonths: 12,
  evidenceAccessMonths: 3,
  evidenceScanMonths: 1,
  policyReviewMonths: 12,
  documentReviewMonths: 24,
  taskGraceDays: 30,
  stage2Months: 6,
  initialMajorMonths: 6,
  minorPlanDays: 30,
  majorDays: 90,
  notifyBodyDays: 30,
  pileUp: 3,
  clusterPileUp: 3,
  auditAndReviewBefore: 'stage1',
}

/** Up to where auditors find a rhythm common. A longer one is no fault of any record: it gives a note on the parameter. */
export const COMMON_BOUNDS: readonly (readonly [ParameterName, number])[] = [
  ['contextReviewMonths', 12],
  ['awarenessMonths', 12],
  ['auditIntervalMonths', 12],
  ['managementReviewMonths', 12],
  ['independentReviewMonths', 12],
  ['accessReviewMonths', 12],
  ['accessReviewCriticalMonths', 12],
  ['privilegedReviewMonths', 6],
  ['leaverWorkingDays', 5],
  ['eventHours', 72],
  ['threatDays', 180],
  ['scanExternalMonths', 3],
  ['scanInternalMonths', 6],
  ['supplierHighMonths', 12],
  ['supplierMediumMonths', 24],
  ['supplierLowMonths', 36],
  ['evidenceMonths', 12],
  ['evidenceAccessMonths', 12],
  ['evidenceScanMonths', 12],
  ['policyReviewMonths', 36],
  ['documentReviewMonths', 36],
]

/** What an organisation chose; what it left open is null or absent. */
export type ParameterChoices = { readonly [K in ParameterName]?: Parameters[K] | null }

/** The parameters that hold: the organisation's own, and the rule set's where it chose none. */
export function parametersOf(choices: ParameterChoices): Parameters {
  const chosen = Object.fromEntries(Object.entries(choices).filter(([, value]) => value !== null))
  return { ...DEFAULTS, ...chosen }
}
