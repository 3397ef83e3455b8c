import { z } from 'zod'
import { contract, noBody, nothing } from '../../kernel/contract.ts'

const day = z.iso.date()
const id = z.uuid()
const named = z.strictObject({ id, title: z.string() })
const params = z.object({ organisation: z.string() })
const WORK = '/organisations/:organisation/recurring/:work'

/** A record that the work has left behind, or that is planned for it. */
const madeRecord = z.strictObject({
  register: z.string(),
  id,
  number: z.string(),
  title: z.string(),
  /** When it was done; null while it is planned. */
  doneAt: day.nullable(),
  due: day.nullable(),
})

export const readRecurring = contract({
  method: 'GET',
  path: WORK,
  summary: 'Tells of one recurring task for which days nobody said anything yet, and what may be its record.',
  needs: 'member',
  params: params.extend({ work: id }),
  query: nothing,
  body: noBody,
  reply: z.strictObject({
    work: z.strictObject({
      id,
      number: z.string(),
      title: z.string(),
      description: z.string().nullable(),
      evidenceWanted: z.string().nullable(),
      recordedIn: z.string().nullable(),
    }),
    doer: named.nullable(),
    /** The days that wait: those that came, oldest first, and the next one. */
    days: z
      .array(z.strictObject({ due: day, assignee: named.nullable(), isLate: z.boolean(), isAhead: z.boolean() }))
      .readonly(),
    lastDone: z.strictObject({ at: day.nullable(), by: named.nullable() }).nullable(),
    can: z.strictObject({ act: z.boolean() }),
    /** The record that the work leaves in a register of its own; null where it leaves none. */
    record: z
      .strictObject({
        register: z.string(),
        /** What a new one begins with; null where the caller may not make it. */
        given: z.record(z.string(), z.string().nullable()).nullable(),
        /** Those that may be what this day left, or that are planned for it. */
        known: z.array(madeRecord).readonly(),
      })
      .nullable(),
  }),
})

const acted = { due: day }
const reason = z.string().trim().min(1).max(2_000)

export const actOnRecurring = contract({
  method: 'POST',
  path: WORK,
  summary:
    'Says of one day of a recurring task that it was done, not needed or left out, or hands it to somebody else.',
  needs: 'member',
  params: params.extend({ work: id }),
  query: nothing,
  body: z.discriminatedUnion('act', [
    z.strictObject({
      ...acted,
      act: z.literal('finish'),
      doneAt: day.nullish(),
      result: z.string().max(10_000).nullish(),
      records: z.array(id).max(50).default([]),
      file: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .nullish(),
      evidence: z.array(id).max(50).default([]),
    }),
    z.strictObject({ ...acted, act: z.literal('skip'), reason }),
    z.strictObject({ ...acted, act: z.literal('miss'), reason }),
    z.strictObject({ ...acted, act: z.literal('hand_over'), to: id, reason: z.string().max(2_000).nullish() }),
  ]),
  reply: z.strictObject({ id, number: z.string(), state: z.string() }),
})

export const handOver = contract({
  method: 'POST',
  path: '/organisations/:organisation/hand-over',
  summary: 'Hands the recurring work of a stretch of days to somebody else: whoever is away leaves nothing undone.',
  needs: 'member',
  params,
  query: nothing,
  body: z.strictObject({
    /** Whose work; the caller’s own unless told. */
    person: id.nullish(),
    to: id,
    from: day,
    until: day,
    reason: z.string().max(2_000).nullish(),
  }),
  reply: z.strictObject({ count: z.int() }),
})

export const contracts = [readRecurring, actOnRecurring, handOver] as const
