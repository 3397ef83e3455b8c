import { latest } from '../../../kernel/calendar.ts'
import type { Isms } from '../../../kernel/isms.ts'
import type { Moment } from '../../../kernel/moment.ts'
import type { CalendarDate } from '../../../kernel/register.ts'
import { isExternal, isHeld, performedOn } from '../../audits/domain/held.ts'
import { type Audit, audit } from '../../audits/registers/audit.ts'
import { type Finding, finding } from '../../audits/registers/finding.ts'
import { certificate } from '../registers/certificate.ts'

/** A nonconformity that the certification body wrote down, with its audit. */
export interface External {
  readonly id: string
  readonly finding: Finding
  readonly audit: Audit
  /** The last day of the audit: the terms of the body run from there. */
  readonly on: CalendarDate
}

/** Majors and minors of external audits that were held. An area of concern of stage 1 is no nonconformity (readiness 1.4, M-2). */
export function externalNonconformities(isms: Isms, moment: Moment): readonly External[] {
  return isms.all(finding).flatMap((one) => {
    const of = isms.find(audit, one.audit)
    const isNonconformity = one.grade === 'major' || one.grade === 'minor'
    if (of === null || !isNonconformity || one.authorKind === 'internal_auditor') return []
    if (one.state === 'draft' || one.state === 'withdrawn' || !isExternal(of) || of.kind === 'stage1') return []
    const on = performedOn(of)
    return on === null || !isHeld(of, moment) ? [] : [{ id: one.id, finding: one, audit: of, on }]
  })
}

/** Carried out, and shown: by evidence, or because the auditor has seen it since. */
export function isImplemented({ finding: one }: External, moment: Moment): boolean {
  if (moment.reached(one.verifiedAt)) return true
  return moment.reached(one.implementedAt) && one.implementationEvidence.length > 0
}

/** Majors that the body has not verified. */
export function openMajors(isms: Isms, moment: Moment): readonly External[] {
  return externalNonconformities(isms, moment).filter(
    ({ finding: one }) => one.grade === 'major' && !moment.reached(one.verifiedAt),
  )
}

/** The majors of the newest stage 2 on which the body has not decided yet. */
export function initialMajors(isms: Isms, moment: Moment): readonly External[] {
  const majors = externalNonconformities(isms, moment).filter(
    (one) => one.audit.kind === 'stage2' && one.finding.grade === 'major',
  )
  const stages = isms.all(audit).filter((one) => one.kind === 'stage2' && isHeld(one, moment))
  const last = latest(...stages.map(performedOn))
  const decided = latest(
    ...isms
      .all(certificate)
      .map(({ decisionAt }) => decisionAt)
      .filter((day) => moment.reached(day)),
  )
  return majors.filter(({ on }) => on === last && (decided === null || decided < on))
}
