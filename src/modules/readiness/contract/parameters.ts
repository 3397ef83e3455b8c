import { z } from 'zod'
import { count, day, id, mode, parameterNote, texts } from './shapes.ts'

/** The parameters that hold on a day, with how they came to be so. */

const parameterValue = z.union([z.number(), z.string()]).nullable()
const parameterVersion = z.strictObject({
  sequence: count,
  version: count,
  recordedAt: z.string(),
  validFrom: day,
  actor: z.strictObject({ name: z.string(), via: z.string().nullable() }),
  /** Whether this entry approved them; a change counts only from there. */
  isApproval: z.boolean(),
  changed: z.array(z.strictObject({ parameter: z.string(), from: parameterValue, to: parameterValue })).readonly(),
  reason: z.string().nullable(),
})

export const parametersReply = z.strictObject({
  at: day,
  mode,
  /** The record that holds them; null where there is none on that day. */
  record: z.strictObject({ id, version: count }).nullable(),
  parameters: z
    .array(
      z.strictObject({
        parameter: z.string(),
        /** What holds on that day. */
        value: parameterValue,
        default: parameterValue,
        /** What is entered and waits for approval, where that differs from what holds. */
        waiting: z.strictObject({ value: parameterValue }).nullable(),
        /** Longer than this an auditor asks why; null where there is no such bound. */
        bound: z.number().nullable(),
        least: z.number().nullable(),
        most: z.number().nullable(),
        choices: texts.nullable(),
      }),
    )
    .readonly(),
  reason: z.string().nullable(),
  approvedBy: id.nullable(),
  approvedAt: day.nullable(),
  /** `never`: nobody approved them yet, so what is entered holds; `waiting`: a change waits, and what was approved holds. */
  approval: z.enum(['never', 'waiting', 'approved']),
  notes: z.array(parameterNote).readonly(),
  /** Newest first. */
  versions: z.array(parameterVersion).readonly(),
})
