import { z } from 'zod'
import { contract, noReply, nothing } from '../../../kernel/contract.ts'
import { bare, inOrganisation, instant, name } from './shapes.ts'

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
