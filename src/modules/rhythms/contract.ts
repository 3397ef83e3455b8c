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

const OVERVIEW = '/organisations/:organisation/recurring'
const unit = z.enum(['day', 'week', 'month'])
const every = z.int().min(1).max(520)

export const listRecurring = contract({
  method: 'GET',
  path: OVERVIEW,
  summary:
    'Lists all recurring work with who does it, how often, when next and when last; and what a rule asks for that nobody has.',
  needs: { verb: 'read', register: 'recurring_task' },
  params,
  query: z.object({ at: day.optional(), mode: z.enum(['known', 'true']).default('known') }),
  body: noBody,
  reply: z.strictObject({
    at: day,
    works: z
      .array(
        z.strictObject({
          id: z.uuid(),
          version: z.int(),
          number: z.string(),
          title: z.string(),
          state: z.string(),
          every: z.int().nullable(),
          unit: unit.nullable(),
          startsOn: day.nullable(),
          recordedIn: z.string().nullable(),
          /** Whether a rule of its own looks after it, so that R-8.1-1 does not count it. */
          isOwnRule: z.boolean(),
          control: named.nullable(),
          owner: named.nullable(),
          /** Who does it today: the owner while he works here, else who holds its role. */
          doer: named.nullable(),
          /** The newest day that has come and for which nobody said anything, and how many before it. */
          waits: z.strictObject({ due: day, isLate: z.boolean(), earlier: z.int(), who: named.nullable() }).nullable(),
          next: day.nullable(),
          lastDone: z.strictObject({ id: z.uuid(), at: day.nullable() }).nullable(),
          /** A first day, where it has none. */
          suggested: day.nullable(),
        }),
      )
      .readonly(),
    proposed: z
      .array(
        z.strictObject({
          key: z.string(),
          title: z.string(),
          rule: z.string(),
          every,
          unit,
          first: day,
          owner: named.nullable(),
        }),
      )
      .readonly(),
    people: z.array(named).readonly(),
    can: z.strictObject({ update: z.boolean() }),
  }),
})

export const changeRecurring = contract({
  method: 'PATCH',
  path: OVERVIEW,
  summary:
    'Gives recurring work names, rhythms and first days in one go, and takes up what was proposed; all or nothing.',
  needs: { verb: 'update', register: 'recurring_task' },
  params,
  query: nothing,
  body: z.strictObject({
    works: z
      .array(
        z.strictObject({
          id: z.uuid(),
          version: z.int(),
          owner: z.uuid().nullable().optional(),
          every: every.nullable().optional(),
          unit: unit.nullable().optional(),
          startsOn: day.nullable().optional(),
        }),
      )
      .max(500)
      .default([]),
    proposed: z
      .array(
        z.strictObject({
          key: z.string(),
          owner: z.uuid().nullable().default(null),
          every: every.optional(),
          unit: unit.optional(),
          startsOn: day,
        }),
      )
      .max(100)
      .default([]),
    reason: z.string().max(2_000).nullish(),
  }),
  reply: z.strictObject({ changed: z.int(), made: z.int() }),
})

export const contracts = [readRhythm, makeRhythm, listRecurring, changeRecurring] as const
