import { z } from 'zod'
import { contract, noBody, nothing } from '../../kernel/contract.ts'

const params = z.object({ organisation: z.string() })
const day = z.iso.date()
const named = z.strictObject({ id: z.uuid(), title: z.string() })

const reply = z.strictObject({
  /** Whose decision begins the year; null before there is a certificate. */
  certificate: named.extend({ decisionAt: day }).nullable(),
  isPlanned: z.boolean(),
  beats: z
    .array(
      z.strictObject({
        key: z.string(),
        title: z.string(),
        /** Of the record, where it is there. */
        id: z.uuid().nullable(),
        every: z.int(),
        unit: z.enum(['day', 'week', 'month']),
        first: day,
        owner: named.nullable(),
        fate: z.enum(['make', 'date', 'keep']),
      }),
    )
    .readonly(),
  once: z
    .array(
      z.strictObject({
        key: z.string(),
        title: z.string(),
        due: day,
        owner: named.nullable(),
        isThere: z.boolean(),
      }),
    )
    .readonly(),
})

export const readRhythm = contract({
  method: 'GET',
  path: '/organisations/:organisation/rhythm',
  summary: 'Tells which work of the year after the certificate is planned, and which would be.',
  params,
  query: nothing,
  body: noBody,
  reply,
})

export const makeRhythm = contract({
  method: 'POST',
  path: '/organisations/:organisation/rhythm',
  summary: 'Plans the work of the year after the certificate; what is there already stays as somebody has it.',
  needs: { verb: 'update', register: 'recurring_task' },
  params,
  query: nothing,
  body: noBody,
  reply,
})

export const contracts = [readRhythm, makeRhythm] as const
