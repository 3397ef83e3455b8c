import { z } from 'zod'
import { contract, noBody } from '../../../kernel/contract.ts'
import { objective } from '../../objectives/registers/objective.ts'

const id = z.uuid()
const day = z.iso.date()
const version = z.int().min(1)
const params = z.object({ organisation: z.string() })
const title = z.string().trim().min(1).max(200)
const words = z.string().trim().max(10_000).nullable()
const keys = z.array(z.string()).readonly()

const decision = z.union([
  z.strictObject({ ok: z.literal(true) }),
  z.strictObject({ ok: z.literal(false), why: z.string() }),
])

const goal = z.strictObject({
  id,
  version,
  number: z.string(),
  title: z.string(),
  state: z.string(),
  what: z.string().nullable(),
  metric: id.nullable(),
  /** Its own unit, else that of its metric. */
  unit: z.string().nullable(),
  target: z.number().nullable(),
  targetDate: day.nullable(),
  notMeasurableReason: z.string().nullable(),
  responsible: id.nullable(),
  approvedBy: id.nullable(),
  approvedAt: day.nullable(),
  /** Keys of the fields that an auditor would miss. */
  gaps: keys,
  /** Whether it can be set: what it hangs on may still be missing. */
  isWhole: z.boolean(),
  canEdit: z.boolean(),
})

const measuring = z.strictObject({
  id,
  number: z.string(),
  title: z.string(),
  subject: z.enum(['isms_process', 'control']).nullable(),
  unit: z.string().nullable(),
  frequencyMonths: z.number().nullable(),
  whoMeasures: id.nullable(),
  gaps: keys,
  canEdit: z.boolean(),
})

export const readObjectivesGuide = contract({
  method: 'GET',
  path: '/organisations/:organisation/guides/objectives',
  summary: 'Gives the objectives and what is measured for them, each with what an auditor would miss in it.',
  params,
  query: z.object({ at: day.optional(), mode: z.enum(['known', 'true']).default('known') }),
  body: noBody,
  needs: { verb: 'read', register: objective.name },
  reply: z.strictObject({
    objectives: z.array(goal).readonly(),
    metrics: z.array(measuring).readonly(),
    /** Of what nothing is measured yet: of the system itself, or of a measure. */
    unmeasured: z.array(z.enum(['isms_process', 'control'])).readonly(),
    can: z.strictObject({ write: z.boolean(), measure: z.boolean(), approve: decision }),
    titles: z.record(
      z.string(),
      z.strictObject({ register: z.string(), number: z.string(), title: z.string(), state: z.string() }),
    ),
  }),
})

export const addObjective = contract({
  method: 'POST',
  path: '/organisations/:organisation/guides/objectives',
  summary: 'Writes down an objective with how it is measured; where nothing measures it yet, a metric is made for it.',
  params,
  query: z.object({}),
  body: z.strictObject({
    title,
    what: words,
    /** How it is measured: by what is measured already, or by something new. */
    metric: z.union([
      z.strictObject({ id }),
      z.strictObject({ title, unit: z.string().trim().min(1).max(40), subject: z.enum(['isms_process', 'control']) }),
    ]),
    target: z.number(),
    targetDate: day,
    responsible: id.nullable(),
  }),
  needs: { verb: 'create', register: objective.name },
  reply: z.strictObject({ id, metric: id }),
})

export const adoptObjectives = contract({
  method: 'POST',
  path: '/organisations/:organisation/guides/objectives/adopted',
  summary: 'Approves objectives that lack nothing, all or none. Top management only.',
  params,
  query: z.object({}),
  body: z.strictObject({ objectives: z.array(z.strictObject({ id, version })).min(1).max(50) }),
  needs: { verb: 'approve', register: objective.name },
  reply: z.strictObject({ approved: z.int() }),
})
