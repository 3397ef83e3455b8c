import { ROLES, type Role } from '../../../kernel/permission.ts'
import type { invite, listMembers } from '../../../modules/identity/contract/members.ts'
import type { listTokens } from '../../../modules/identity/contract/tokens.ts'
import type { ReplyOf } from '../../client.ts'

export type MembersReply = ReplyOf<typeof listMembers>
export type Member = MembersReply['members'][number]
export type Invitation = MembersReply['invitations'][number]
export type MemberEvent = MembersReply['events'][number]
export type Token = ReplyOf<typeof listTokens>['tokens'][number]

/** A link that opens a door once: for an invitation, or for a new password. */
export type LinkReply = Pick<ReplyOf<typeof invite>, 'link' | 'isSent'>

export { ROLES, type Role }

/** The roles that an event tells of; empty where it tells of none. */
export function rolesIn(details: unknown): readonly Role[] {
  if (typeof details !== 'object' || details === null || !('roles' in details)) return []
  const told: unknown = details.roles
  return Array.isArray(told) ? ROLES.filter((role) => told.includes(role)) : []
}

/** The last moment of a day where the reader sits. */
export function endOfLocalDay(day: string): string {
  return new Date(`${day}T23:59:59`).toISOString()
}
