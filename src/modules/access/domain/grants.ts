import type { Moment } from '../../../kernel/moment.ts'
import type { AccessGrant } from '../register.ts'

/** Whether the access was ever given: a request that was refused or is still waiting gave none. */
export function wasGranted(grant: AccessGrant): boolean {
  return (
    grant.state !== 'refused' && (grant.grantedAt !== null || grant.state === 'granted' || grant.state === 'revoked')
  )
}

/** Whether somebody has the access at the moment; a day of revoking that is still to come does not end it. */
export function isLive(grant: AccessGrant, moment: Moment): boolean {
  if (!wasGranted(grant) || (grant.grantedAt !== null && !moment.reached(grant.grantedAt))) return false
  return grant.revokedAt === null ? grant.state !== 'revoked' : !moment.reached(grant.revokedAt)
}
