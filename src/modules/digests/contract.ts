import { z } from 'zod'
import { contract, noBody, noReply, nothing } from '../../kernel/contract.ts'
import { RHYTHMS } from './domain/rhythm.ts'

const inOrganisation = z.object({ organisation: z.string() })
const day = z.iso.date()
const instant = z.date().transform((at) => at.toISOString())

export const readDigest = contract({
  method: 'GET',
  path: '/organisations/:organisation/digest',
  summary: 'Tells how often the caller is told by mail what waits for him, and whether mail can be sent.',
  needs: 'member',
  params: inOrganisation,
  query: nothing,
  body: noBody,
  reply: z.object({ rhythm: z.enum(RHYTHMS), hasMail: z.boolean() }),
})

export const setDigest = contract({
  method: 'PUT',
  path: '/organisations/:organisation/digest',
  summary: 'Sets how often the caller is told by mail what waits for him; it cannot be turned off.',
  needs: 'member',
  params: inOrganisation,
  query: nothing,
  body: z.object({ rhythm: z.enum(RHYTHMS) }),
  reply: noReply,
})

export const listDigests = contract({
  method: 'GET',
  path: '/organisations/:organisation/digests',
  summary: 'Tells of each member when the last mail went out, and which mails the mail server did not take.',
  needs: 'administrator',
  params: inOrganisation,
  query: nothing,
  body: noBody,
  reply: z.object({
    hasMail: z.boolean(),
    members: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        rhythm: z.enum(RHYTHMS),
        lastSent: day.nullable(),
        /** Days in a row, up to now, on which the mail was not taken. */
        failedDays: z.int(),
        attempts: z.int(),
        problem: z.string().nullable(),
        failedAt: instant.nullable(),
      }),
    ),
  }),
})

export const contracts = [readDigest, setDigest, listDigests] as const
