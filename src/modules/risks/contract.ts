import { z } from 'zod'
import { contract, nothing } from '../../kernel/contract.ts'
import { risk } from './registers/risk.ts'

const id = z.uuid()
const scaleValue = z.strictObject({ value: z.number(), name: z.string().nullable() })
const place = z.strictObject({
  kind: z.enum(['inherent', 'current', 'target', 'residual']).nullable(),
  likelihood: z.number().nullable(),
  consequence: z.number().nullable(),
  level: z.string().nullable(),
  score: z.number().nullable(),
  isAbove: z.boolean(),
  misplaced: z.enum(['unscored', 'incomplete', 'off_scale', 'other_method']).nullable(),
})

export const readRiskMap = contract({
  method: 'GET',
  path: '/organisations/:organisation/risk-map',
  summary:
    'Gives the matrix of the method that holds, with the open risks as they are and after treatment, as of any day.',
  needs: { verb: 'read', register: risk.name },
  params: z.object({ organisation: z.string() }),
  query: z.object({ at: z.iso.date().optional(), mode: z.enum(['known', 'true']).default('known') }),
  body: nothing.optional(),
  reply: z.strictObject({
    method: z
      .strictObject({
        id,
        number: z.string(),
        title: z.string(),
        versionLabel: z.string().nullable(),
        state: z.string(),
        /** Key of the highest level that may be accepted. */
        threshold: z.string().nullable(),
      })
      .nullable(),
    /** Rising, each value once. */
    likelihoods: z.array(scaleValue),
    consequences: z.array(scaleValue),
    /** From low to high. */
    levels: z.array(
      z.strictObject({
        key: z.string(),
        name: z.string().nullable(),
        from: z.number().nullable(),
        to: z.number().nullable(),
        density: z.number().nullable(),
      }),
    ),
    cells: z.array(
      z.strictObject({
        likelihood: z.number(),
        consequence: z.number(),
        level: z.string().nullable(),
        score: z.number().nullable(),
        isAbove: z.boolean().nullable(),
      }),
    ),
    risks: z.array(
      z.strictObject({
        id,
        number: z.string(),
        title: z.string(),
        owner: id.nullable(),
        state: z.string(),
        now: place,
        after: place,
      }),
    ),
  }),
})

export const contracts = [readRiskMap] as const
