import type { ParametersReply } from '../../readiness.ts'

export type Parameter = ParametersReply['parameters'][number]

/** What the rhythms and deadlines are about, in the order of the cycle. One that is not named here stands with the last. */
const GROUPS: readonly (readonly [name: string, parameters: readonly string[]])[] = [
  [
    'steering',
    [
      'contextReviewMonths',
      'policyReviewMonths',
      'documentReviewMonths',
      'awarenessMonths',
      'auditIntervalMonths',
      'managementReviewMonths',
      'independentReviewMonths',
      'taskGraceDays',
    ],
  ],
  ['proof', ['evidenceMonths', 'evidenceAccessMonths', 'evidenceScanMonths']],
  ['access', ['accessReviewMonths', 'accessReviewCriticalMonths', 'privilegedReviewMonths', 'leaverWorkingDays']],
  ['suppliers', ['supplierHighMonths', 'supplierMediumMonths', 'supplierLowMonths']],
  [
    'weaknesses',
    [
      'scanExternalMonths',
      'scanInternalMonths',
      'fixCriticalDays',
      'fixHighDays',
      'fixMediumDays',
      'fixLowDays',
      'eventHours',
      'threatDays',
    ],
  ],
  [
    'certification',
    ['auditAndReviewBefore', 'stage2Months', 'initialMajorMonths', 'minorPlanDays', 'majorDays', 'notifyBodyDays'],
  ],
  ['piling', ['pileUp', 'clusterPileUp']],
]

export interface ParameterGroup {
  readonly name: string
  readonly parameters: readonly Parameter[]
}

export function groupsOf(all: readonly Parameter[]): readonly ParameterGroup[] {
  const named = new Set(GROUPS.flatMap(([, parameters]) => parameters))
  const left = all.filter(({ parameter }) => !named.has(parameter))
  return GROUPS.map(([name, parameters], index) => ({
    name,
    parameters: [
      ...parameters.flatMap((wanted) => all.find(({ parameter }) => parameter === wanted) ?? []),
      ...(index === GROUPS.length - 1 ? left : []),
    ],
  })).filter(({ parameters }) => parameters.length > 0)
}

type Words = (key: string) => string

/** A value as somebody entered it: left empty, the default holds. */
export function changedWords(words: Words, name: string, value: number | string | null): string {
  return value === null ? words('parametersPage.usual') : valueWords(words, name, value)
}

/** A value in words: a choice by its name, nothing as none. */
export function valueWords(words: Words, name: string, value: number | string | null): string {
  if (value === null) return words('parametersPage.none')
  return typeof value === 'string' ? words(`organisation.parameters.${name}.${value}`) : String(value)
}
