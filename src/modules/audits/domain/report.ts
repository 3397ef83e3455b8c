import { addDays } from '../../../kernel/calendar.ts'
import type { Isms } from '../../../kernel/isms.ts'
import type { Moment } from '../../../kernel/moment.ts'
import type { RecordId } from '../../../kernel/register.ts'
import { isFilled } from '../../../kernel/verdict.ts'
import { isTopManagement } from '../../people/domain/presence.ts'
import { person } from '../../people/registers/person.ts'
import type { Audit } from '../registers/audit.ts'
import { auditSample } from '../registers/audit-sample.ts'
import { performedOn } from './held.ts'
import { answeringAtAudit } from './independence.ts'
import { isSameItem, type ScopeItem, scopeOf } from './items.ts'

/** Within so many days of an audit its report is there (readiness 1.8, R-9.2.2-c-1). */
const REPORT_DAYS = 30

/** A report has a day, and says something: in a file, a document, or in the record itself. */
export function hasReport(one: Audit, moment: Moment): boolean {
  if (!moment.reached(one.reportAt)) return false
  return one.report !== null || one.reportVersion !== null || isFilled(one.conclusion)
}

/** Whether the days for it have passed and there is none; of an audit without any day they have. */
export function isReportMissing(one: Audit, moment: Moment): boolean {
  return !hasReport(one, moment) && moment.late(performedOn(one), REPORT_DAYS)
}

/** Whether there is one, or its days have passed. */
export function isReportDue(one: Audit, moment: Moment): boolean {
  return hasReport(one, moment) || isReportMissing(one, moment)
}

/** Whether it came later than those days. */
export function isReportLate(one: Audit): boolean {
  const on = performedOn(one)
  return on !== null && one.reportAt !== null && one.reportAt > addDays(on, REPORT_DAYS)
}

/** Sent to top management, or to a manager of whoever answers for each item that has somebody. */
export function isSentOn(isms: Isms, one: Audit): boolean {
  if (one.reportedTo.some((id) => isTopManagement(isms, id))) return true
  const owned = scopeOf(one)
    .map((item) => [...answeringAtAudit(isms, one, item)])
    .filter((people) => people.length > 0)
  return owned.length > 0 && owned.every((people) => people.some((id) => isToldAbove(isms, one, id)))
}

function isToldAbove(isms: Isms, one: Audit, id: RecordId): boolean {
  const manager = isms.find(person, id)?.manager ?? null
  return manager !== null && one.reportedTo.includes(manager)
}

/** The items of which nothing shows what was looked at: no evidence, and no sample. */
export function unprovenItems(isms: Isms, one: Audit): readonly ScopeItem[] {
  const samples = isms.pointing(auditSample, 'audit', one.id).filter(({ state }) => state === 'active')
  return scopeOf(one).filter(
    (item) => item.evidence.length === 0 && !samples.some((sample) => isSameItem(sample, item)),
  )
}
