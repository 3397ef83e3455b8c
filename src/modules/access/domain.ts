import type { GuardDecision } from '../../kernel/module.ts'
import type { RecordId } from '../../kernel/register.ts'
import type { AccessGrant } from './register.ts'

/** Nobody approves his own access (R-A.5.18-1). */
export function mayApprove(grant: Pick<AccessGrant, 'person'>, by: RecordId | null): GuardDecision {
  return grant.person === by ? { ok: false, why: 'access_grant.own-access' } : { ok: true }
}
