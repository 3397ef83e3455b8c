import { type Role, ROLES } from '../../../kernel/permission.ts'
import type { RecordId } from '../../../kernel/register.ts'

export interface Member {
  readonly id: string
  readonly account: { readonly name: string; readonly email: string }
  readonly roles: readonly Role[]
  readonly person: { readonly id: RecordId; readonly number: string; readonly title: string } | null
  readonly lastSeenAt: string | null
  readonly isMe: boolean
}

export interface Invitation {
  readonly id: string
  readonly email: string
  readonly roles: readonly Role[]
  readonly invitedAt: string
  readonly expiresAt: string
}

export interface MembersReply {
  readonly members: readonly Member[]
  readonly invitations: readonly Invitation[]
  readonly sendsMail: boolean
}

/** A link to hand over, where no mail is sent. */
export interface LinkReply {
  readonly link: string
  readonly isSent: boolean
}

export { type Role, ROLES }
