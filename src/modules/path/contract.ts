import { z } from 'zod'
import { contract, noBody } from '../../kernel/contract.ts'
import { STEP_STATES } from './domain/state.ts'
import { PHASES, WORKERS } from './domain/step.ts'

const day = z.iso.date()
const number = z.int().min(1)
const numbers = z.array(number).readonly()

const step = z.strictObject({
  number,
  phase: z.enum(PHASES),
  state: z.enum(STEP_STATES),
  needs: numbers,
  /** Steps that need this one. */
  opens: numbers,
  waitsFor: numbers,
  waitsUntil: day.nullable(),
  who: z.array(z.enum(WORKERS)).readonly(),
  /** Working time for an organisation of thirty; of everybody: of each person. */
  hours: z.number(),
  /** Working days in which it has to run, or others are at work. */
  waits: z.int(),
  rules: z.array(z.strictObject({ rule: z.string(), state: z.string() })).readonly(),
  places: z.array(z.string()).readonly(),
  isOwnPeoples: z.boolean(),
  planned: z.strictObject({ start: day, end: day, isCritical: z.boolean() }).nullable(),
})

export const readPath = contract({
  method: 'GET',
  path: '/organisations/:organisation/path',
  summary: 'Tells where each of the 46 steps to the certificate stands, and when the rest can be done.',
  params: z.object({ organisation: z.string() }),
  query: z.object({ at: day.optional(), mode: z.enum(['known', 'true']).default('known') }),
  body: noBody,
  reply: z.strictObject({
    at: day,
    steps: z.array(step),
    plan: z.strictObject({
      finish: day,
      target: day.nullable(),
      /** Working days between finish and target; below zero it comes too late. */
      slack: z.int().nullable(),
      critical: numbers,
      tooEarly: z.array(z.strictObject({ number, agreed: day, earliest: day })).readonly(),
    }),
  }),
})

export const contracts = [readPath] as const
