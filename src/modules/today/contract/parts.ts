import { z } from 'zod'
import { TEXT_LANGUAGES } from '../../documents/registers/document-version.ts'

const day = z.iso.date()
const id = z.uuid()
const record = { register: z.string(), id, number: z.string(), title: z.string() }

export const named = z.strictObject({ id, title: z.string() })
export const face = z.strictObject({ id, name: z.string(), phone: z.string().nullable() })

/** A decision that waits: an act of a record, or an approval to be given about it. */
export const decision = z.strictObject({
  ...record,
  act: z.string().nullable(),
  approval: z
    .strictObject({
      kind: z.enum(['treatment_plan', 'residual_risk', 'retain_exception']),
      subjectVersion: z.string().nullable(),
      /** The risks that it is about, for a plan; and the level that remains, for a risk. */
      risks: z.array(z.strictObject({ id, number: z.string(), title: z.string() })).readonly(),
      level: z.string().nullable(),
      /** As what the person is asked, by the method's table of authority; and why the risk is to be kept. */
      capacity: z.enum(['risk_owner', 'coordinator', 'top_management']).nullable(),
      role: id.nullable(),
      reason: z.string().nullable(),
      /** Of what there is to see before the word is given, which sends it back. */
      seen: z.string(),
    })
    .nullable(),
  since: day,
})

export const reading = z.strictObject({
  document: named,
  version: z.strictObject({
    id,
    label: z.string(),
    approvedBy: named.nullable(),
    approvedAt: day.nullable(),
    /** In each language that it has, its own first; a reader is shown his. */
    texts: z.array(z.strictObject({ language: z.enum(TEXT_LANGUAGES).nullable(), text: z.string() })).readonly(),
    file: z.string().nullable(),
  }),
  due: day.nullable(),
})

export const duty = z.strictObject({
  ...record,
  due: day.nullable(),
  isLate: z.boolean(),
  /** Whether its day has come: recurring work is not late at once. */
  isCome: z.boolean(),
  finish: z.string().nullable(),
  /** The recurring task of which it is a day, and how many of its days before were passed over. */
  recurring: z.strictObject({ id, earlier: z.int() }).nullable(),
})

export const proof = z.strictObject({ ...record, due: day.nullable() })

export const risk = z.strictObject({
  id,
  number: z.string(),
  title: z.string(),
  level: z.strictObject({ name: z.string(), density: z.int() }),
  owners: z.array(named).readonly(),
  isAbove: z.boolean(),
})

/** What one person has open. */
export const waiting = z.strictObject({
  person: named.nullable(),
  /** Of whom no person of the ISMS is known, by the name of his account. */
  account: z.string().nullable(),
  decisions: z.array(z.strictObject({ ...record, act: z.string().nullable() })).readonly(),
  late: z.int(),
  soon: z.int(),
  readings: z.int(),
})
