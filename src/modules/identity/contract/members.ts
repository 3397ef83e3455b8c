import { z } from 'zod'
import { contract, noReply, nothing } from '../../../kernel/contract.ts'
import { bare, email, inOrganisation, instant, language, role } from './shapes.ts'

const roles = z.array(role).min(1)
const MEMBERS = '/organisations/:organisation/members'
const member = inOrganisation.extend({ account: z.uuid() })

export const listMembers = contract({
  method: 'GET',
  path: MEMBERS,
  summary: 'Lists the members of an organisation, open invitations, and what happened to either.',
  needs: 'administrator',
  params: inOrganisation,
  ...bare,
  reply: z.object({
    members: z.array(
      z.object({
        /** The account's. */
        id: z.string(),
        account: z.object({ name: z.string(), email: z.string() }),
        roles: z.array(role).readonly(),
        person: z.object({ id: z.string(), number: z.string(), title: z.string() }).nullable(),
        since: instant,
        endsAt: instant.nullable(),
        lastSeenAt: instant.nullable(),
        isMe: z.boolean(),
      }),
    ),
    invitations: z.array(
      z.object({
        id: z.string(),
        email: z.string(),
        roles: z.array(role).readonly(),
        invitedAt: instant,
        expiresAt: instant,
      }),
    ),
    events: z.array(
      z.object({
        at: instant,
        actor: z.object({ name: z.string() }),
        subject: z.object({ name: z.string() }).nullable(),
        kind: z.string(),
        details: z.unknown(),
      }),
    ),
    sendsMail: z.boolean(),
  }),
})

export const invite = contract({
  method: 'POST',
  path: '/organisations/:organisation/invitations',
  summary: 'Invites somebody; gives the link to hand over, and mails it where mail can be sent.',
  needs: 'administrator',
  params: inOrganisation,
  query: nothing,
  body: z.object({ email, roles, person: z.uuid().nullish(), language: language.optional() }),
  reply: z.object({ id: z.string(), link: z.string(), isSent: z.boolean() }),
})

export const withdraw = contract({
  method: 'DELETE',
  path: '/organisations/:organisation/invitations/:id',
  summary: 'Withdraws an open invitation.',
  needs: 'administrator',
  params: inOrganisation.extend({ id: z.uuid() }),
  ...bare,
  reply: noReply,
})

export const updateMember = contract({
  method: 'PATCH',
  path: `${MEMBERS}/:account`,
  summary: 'Changes roles, person or last day of a member; the last administrator stays one.',
  needs: 'administrator',
  params: member,
  query: nothing,
  body: z.object({
    roles: roles.optional(),
    person: z.uuid().nullable().optional(),
    endsAt: z.iso
      .datetime()
      .transform((at) => new Date(at))
      .nullable()
      .optional(),
  }),
  reply: noReply,
})

export const removeMember = contract({
  method: 'DELETE',
  path: `${MEMBERS}/:account`,
  summary: 'Ends the grant of a member at once.',
  needs: 'administrator',
  params: member,
  ...bare,
  reply: noReply,
})

export const makeReset = contract({
  method: 'POST',
  path: `${MEMBERS}/:account/reset`,
  summary:
    'Makes a link with which a member sets a new password; only for accounts that no other organisation lets in.',
  needs: 'administrator',
  params: member,
  ...bare,
  reply: z.object({ link: z.string(), isSent: z.boolean() }),
})
