import { z } from 'zod'
import { contract, noBody } from '../../../kernel/contract.ts'
import { evaluationReport } from '../../objectives/registers/evaluation-report.ts'
import { measurement } from '../../objectives/registers/measurement.ts'
import { metric } from '../../objectives/registers/metric.ts'
import { objective } from '../../objectives/registers/objective.ts'

const id = z.uuid()
const day = z.iso.date()
const version = z.int().min(1)
const params = z.object({ organisation: z.string() })
const words = z.string().trim().min(1).max(10_000)

const reading = z.strictObject({
  id,
  version,
  at: day.nullable(),
  value: z.number().nullable(),
  conclusion: z.string().nullable(),
  evaluatedAt: day.nullable(),
  isOutside: z.boolean(),
  /** Whether something is done about a value outside, or was decided not to be. */
  isAnswered: z.boolean(),
})

const measuring = z.strictObject({
  id,
  number: z.string(),
  title: z.string(),
  method: z.string().nullable(),
  unit: z.string().nullable(),
  limitLow: z.number().nullable(),
  limitHigh: z.number().nullable(),
  whoMeasures: id.nullable(),
  /** Newest first. */
  readings: z.array(reading).readonly(),
  /** When it is to be read next; null where nobody said how often. */
  due: day.nullable(),
  /** What is to be done now: read it, say what it means, or do something about it. */
  asks: z.enum(['read', 'conclude', 'answer']).nullable(),
  goals: z
    .array(z.strictObject({ id, title: z.string(), target: z.number().nullable(), targetDate: day.nullable() }))
    .readonly(),
})

const goal = z.strictObject({
  id,
  version,
  number: z.string(),
  title: z.string(),
  communicatedAt: day.nullable(),
  communicatedTo: z.string().nullable(),
  /** When somebody last looked at whether it still fits. */
  reviewedAt: day.nullable(),
  isTold: z.boolean(),
  isReviewLate: z.boolean(),
  canEdit: z.boolean(),
})

export const readMeasureGuide = contract({
  method: 'GET',
  path: '/organisations/:organisation/guides/measure',
  summary:
    'Gives what is to be measured now, what the readings say, the evaluation so far, and who was told the objectives.',
  params,
  query: z.object({ at: day.optional(), mode: z.enum(['known', 'true']).default('known') }),
  body: noBody,
  needs: { verb: 'read', register: metric.name },
  reply: z.strictObject({
    at: day,
    metrics: z.array(measuring).readonly(),
    /** The newest evaluation, and whether it is of the past year. */
    report: z
      .strictObject({ id, number: z.string(), at: day.nullable(), by: id.nullable(), isFresh: z.boolean() })
      .nullable(),
    /** What the newest readings say together. */
    counts: z.strictObject({ measured: z.int(), total: z.int(), outside: z.int(), goals: z.int() }),
    objectives: z.array(goal).readonly(),
    can: z.strictObject({ measure: z.boolean(), evaluate: z.boolean() }),
    titles: z.record(
      z.string(),
      z.strictObject({ register: z.string(), number: z.string(), title: z.string(), state: z.string() }),
    ),
  }),
})

export const addReading = contract({
  method: 'POST',
  path: '/organisations/:organisation/guides/measure/readings',
  summary: 'Writes down a reading, what it means, and what is done about a value outside its limits, all or nothing.',
  params,
  query: z.object({}),
  body: z.strictObject({
    metric: id,
    /** A reading that stands and of which more is said; null for a new one. */
    reading: z.strictObject({ id, version }).nullable(),
    value: z.number(),
    at: day,
    conclusion: words.nullable(),
    /** Work that follows from it. */
    followUp: z
      .strictObject({ title: z.string().trim().min(1).max(200), owner: id.nullable(), due: day.nullable() })
      .nullable(),
  }),
  needs: { verb: 'create', register: measurement.name },
  reply: z.strictObject({ id, version, action: id.nullable() }),
})

export const writeEvaluation = contract({
  method: 'POST',
  path: '/organisations/:organisation/guides/measure/evaluation',
  summary: 'Writes what the readings of a period together say about the system, with the metrics that were read in it.',
  params,
  query: z.object({}),
  body: z
    .strictObject({ periodFrom: day, periodTo: day, suitability: words, adequacy: words, effectiveness: words })
    .refine(({ periodFrom, periodTo }) => periodFrom <= periodTo, { path: ['periodTo'] }),
  needs: { verb: 'create', register: evaluationReport.name },
  reply: z.strictObject({ id, metrics: z.int() }),
})

export const shareObjectives = contract({
  method: 'POST',
  path: '/organisations/:organisation/guides/measure/shared',
  summary: 'Keeps that objectives were told to people today, or only that somebody looked at whether they still fit.',
  params,
  query: z.object({}),
  body: z.strictObject({
    objectives: z.array(z.strictObject({ id, version })).min(1).max(50),
    /** To whom; null where they were only looked at. */
    told: words.nullable(),
  }),
  needs: { verb: 'read', register: objective.name },
  reply: z.strictObject({ objectives: z.int() }),
})
