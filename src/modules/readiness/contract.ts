import { z } from 'zod'
import { contract, noBody } from '../../kernel/contract.ts'
import { parametersReply } from './contract/parameters.ts'
import {
  bareFinding,
  basis,
  count,
  day,
  deed,
  expected,
  finding,
  findings,
  id,
  item,
  lookedFor,
  mode,
  objects,
  parameterNote,
  parts,
  place,
  question,
  ready,
  remedy,
  ruleShape,
  rules,
  seen,
  severity,
  stage,
  standing,
  validity,
  yearly,
} from './contract/shapes.ts'
import type { Answer } from './domain/answer.ts'

const params = z.object({ organisation: z.string() })
/** Only the newest rule set is kept: another name is refused, so that no answer passes for one of another version. */
const ruleSet = z.string().optional()
const asOf = z.object({ at: day.optional(), mode: mode.default('known') })
/** Left out: the stage of the audit that comes next. */
const stageAsked = stage.optional()
const atStage = asOf.extend({ stage: stageAsked, ruleSet })
const BASE = '/organisations/:organisation/readiness'

const bareFindings = z.array(bareFinding).readonly()

/** The engine's answer as it comes out of pure code. */
export const answer = z.strictObject({
  stage,
  mode,
  at: day,
  ruleSet: z.string(),
  sequence: count,
  ready,
  major: bareFindings,
  minor: bareFindings,
  ofi: bareFindings,
  known: bareFindings,
  question: z.array(question).readonly(),
  preview: bareFindings,
  parameterNotes: z.array(parameterNote).readonly(),
  yearly: z.array(yearly).readonly(),
  standing: z.array(standing).readonly(),
  validity,
}) satisfies z.ZodType<unknown, Answer>

export const readinessReply = answer.extend({
  major: findings,
  minor: findings,
  ofi: findings,
  known: findings,
  preview: findings,
  /** Ledger entries up to this one carry times that this installation did not witness itself (DESIGN, settled early, 3). */
  statedUntil: count,
  /** Whether the day lies ahead: then it is a forecast, of what will be the matter if nobody acts. */
  isForecast: z.boolean(),
})
export type ReadinessReply = z.infer<typeof readinessReply>

export const readReadiness = contract({
  method: 'GET',
  path: BASE,
  summary: 'What an auditor would be expected to write down at a stage, on a day past, present or to come.',
  params,
  query: atStage,
  body: noBody,
  reply: readinessReply,
})

/** A finding on the day on which it comes or changes, with what it will say then. */
const appearing = z.strictObject({
  rule: z.string(),
  clause: z.string(),
  item: item.nullable(),
  severity,
  /** Where it stood before; null where it is new. */
  before: place.nullable(),
  raisedBy: z.string().nullable(),
  basis,
  parts,
  /** The first of them. */
  objects,
  objectCount: count,
  lookedFor,
  remedy,
  minors: rules,
})

const clearing = z.strictObject({ rule: z.string(), clause: z.string(), before: place, after: place.nullable() })

const forecastStep = expected.extend({
  appears: z.array(appearing).readonly(),
  clears: z.array(clearing).readonly(),
})

/** What a planned external audit would find on its first day, if nobody acts until then. */
const plannedAudit = expected.extend({
  stage,
  /** The audit of the register, or null where only the organisation's stage plan names the day. */
  audit: z.strictObject({ id, number: z.string(), title: z.string() }).nullable(),
  lastDay: day.nullable(),
})

const forecastReply = z.strictObject({
  stage,
  from: day,
  to: day,
  ruleSet: z.string(),
  sequence: count,
  /** The first is the first day as it stands; each later one is a day on which something comes, changes or goes. */
  steps: z.array(forecastStep).readonly(),
  audits: z.array(plannedAudit).readonly(),
})
export type ForecastReply = z.infer<typeof forecastReply>

