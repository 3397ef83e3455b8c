import { addMonths, latest } from '../../../kernel/calendar.ts'
import type { Isms } from '../../../kernel/isms.ts'
import type { Moment } from '../../../kernel/moment.ts'
import type { Parameters } from '../../../kernel/parameters.ts'
import type { CalendarDate } from '../../../kernel/register.ts'
import type { Edition } from '../domain.ts'
import { type Document, type DocumentType, document } from '../registers/document.ts'
import { documentVersion } from '../registers/document-version.ts'
import { isInForce } from './in-force.ts'

/** Laws and standards come from outside, whether or not somebody said so. */
const ALWAYS_EXTERNAL: readonly DocumentType[] = ['law', 'standard']

/** A document of others that the ISMS leans on (ISO/IEC 27001:2022, 7.5.3, last paragraph). */
export function isExternal({ isExternal: is, type }: Pick<Document, 'isExternal' | 'type'>): boolean {
  return is ?? (type !== null && ALWAYS_EXTERNAL.includes(type))
}

/** Statement, risk assessment results and treatment plan are registers with rules of their own, also as a paper (1.10, 13). */
const REGISTERS: readonly Document['docCode'][] = ['D-05', 'D-10', 'D-11']

/** Documents that count, of one's own: what others wrote they identify, approve and review themselves. */
export function ownDocuments(isms: Isms): readonly Document[] {
  return isms
    .all(document)
    .filter((one) => one.state === 'active' && !isExternal(one) && !REGISTERS.includes(one.docCode))
}

export function externalDocuments(isms: Isms): readonly Document[] {
  return isms.all(document).filter((one) => one.state === 'active' && isExternal(one))
}

/** All versions of own documents, whatever their state. */
export function ownEditions(isms: Isms): readonly Edition[] {
  return ownDocuments(isms).flatMap((one) =>
    isms.pointing(documentVersion, 'document', one.id).map((version) => ({ document: one, version })),
  )
}

/** The versions of one document in force at the moment, the newest last. */
export function editionsInForce(isms: Isms, one: Document, moment: Moment): readonly Edition[] {
  return isms
    .pointing(documentVersion, 'document', one.id)
    .filter((version) => isInForce(version, moment))
    .sort((a, b) => (a.effectiveFrom ?? '').localeCompare(b.effectiveFrom ?? '', 'en'))
    .map((version) => ({ document: one, version }))
}

/** Papers that say how things are done grow old; reports, minutes and filled-in forms say how things were, and do not. */
const RHYTHMS: Readonly<Partial<Record<DocumentType, 'policyReviewMonths' | 'documentReviewMonths'>>> = {
  infosec_policy: 'policyReviewMonths',
  topic_policy: 'policyReviewMonths',
  scope: 'documentReviewMonths',
  risk_assessment_process: 'documentReviewMonths',
  risk_treatment_process: 'documentReviewMonths',
  classification_scheme: 'documentReviewMonths',
  cryptography_rules: 'documentReviewMonths',
  development_rules: 'documentReviewMonths',
  incident_procedure: 'documentReviewMonths',
  nonconformity_procedure: 'documentReviewMonths',
  procedure: 'documentReviewMonths',
  work_instruction: 'documentReviewMonths',
  continuity_plan: 'documentReviewMonths',
}

/** Its own rhythm; without one that of the organisation for its kind; null where it needs no review. */
function reviewMonths(one: Document, parameters: Parameters): number | null {
  if (one.reviewIntervalMonths !== null) return one.reviewIntervalMonths
  const rhythm = one.type === null ? undefined : RHYTHMS[one.type]
  return rhythm === undefined ? null : parameters[rhythm]
}

/**
 * When the review of a document in force is due: on the day that was set, else its rhythm after it was last looked at. A day
 * that was set is done with once somebody has looked since: who puts a new version into effect has reviewed.
 */
export function reviewDue({ document: one, version }: Edition, parameters: Parameters): CalendarDate | null {
  const seen = latest(one.reviewedAt, version.effectiveFrom, version.approvedAt)
  if (one.nextReviewAt !== null && (seen === null || seen <= one.nextReviewAt)) return one.nextReviewAt
  const interval = reviewMonths(one, parameters)
  return interval === null || seen === null ? null : addMonths(seen, interval)
}
