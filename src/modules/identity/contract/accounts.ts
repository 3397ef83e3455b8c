import { z } from 'zod'
import { contract, noReply, nothing } from '../../../kernel/contract.ts'
import { me } from './me.ts'
import { bare, email, language, name, role } from './shapes.ts'

/** Its length is refused with words of its own. */
const password = z.string().max(1_000)
const slug = z.string().max(63)
const secret = z.object({ token: z.string() })
const founding = z.object({ name, slug: slug.optional() })
const founded = z.object({ slug: z.string() })
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
  body: z.object({ name: name.optional(), language: language.optional() }),
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
    roles: z.array(role).readonly(),
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
  body: z.object({ name: name.optional(), password, language: language.optional() }),
  reply: founded,
})
