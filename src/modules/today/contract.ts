import { z } from 'zod'
import { contract, noBody } from '../../kernel/contract.ts'
import { STAGES } from '../../kernel/rule.ts'

const day = z.iso.date()
const id = z.uuid()

/** Something that must have happened by a day. */
const due = z.strictObject({
  register: z.string(),
  id,
  number: z.string(),
  title: z.string(),
  owner: z.strictObject({ id, title: z.string() }).nullable(),
  due: day,
})

const change = z.strictObject({
  sequence: z.int(),
  at: z.string(),
  actor: z.strictObject({ name: z.string(), via: z.string().nullable() }),
  act: z.string(),
  register: z.string(),
  id,
  number: z.string(),
  title: z.string(),
  changed: z.array(z.string()).readonly(),
  reason: z.string().nullable(),
})

export const readToday = contract({
  method: 'GET',
  path: '/organisations/:organisation/today',
  summary:
    'Tells what changed since the last visit, what falls due within a year, what of it is mine, and when audits are.',
  params: z.object({ organisation: z.string() }),
  query: z.object({
    at: day.optional(),
    mode: z.enum(['known', 'true']).default('known'),
    stage: z.string().optional(),
  }),
  body: noBody,
  reply: z.strictObject({
    /** When the caller was here before this visit; null the first time. */
    visit: z.string().nullable(),
    changes: z.array(change),
    changesTotal: z.int(),
    due: z.array(due),
    mine: z.array(due),
    audits: z.array(z.strictObject({ stage: z.enum(STAGES), date: day })),
    /** What the organisation itself holds before: internal audits and management reviews that are planned. */
    milestones: z.array(z.strictObject({ kind: z.enum(['internal_audit', 'management_review']), id, date: day })),
  }),
})

export const contracts = [readToday] as const
