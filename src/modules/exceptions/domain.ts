import type { Isms } from '../../kernel/isms.ts'
import type { GuardDecision } from '../../kernel/module.ts'
import type { Moment } from '../../kernel/moment.ts'
import type { RecordId } from '../../kernel/register.ts'
import { isFilled } from '../../kernel/verdict.ts'
import { type Exception, exception } from './register.ts'

/** Without a reason, somebody who answers for it and a last day, nobody can see what was allowed (readiness 1.7, 9). */
export function mayApprove(one: Pick<Exception, 'reason' | 'owner' | 'until'>): GuardDecision {
  const isWhole = isFilled(one.reason) && one.owner !== null && one.until !== null
  return isWhole ? { ok: true } : { ok: false, why: 'exception.no-end' }
}

/** Whether a deviation was allowed at the moment: from the day of approval to the last day, which still counts. */
export function isAllowed(one: Exception, moment: Moment): boolean {
  return one.state === 'approved' && one.until !== null && moment.reached(one.approvedAt) && !moment.late(one.until)
}

/** Whether an exception covers the object for the rule: for rules whose own condition names it (readiness 1.10, 8). */
export function isExcepted(isms: Isms, object: RecordId, rule: string, moment: Moment): boolean {
  return isms
    .pointing(exception, 'subject', object)
    .some((one) => (one.rule ?? rule) === rule && isAllowed(one, moment))
}