export const readForecast = contract({
  method: 'GET',
  path: `${BASE}/forecast`,
  summary:
    'On which days the expected findings will change if nobody acts, how and why, and what each planned audit finds.',
  params,
  query: z.object({
    stage: stageAsked,
    from: day.optional(),
    to: day.optional(),
    months: z.coerce.number().int().min(1).max(36).default(12),
    ruleSet,
  }),
  body: noBody,
  reply: forecastReply,
})

const trendStep = expected.extend({ by: z.enum(['start', 'record', 'time']) })

const trendReply = z.strictObject({
  stage,
  from: day,
  to: day,
  ruleSet: z.string(),
  steps: z.array(trendStep).readonly(),
})
export type TrendReply = z.infer<typeof trendReply>

export const readTrend = contract({
  method: 'GET',
  path: `${BASE}/trend`,
  summary:
    'The days between two past days on which the answer changed, as known then, and whether a record or time did it.',
  params,
  query: z.object({ stage: stageAsked, from: day.optional(), to: day.optional(), ruleSet }),
  body: noBody,
  reply: trendReply,
})

const differing = z.strictObject({
  rule: z.string(),
  clause: z.string(),
  item: item.nullable(),
  before: place.nullable(),
  after: place.nullable(),
  raisedBy: z.string().nullable(),
  /** What it says on the later day, or said on the earlier one where it is gone. */
  parts,
  objects,
  objectCount: count,
  /** `time`: the same would stand there if nobody had changed a record. */
  by: z.enum(['record', 'time']),
  /** What was done in between to the records that it looks at, newest first: the first of it. */
  deeds: z.array(deed).readonly(),
  deedCount: count,
})

const differenceReply = z.strictObject({
  stage,
  from: day,
  to: day,
  ruleSet: z.string(),
  before: expected,
  after: expected,
  appeared: z.array(differing).readonly(),
  cleared: z.array(differing).readonly(),
  changed: z.array(differing).readonly(),
})
export type DifferenceReply = z.infer<typeof differenceReply>

export const readDifference = contract({
  method: 'GET',
  path: `${BASE}/difference`,
  summary:
    'Which findings came, went or changed their severity between two days, and which record or that time did it.',
  params,
  query: z.object({ stage: stageAsked, from: day, to: day.optional(), ruleSet }),
  body: noBody,
  reply: differenceReply,
})

export const listRules = contract({
  method: 'GET',
  path: `${BASE}/rules`,
  summary: 'The rules of the newest rule set, in the order of the standard.',
  params,
  query: z.object({}),
  body: noBody,
  reply: z.strictObject({ ruleSet: z.string(), rules: z.array(ruleShape).readonly() }),
})

const explained = z.strictObject({
  rule: ruleShape,
  ruleSet: z.string(),
  stage,
  mode,
  at: day,
  sequence: count,
  isForecast: z.boolean(),
  /** Whether it belongs to a later stage than the one asked about. */
  isPreview: z.boolean(),
  standing,
  /** With all its objects; null where the rule does not object. */
  finding: finding.nullable(),
  questions: z.array(question).readonly(),
  lookedAt: z.strictObject({ count, records: z.array(seen).readonly() }),
  lookedFor,
  yearly: z.array(yearly).readonly(),
  validity,
})
export type ExplainedReply = z.infer<typeof explained>

export const explainRule = contract({
  method: 'GET',
  path: `${BASE}/rules/:rule`,
  summary: 'Where one rule stands for this organisation, with every object and all that it looked at.',
  params: params.extend({ rule: z.string().max(40) }),
  query: atStage,
  body: noBody,
  reply: explained,
})

export type ParametersReply = z.infer<typeof parametersReply>

export const readParameters = contract({
  method: 'GET',
  path: `${BASE}/parameters`,
  summary:
    'The rhythms and deadlines that hold on a day, with defaults, what is common, and who changed and approved them.',
  params,
  query: asOf,
  body: noBody,
  reply: parametersReply,
})

export const contracts = [
  readReadiness,
  readForecast,
  readTrend,
  readDifference,
  listRules,
  explainRule,
  readParameters,
] as const
