import { z } from 'zod'
import { BASES, CLAUSE_ITEMS, SEVERITIES, STAGES } from '../../../kernel/rule.ts'

/** The shapes that the answers of readiness are made of. */

export const id = z.uuid()
export const day = z.iso.date()
export const count = z.int().min(0)
export const stage = z.enum(STAGES)
export const severity = z.enum(SEVERITIES)
export const basis = z.enum(BASES)
export const item = z.enum(CLAUSE_ITEMS)
export const mode = z.enum(['known', 'true'])
export const texts = z.array(z.string()).readonly()
/** Ids of rules. */
export const rules = z.array(z.string()).readonly()
const ids = z.array(id).readonly()
const sinceBy = z.enum(['date', 'change', 'start'])

/** Values of a sentence. The one who words it writes dates by locale and joins what text keys name. */
export const values = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.strictObject({ date: day }), z.strictObject({ keys: texts })]),
)

export const object = z.strictObject({ id, register: z.string(), number: z.string(), title: z.string() })
export const objects = z.array(object).readonly()
/** Fields of a record on which something hangs. */
const watch = z.strictObject({ id, fields: texts })
const failing = object.extend({ since: day.nullable(), sinceBy, watch })

/** One version of a record, as it was looked at: `hash` is the leaf of the ledger that holds it. */
export const seen = object.extend({ version: count, hash: z.string().nullable() })
export const lookedFor = z.array(z.strictObject({ key: z.string(), values })).readonly()
export const parts = z
  .array(z.strictObject({ key: z.string(), severity, basis, values, objects: ids, more: count }))
  .readonly()
export const remedy = z.strictObject({ key: z.string(), register: z.string(), act: z.string(), owner: id.nullable() })

/** A finding as the engine gives it. */
export const bareFinding = z.strictObject({
  rule: z.string(),
  clause: z.string(),
  item: item.nullable(),
  severity,
  baseSeverity: severity,
  raisedBy: z.string().nullable(),
  basis,
  stage,
  document: z.string().nullable(),
  parts,
  objects: z.array(failing).readonly(),
  lookedAt: z.strictObject({ count, ids }),
  lookedFor,
  since: day.nullable(),
  sinceBy: sinceBy.nullable(),
  clearsAt: day.nullable(),
  remedy,
  isTolerated: z.boolean(),
  inHand: id.nullable(),
  minors: rules,
})

/** … with the evidence that was looked at, as the ledger fixes it: the first of it. */
export const finding = bareFinding.extend({
  lookedAt: z.strictObject({ count, ids, records: z.array(seen).readonly() }),
})
export const findings = z.array(finding).readonly()

export const question = z.strictObject({
  rule: z.string(),
  clause: z.string(),
  basis,
  stage,
  key: z.string(),
  values,
  /** Each with the record and fields in which the answer is missing; no fields where only a person can judge. */
  objects: z.array(object.extend({ watch })).readonly(),
  bars: z.boolean(),
})

export const parameterNote = z.strictObject({
  parameter: z.string(),
  why: z.enum(['long', 'same', 'unapproved']),
  value: z.number(),
  bound: z.number(),
  objects,
})

export const yearly = z.strictObject({
  number: count,
  key: z.string(),
  rules,
  answerer: id.nullable(),
  answer: z.enum(['yes', 'no']).nullable(),
  decision: id.nullable(),
  answeredAt: day.nullable(),
  due: day.nullable(),
})

const state = z.enum(['ok', 'violated', 'not_due', 'not_applicable', 'undetermined'])
export const standing = z.strictObject({
  rule: z.string(),
  clause: z.string(),
  stage,
  state,
  due: day.nullable(),
  why: z.enum(['no_population', 'gate', 'excluded']).nullable(),
})

export const ready = z.strictObject({ ok: z.boolean(), majors: count, questions: count })
export const validity = z.strictObject({ previous: day.nullable(), next: day.nullable() })
export const counts = z.strictObject({ major: count, minor: count, ofi: count, known: count, questions: count })

/** What is expected on a day, in short. */
export const expected = z.strictObject({
  at: day,
  ready,
  counts,
  major: rules,
  minor: rules,
  ofi: rules,
  known: rules,
})

/** Where a finding stands: its severity, or `known` where the organisation has it in hand. */
export const place = z.enum([...SEVERITIES, 'known'])

/** A rule as the reference lists it; its words are `rule.<id>.title|why|clears|remedy` in `text/`. */
export const ruleShape = z.strictObject({
  id: z.string(),
  clause: z.string(),
  item: item.nullable(),
  control: z.string().nullable(),
  basis,
  stage,
  worst: severity,
  pattern: z.enum(['late', 'late_core', 'share']).nullable(),
  document: z.string().nullable(),
  reads: texts,
  /** Rules that it waits for, because their objects are skipped here. */
  after: rules,
  looksBack: z.boolean(),
  remedy: z.strictObject({
    owner: z.enum(['coordinator', 'top_management', 'object_owner']),
    register: z.string(),
    act: z.string(),
  }),
  /** The yearly questions that are shown at it (readiness 1.9). */
  yearly: z.array(count).readonly(),
})

/** A ledger entry as people read it: who did what to which record. */
export const deed = z.strictObject({
  sequence: count,
  recordedAt: z.string(),
  /** The organisation's own day of `recordedAt`. */
  recordedOn: day,
  validFrom: day,
  actor: z.strictObject({ name: z.string(), via: z.string().nullable() }),
  act: z.string(),
  register: z.string(),
  id,
  number: z.string(),
  title: z.string(),
  version: count,
  changed: texts,
  reason: z.string().nullable(),
})
