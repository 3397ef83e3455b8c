import { z } from 'zod'
import { contract, noBody } from '../../kernel/contract.ts'
import { BASES, CLAUSE_ITEMS, SEVERITIES, STAGES } from '../../kernel/rule.ts'
import type { Answer } from './domain/answer.ts'
import type { ForecastStep } from './domain/forecast.ts'

const id = z.uuid()
const day = z.iso.date()
const count = z.int().min(0)
const stage = z.enum(STAGES)
const severity = z.enum(SEVERITIES)
const basis = z.enum(BASES)
const item = z.enum(CLAUSE_ITEMS)
const sinceBy = z.enum(['date', 'change', 'start'])
const mode = z.enum(['known', 'true'])
const asOf = z.object({ stage: stage.default('S1'), at: day.optional(), mode: mode.default('known') })
const params = z.object({ organisation: z.string() })

/** Values of a sentence. The one who words it writes dates by locale and joins what text keys name. */
const values = z.record(
  z.string(),
  z.union([
    z.string(),
    z.number(),
    z.strictObject({ date: day }),
    z.strictObject({ keys: z.array(z.string()).readonly() }),
  ]),
)

const object = z.strictObject({ id, register: z.string(), number: z.string(), title: z.string() })
const failing = object.extend({
  since: day.nullable(),
  sinceBy,
  watch: z.strictObject({ id, fields: z.array(z.string()).readonly() }),
})

const finding = z.strictObject({
  rule: z.string(),
  clause: z.string(),
  item: item.nullable(),
  severity,
  baseSeverity: severity,
  raisedBy: z.string().nullable(),
  basis,
  stage,
  document: z.string().nullable(),
  parts: z
    .array(z.strictObject({ key: z.string(), severity, basis, values, objects: z.array(id).readonly() }))
    .readonly(),
  objects: z.array(failing).readonly(),
  lookedAt: z.strictObject({ count, ids: z.array(id).readonly() }),
  lookedFor: z.array(z.strictObject({ key: z.string(), values })).readonly(),
  since: day.nullable(),
  sinceBy: sinceBy.nullable(),
  clearsAt: day.nullable(),
  remedy: z.strictObject({ key: z.string(), register: z.string(), act: z.string(), owner: id.nullable() }),
  isTolerated: z.boolean(),
  inHand: id.nullable(),
  minors: z.array(z.string()).readonly(),
})
const findings = z.array(finding).readonly()

const question = z.strictObject({
  rule: z.string(),
  clause: z.string(),
  basis,
  stage,
  key: z.string(),
  values,
  objects: z.array(object).readonly(),
  bars: z.boolean(),
})

const parameterNote = z.strictObject({
  parameter: z.string(),
  why: z.enum(['long', 'same']),
  value: z.number(),
  bound: z.number(),
  objects: z.array(object).readonly(),
})

const yearly = z.strictObject({
  number: count,
  key: z.string(),
  rules: z.array(z.string()).readonly(),
  answerer: id.nullable(),
  answer: z.enum(['yes', 'no']).nullable(),
  decision: id.nullable(),
  answeredAt: day.nullable(),
  due: day.nullable(),
})

const standing = z.strictObject({
  rule: z.string(),
  clause: z.string(),
  stage,
  state: z.enum(['ok', 'violated', 'not_due', 'not_applicable', 'undetermined']),
  due: day.nullable(),
})

export const answer = z.strictObject({
  stage,
  mode,
  at: day,
  ruleSet: z.string(),
  sequence: count,
  ready: z.strictObject({ ok: z.boolean(), majors: count, questions: count }),
  major: findings,
  minor: findings,
  ofi: findings,
  known: findings,
  question: z.array(question).readonly(),
  preview: findings,
  parameterNotes: z.array(parameterNote).readonly(),
  yearly: z.array(yearly).readonly(),
  standing: z.array(standing).readonly(),
  validity: z.strictObject({ previous: day.nullable(), next: day.nullable() }),
}) satisfies z.ZodType<unknown, Answer>

export const readinessReply = answer.extend({
  /** Ledger entries up to this one carry times that this installation did not witness itself (DESIGN, settled early, 3). */
  statedUntil: count,
  /** Whether the day lies ahead: then it is a forecast, of what will be the matter if nobody acts. */
  isForecast: z.boolean(),
})
export type ReadinessReply = z.infer<typeof readinessReply>

const rules = z.array(z.string()).readonly()

const step = z.strictObject({
  at: day,
  major: rules,
  minor: rules,
  ofi: rules,
  known: rules,
  appears: z.array(z.strictObject({ rule: z.string(), severity })).readonly(),
  clears: rules,
}) satisfies z.ZodType<unknown, ForecastStep>

export const readReadiness = contract({
  method: 'GET',
  path: '/organisations/:organisation/readiness',
  summary: 'What an auditor would be expected to write down at a stage, on a day past, present or to come.',
  params,
  query: asOf,
  body: noBody,
  reply: readinessReply,
})

export const readForecast = contract({
  method: 'GET',
  path: '/organisations/:organisation/readiness/forecast',
  summary: 'On which days the expected findings will change if nobody acts, and how.',
  params,
  query: z.object({ stage: stage.default('S1'), from: day.optional(), to: day.optional() }),
  body: noBody,
  reply: z.strictObject({ from: day, to: day, ruleSet: z.string(), steps: z.array(step).readonly() }),
})

export const contracts = [readReadiness, readForecast] as const
