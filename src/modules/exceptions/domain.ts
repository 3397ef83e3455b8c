import type { GuardDecision } from '../../kernel/module.ts'
import { isFilled } from '../../kernel/verdict.ts'
import type { Exception } from './register.ts'

/** Without a reason, somebody who answers for it and a last day, nobody can see what was allowed (readiness 1.7, 9). */
export function mayApprove(one: Pick<Exception, 'reason' | 'owner' | 'until'>): GuardDecision {
  const isWhole = isFilled(one.reason) && one.owner !== null && one.until !== null
  return isWhole ? { ok: true } : { ok: false, why: 'exception.no-end' }
}
