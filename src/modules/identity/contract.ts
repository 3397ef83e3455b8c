import { z } from 'zod'
import { contract, noBody, noReply, nothing } from '../../kernel/contract.ts'
import { ROLES } from '../../kernel/permission.ts'
import { LANGUAGES } from '../../kernel/text.ts'
import { me } from './contract/me.ts'

const name = z.string().trim().min(1).max(200)
const email = z.email().max(320)
/** Its length is refused with words of its own. */
const password = z.string().max(1_000)
const slug = z.string().max(63)
const secret = z.object({ token: z.string() })
const roles = z.array(z.enum(ROLES)).min(1)
const instant = z.date().transform((at) => at.toISOString())
/** Called without question and body. */
const bare = { query: nothing, body: noBody } as const
const inOrganisation = z.object({ organisation: z.string() })
const founding = z.object({ name, slug: slug.optional() })
const founded = z.object({ slug: z.string() })
const language = z.enum(LANGUAGES)
/** A founder who is top management decides as well. */
const firstRun = z.object({
  name,
  email,
  password,
  organisation: founding,
  language,
  isDirector: z.boolean().optional(),
})

export const startState = contract({
  method: 'GET',
  path: '/start',
  summary: 'Tells whether nobody has an account yet, and whether mail can be sent.',
  needs: 'anybody',
  params: nothing,
  ...bare,
  reply: z.object({ isFirst: z.boolean(), hasMail: z.boolean() }),
})

export const start = contract({
  method: 'POST',
  path: '/start',
  summary: 'Makes the first account and organisation; refused once somebody has an account.',
  needs: 'anybody',
  params: nothing,
  query: nothing,
  body: firstRun,
  reply: founded,
})

export const readMe = contract({
  method: 'GET',
  path: '/me',
  summary: 'Tells who is signed in and which organisations let them in.',
  params: nothing,
  ...bare,
  reply: me,
})

export const updateMe = contract({
  method: 'PATCH',
  path: '/me',
  summary: 'Changes the name or the language of the account that is signed in.',
  params: nothing,
  query: nothing,
  body: z.object({ name: name.optional(), language: z.enum(LANGUAGES).optional() }),
  reply: noReply,
})

export const createOrganisation = contract({
  method: 'POST',
  path: '/organisations',
  summary: 'Makes an organisation of which the caller becomes administrator and coordinator.',
  params: nothing,
  query: nothing,
  body: founding,
  reply: founded,
})

export const askReset = contract({
  method: 'POST',
  path: '/reset',
  summary: 'Mails a link to set a new password, if somebody has this address and mail can be sent.',
  needs: 'anybody',
  params: nothing,
  query: nothing,
  body: z.object({ email: z.string().max(320) }),
  reply: noReply,
})

export const readReset = contract({
  method: 'GET',
  path: '/reset/:token',
  summary: 'Tells whose password a link sets.',
  needs: 'anybody',
  params: secret,
  ...bare,
  reply: z.object({ email: z.string() }),
})

export const setPassword = contract({
  method: 'POST',
  path: '/reset/:token',
  summary: 'Sets a new password by a link and ends all sessions of the account.',
  needs: 'anybody',
  params: secret,
  query: nothing,
  body: z.object({ password }),
  reply: noReply,
})

export const readInvitation = contract({
  method: 'GET',
  path: '/invitations/:token',
  summary: 'Tells what an invitation is for.',
  needs: 'anybody',
  params: secret,
  ...bare,
  reply: z.object({
    email: z.string(),
    organisation: z.object({ name: z.string() }),
    roles: z.array(z.enum(ROLES)).readonly(),
    hasAccount: z.boolean(),
  }),
})

export const accept = contract({
  method: 'POST',
  path: '/invitations/:token',
  summary: 'Accepts an invitation with a new account, or with the password of the one that has its address.',
  needs: 'anybody',
  params: secret,
  query: nothing,
  body: z.object({ name: name.optional(), password, language: z.enum(LANGUAGES).optional() }),
  reply: founded,
})

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
        roles: z.array(z.enum(ROLES)).readonly(),
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
        roles: z.array(z.enum(ROLES)).readonly(),
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
  body: z.object({ email, roles, person: z.uuid().nullish(), language: z.enum(LANGUAGES).optional() }),
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

const TOKENS = '/organisations/:organisation/tokens'

export const listTokens = contract({
  method: 'GET',
  path: TOKENS,
  summary: 'Lists the API tokens of the caller in this organisation.',
  needs: 'member',
  params: inOrganisation,
  ...bare,
  reply: z.object({
    tokens: z.array(
      z.object({
        id: z.string(),
        label: z.string(),
        createdAt: instant,
        expiresAt: instant.nullable(),
        lastUsedAt: instant.nullable(),
      }),
    ),
  }),
})

export const createToken = contract({
  method: 'POST',
  path: TOKENS,
  summary: 'Makes an API token that acts as the caller in this organisation; it is shown once.',
  needs: 'member',
  params: inOrganisation,
  query: nothing,
  body: z.object({
    label: name,
    expiresAt: z.iso
      .datetime()
      .transform((at) => new Date(at))
      .nullish(),
  }),
  reply: z.object({ id: z.string(), token: z.string() }),
})

export const revokeToken = contract({
  method: 'DELETE',
  path: `${TOKENS}/:id`,
  summary: 'Revokes an API token of the caller.',
  needs: 'member',
  params: inOrganisation.extend({ id: z.uuid() }),
  ...bare,
  reply: noReply,
})

export const contracts = [
  startState,
  start,
  readMe,
  updateMe,
  createOrganisation,
  askReset,
  readReset,
  setPassword,
  readInvitation,
  accept,
  listMembers,
  invite,
  withdraw,
  updateMember,
  removeMember,
  makeReset,
  listTokens,
  createToken,
  revokeToken,
] as const
