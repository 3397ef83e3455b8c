import { z } from 'zod'
import { contract, noBody } from '../../kernel/contract.ts'
import { STAGES } from '../../kernel/rule.ts'
import { LESSONS } from '../awareness/register.ts'
import { decision, duty, face, named, proof, reading, risk, waiting } from './contract/parts.ts'
import { SECTIONS } from './domain/sections.ts'

const day = z.iso.date()
const id = z.uuid()

/** Something that must have happened by a day. */
const due = z.strictObject({
  register: z.string(),
  id,
  number: z.string(),
  title: z.string(),
  owner: z.strictObject({ id, title: z.string() }).nullable(),
  due: day,
})

const change = z.strictObject({
  sequence: z.int(),
  at: z.string(),
  actor: z.strictObject({ name: z.string(), via: z.string().nullable() }),
  act: z.string(),
  register: z.string(),
  id,
  number: z.string(),
  title: z.string(),
  changed: z.array(z.string()).readonly(),
  reason: z.string().nullable(),
})

export const readToday = contract({
  method: 'GET',
  path: '/organisations/:organisation/today',
  summary:
    'Tells what waits for the caller: decisions, readings and duties, what changed, what falls due, and when audits are.',
  needs: 'member',
  params: z.object({ organisation: z.string() }),
  query: z.object({
    at: day.optional(),
    mode: z.enum(['known', 'true']).default('known'),
    stage: z.string().optional(),
  }),
  body: noBody,
  reply: z.strictObject({
    /** When the caller was here before this visit; null the first time. */
    visit: z.string().nullable(),
    changes: z.array(change),
    changesTotal: z.int(),
    due: z.array(due),
    /** Which parts the page of this caller has, in their order. */
    sections: z.array(z.enum(SECTIONS)).readonly(),
    /** What only this caller, or somebody like him, can decide. */
    decisions: z.array(decision).readonly(),
    /** Texts to read and confirm. */
    readings: z.array(reading).readonly(),
    /** By when the caller has to be told again what everybody must know; null while that is far off. */
    awarenessDue: day.nullable(),
    /** Lessons of awareness rounds that the caller is asked to follow. */
    lessons: z.array(z.strictObject({ lesson: z.enum(LESSONS), title: z.string(), due: day.nullable() })).readonly(),
    /** What is due from the caller, what is late first. */
    mine: z.array(duty).readonly(),
    /** Controls of the caller of which proof is missing or grows old. */
    proofs: z.array(proof).readonly(),
    /** How many records of each register the caller answers for. */
    holds: z.array(z.strictObject({ register: z.string(), count: z.int() })).readonly(),
    /** Who has to be asked for what: those with most open first. */
    waiting: z.array(waiting).readonly(),
    risks: z.array(risk).readonly(),
    /** Whom to call when something is wrong. */
    callFirst: face.nullable(),
    /** What the caller did of what is asked of everybody. */
    done: z.array(z.strictObject({ kind: z.enum(['read', 'told']), document: named.nullable(), at: day })).readonly(),
    audits: z.array(z.strictObject({ stage: z.enum(STAGES), date: day })),
    /** What the organisation itself holds before: internal audits and management reviews that are planned. */
    milestones: z.array(z.strictObject({ kind: z.enum(['internal_audit', 'management_review']), id, date: day })),
  }),
})

export const contracts = [readToday] as const
