import type { Isms } from '../../kernel/isms.ts'
import type { Moment } from '../../kernel/moment.ts'
import type { CalendarDate, RecordId } from '../../kernel/register.ts'
import type { Stage } from '../../kernel/rule.ts'
import { externalAudits, isAhead, plannedDay, STAGE_OF } from '../audits/domain/held.ts'
import { audit } from '../audits/registers/audit.ts'
import { managementReview } from '../reviews/registers/management-review.ts'

export interface PlannedAudit {
  readonly stage: Stage
  readonly date: CalendarDate
}

/** The audits of the certification body, those that were held included, in order of their days. */
export function plannedAudits(isms: Isms, moment: Moment): readonly PlannedAudit[] {
  return externalAudits(isms, moment).map(({ kind, firstDay }) => ({ stage: STAGE_OF[kind], date: firstDay }))
}

/** What the organisation itself holds before the auditor comes. */
export interface Milestone {
  readonly kind: 'internal_audit' | 'management_review'
  readonly id: RecordId
  readonly date: CalendarDate
}

export function milestones(isms: Isms, moment: Moment): readonly Milestone[] {
  const audits = isms.all(audit).flatMap((one): readonly Milestone[] => {
    const date = plannedDay(one)
    if (one.kind !== 'internal' || date === null || !isAhead(one, moment)) return []
    return [{ kind: 'internal_audit', id: one.id, date }]
  })
  const reviews = isms.all(managementReview).flatMap((one): readonly Milestone[] => {
    if (one.plannedAt === null || one.heldAt !== null || moment.late(one.plannedAt)) return []
    return [{ kind: 'management_review', id: one.id, date: one.plannedAt }]
  })
  return [...audits, ...reviews].toSorted((a, b) => (a.date < b.date ? -1 : 1))
}
