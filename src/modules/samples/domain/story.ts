import { emptyValue } from '../../../kernel/empty.ts'
import type { AnyRecord } from '../../../kernel/isms.ts'
import type { Derivation } from '../../../kernel/module.ts'
import type { CalendarDate, Field, Fields, Instant, RecordId, Register } from '../../../kernel/register.ts'

export type Values = Readonly<Record<string, unknown>>

/** What was entered about a record at one time. */
export interface Step {
  readonly values: Values
  /** Null where it stays what it was. */
  readonly state: string | null
  /** Null where the values tell. */
  readonly validFrom: CalendarDate | null
  /** Null where it was entered on the day from which it is true. */
  readonly recordedOn: CalendarDate | null
  readonly reason: string | null
  /** Counts all steps of an organisation, in the order in which they were told. */
  readonly order: number
}

/** A record from its making on. */
export interface Story {
  readonly register: Register
  readonly id: RecordId
  readonly key: string
  readonly number: string
  readonly steps: readonly Step[]
}

/** One version of a record, with when and how it came about. */
export interface Version {
  readonly record: AnyRecord
  /** `create`, `update`, or the transition. */
  readonly act: string
  readonly recordedOn: CalendarDate
  readonly reason: string | null
  readonly order: number
}

/** What follows from other fields, as the modules have it; a sample that is only asked about needs none. */
export interface Deriving {
  readonly derivations: readonly Derivation[]
  readonly digest: (text: string) => string
}

export interface Frame {
  readonly start: CalendarDate
  readonly at: CalendarDate
  readonly deriving: Deriving | null
}

/** All of a day is entered at once, in the order in which it was told. */
export function timeOn(day: CalendarDate): Instant {
  return `${day}T09:00:00.000Z`
}

/** All versions of a record, in order. Its place in the ledger is not known yet. */
export function versionsOf(story: Story, frame: Frame): readonly Version[] {
  const versions: Version[] = []
  for (const step of story.steps) versions.push(next(story, frame, step, versions.at(-1)?.record ?? null))
  return versions
}

function next(story: Story, frame: Frame, step: Step, before: AnyRecord | null): Version {
  const { register } = story
  const values = filled(register.fields, { ...before, ...step.values })
  const validFrom = step.validFrom ?? newestDate(register.fields, values, frame) ?? frame.start
  const recordedOn = step.recordedOn ?? validFrom
  const state = step.state ?? before?.state ?? register.states.initial
  const record: AnyRecord = {
    ...values,
    id: story.id,
    register: register.name,
    number: story.number,
    state,
    version: (before?.version ?? 0) + 1,
    sequence: step.order,
    recordedAt: timeOn(recordedOn),
    validFrom,
  }
  const act = before === null ? 'create' : actOf(register, before.state, state)
  const whole = frame.deriving === null ? record : derived(frame.deriving, { register, before, step, act }, record)
  return { record: whole, act, recordedOn, reason: step.reason, order: step.order }
}

/** The transition that leads there, where there is one. */
function actOf(register: Register, from: string, to: string): string {
  if (from === to) return 'update'
  const acts = Object.entries(register.states.transitions)
  return acts.find(([, step]) => step.from.includes(from) && step.to === to)?.[0] ?? 'update'
}

interface Change {
  readonly register: Register
  readonly before: AnyRecord | null
  readonly step: Step
  readonly act: string
}

/** What was said goes before what follows: somebody who tells a deviation means it. */
function derived({ derivations, digest }: Deriving, change: Change, after: AnyRecord): AnyRecord {
  const { register, before, step, act } = change
  let record = after
  for (const one of derivations) {
    if (one.register !== register.name) continue
    for (const done of act === 'create' ? ['create', ...actsShown(register, after)] : [act]) {
      const follows = one.derive(before, record, { act: done, on: after.validFrom, digest, isms: null })
      const unsaid = Object.entries(follows).filter(([name]) => (step.values[name] ?? null) === null)
      record = { ...record, ...Object.fromEntries(unsaid) }
    }
  }
  return record
}

/** The acts whose stamps a record bears that was brought along in a later state: that it was approved, for one. */
function actsShown(register: Register, record: AnyRecord): readonly string[] {
  return Object.entries(register.states.transitions)
    .filter(([, { stamps }]) => stamps.at !== undefined && record[stamps.at] !== null)
    .map(([act]) => act)
}

/** The newest day that the values tell of and that had come by then: an entry is made when there is something to enter. */
function newestDate(fields: Fields, values: Values, { start, at }: Frame): CalendarDate | null {
  let newest: CalendarDate | null = null
  for (const date of datesIn(fields, values)) {
    if (date >= start && date <= at && (newest === null || date > newest)) newest = date
  }
  return newest
}

function* datesIn(fields: Fields, values: Values): Generator<CalendarDate> {
  for (const [name, field] of Object.entries(fields)) {
    const value = values[name]
    if (typeof value === 'string' && (field.kind === 'date' || field.kind === 'instant')) yield value.slice(0, 10)
    const inner = field.options.fields
    if (inner === undefined) continue
    for (const row of Array.isArray(value) ? value : [value]) if (isValues(row)) yield* datesIn(inner, row)
  }
}

export function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** All fields, with everything empty that is not said. */
function filled(fields: Fields, set: Values): Values {
  const values: Record<string, unknown> = {}
  for (const name of Object.keys(fields)) {
    const field = fields[name]
    if (field !== undefined) values[name] = valueOf(field, set[name])
  }
  return values
}

function valueOf(field: Field, value: unknown): unknown {
  const inner = field.options.fields ?? {}
  if (field.kind === 'group') return filled(inner, isValues(value) ? value : {})
  if (field.kind === 'list') {
    return Array.isArray(value) ? value.map((row) => (isValues(row) ? filled(inner, row) : row)) : []
  }
  return value ?? emptyValue(field)
}
