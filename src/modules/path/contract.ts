import { z } from 'zod'
import { contract, noBody } from '../../kernel/contract.ts'
import { JOBS } from './domain/staff.ts'
import { STEP_STATES } from './domain/state.ts'
import { PHASES, WORKERS } from './domain/step.ts'

const day = z.iso.date()
const number = z.int().min(1)
const numbers = z.array(number).readonly()
const id = z.uuid()
const job = z.enum(JOBS)
const hours = z.number()

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
  planned: z
    .strictObject({
      start: day,
      end: day,
      isCritical: z.boolean(),
      /** Those who do it, as far as they are known by name. */
      people: z.array(id).readonly(),
      /** Who was away when it could have begun. */
      awaits: id.nullable(),
    })
    .nullable(),
})

/** Somebody who works on the path, with what the plan counts on. */
const helper = z.strictObject({
  person: id,
  jobs: z.array(z.strictObject({ job, hours })).readonly(),
  /** What was written down about him; null where nothing was. */
  said: z
    .strictObject({
      id,
      version: z.int().min(1),
      hoursPerWeek: hours.nullable(),
      absences: z.array(z.strictObject({ from: day.nullable(), until: day.nullable() })).readonly(),
      canChange: z.boolean(),
    })
    .nullable(),
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
      /** Where the target cannot be met: the least that would do, tried by planning again, and when it could be at best. */
      help: z
        .strictObject({
          /** Of nobody in particular (no job): so much of everybody. */
          more: z.strictObject({ job: job.nullable(), person: id.nullable(), hours: z.int(), finish: day }).nullable(),
          best: day,
        })
        .nullable(),
    }),
    /** The certificate that holds: then what is left is upkeep, and there is no target. */
    certificate: z.strictObject({ id, validUntil: day.nullable() }).nullable(),
    /** Who has how much time; the jobs that nobody is named for apart. Left out for whoever may not read it. */
    time: z
      .strictObject({
        people: z.array(helper).readonly(),
        unnamed: z.array(z.strictObject({ job, hours, isSaid: z.boolean() })).readonly(),
        canAdd: z.boolean(),
        /** Whether the target and the hours of jobs may be set. */
        canPlan: z.boolean(),
      })
      .nullable(),
    titles: z.record(
      z.string(),
      z.strictObject({ register: z.string(), number: z.string(), title: z.string(), state: z.string() }),
    ),
  }),
})

export const contracts = [readPath] as const
