import * as fc from 'fast-check'
import { addDays } from '../../../kernel/calendar.ts'
import { type AnyRecord, type IsmsState, ismsOf } from '../../../kernel/isms.ts'
import type { Field, Fields, RecordId, Register } from '../../../kernel/register.ts'
import { ordinalOf } from '../../../kernel/shelf.ts'
import { registers } from '../../../registers.gen.ts'
import { conforming } from '../../samples/domain/conforming/conforming.ts'
import type { Phase } from '../../samples/domain/conforming/scheme.ts'

/** Organisations with random faults, as plain records: making one anew costs less than asking it. */

export type Records = ReadonlyMap<RecordId, AnyRecord>

const byName = new Map(registers.map((register) => [register.name, register]))
const made = new Map<Phase, Records>()

/** The records of the conforming organisation; made once for a test file. */
export function conformingRecords(phase: Phase = 'initial'): Records {
  const known = made.get(phase)
  if (known !== undefined) return known
  const { build } = conforming({ phase })
  const records = new Map(registers.flatMap((register) => build.all(register)).map((record) => [record.id, record]))
  made.set(phase, records)
  return records
}

/** As the store hands a state out: by register, in order of number. */
export function stateOf(records: Records, sequence = records.size): IsmsState {
  const ordered = [...records.values()].toSorted((a, b) =>
    a.register === b.register ? ordinalOf(a) - ordinalOf(b) : a.register < b.register ? -1 : 1,
  )
  return ismsOf(ordered, sequence)
}

/** One random fault: which record and field, by position, and how far to go wrong. The same numbers give the same fault. */
export interface Fault {
  /** Whether it hits what every rule is given of the organisation, or any register. */
  readonly isWorldly: boolean
  readonly register: number
  readonly record: number
  readonly field: number
  readonly kind: 'empty' | 'other' | 'state' | 'remove' | 'twin'
  readonly size: number
}

const kind = fc.constantFrom('empty', 'empty', 'other', 'other', 'other', 'state', 'remove', 'twin')
const fault = fc.record({
  isWorldly: fc.boolean(),
  register: fc.nat(1_000),
  record: fc.nat(1_000),
  field: fc.nat(1_000),
  kind,
  size: fc.nat(800),
}) satisfies fc.Arbitrary<Fault>

export const faults: fc.Arbitrary<readonly Fault[]> = fc.array(fault, { maxLength: 12 })

/** What is done one day after another: each step some days after the one before. */
export interface Step {
  readonly days: number
  readonly faults: readonly Fault[]
}

export const histories: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({ days: fc.integer({ min: 0, max: 90 }), faults: fc.array(fault, { maxLength: 5 }) }),
  { minLength: 1, maxLength: 8 },
)

/** Registers from which the meta rules, gates and remedies learn something. */
const WORLDLY = [
  'organisation',
  'audit',
  'finding',
  'exception',
  'approval',
  'action',
  'nonconformity',
  'statement',
  'statement_line',
  'control',
  'person',
  'role',
  'role_assignment',
  'requirement',
  'risk',
  'treatment',
]

/** One change after another on one day: what was said of all others stands then, if anything does. */
export const changes: fc.Arbitrary<readonly Step[]> = fc
  .array(fault, { minLength: 10, maxLength: 30 })
  .map((all) => all.map((one) => ({ days: 0, faults: [one] })))

function pick<T>(of: readonly T[], index: number): T | undefined {
  return of.length === 0 ? undefined : of[index % of.length]
}

/** The organisation with the faults in it. */
export function spoiled(records: Records, wrong: readonly Fault[]): Records {
  const spoilt = new Map(records)
  for (const one of wrong) {
    const record = victim(spoilt, one)
    if (record === undefined) continue
    const after = one.kind === 'remove' ? null : spoil(spoilt, record, one)
    if (after === null) spoilt.delete(record.id)
    else spoilt.set(after.id, after)
  }
  return spoilt
}

/** The records that a step changes or adds, as a ledger would know them; nothing is ever removed from one. */
export function changedIn(records: Records, wrong: readonly Fault[], sequence: number): readonly AnyRecord[] {
  const after = new Map(records)
  return wrong.flatMap((one, index) => {
    const record = victim(after, one)
    if (record === undefined || one.kind === 'remove') return []
    const spoilt = { ...spoil(after, record, one), sequence: sequence + index + 1 }
    after.set(spoilt.id, spoilt)
    return [spoilt]
  })
}

function victim(records: Records, { isWorldly, register, record }: Fault): AnyRecord | undefined {
  const rows = [...records.values()]
  const names = [...new Set(rows.map((one) => one.register))].filter((name) => !isWorldly || WORLDLY.includes(name))
  const name = pick(names, register)
  return pick(
    rows.filter((one) => one.register === name),
    record,
  )
}

function spoil(records: Records, record: AnyRecord, one: Fault): AnyRecord {
  const register = byName.get(record.register)
  if (register === undefined) return record
  if (one.kind === 'twin') return twinOf(records, register, record)
  if (one.kind === 'state') return { ...record, state: pick(statesOf(register), one.size) ?? record.state }
  const name = pick(Object.keys(register.fields), one.field)
  const field = name === undefined ? undefined : register.fields[name]
  // A zone that is none is refused before it is entered.
  if (name === undefined || field === undefined || name === 'timeZone') return record
  const isMissed = one.kind === 'empty'
  if (field.isRequired && isMissed) return record
  return { ...record, [name]: isMissed ? emptied(field) : otherValue(records, field, record[name], one.size) }
}

function statesOf({ states }: Register): readonly string[] {
  return [states.initial, ...Object.values(states.transitions).map(({ to }) => to)]
}

function twinOf(records: Records, register: Register, record: AnyRecord): AnyRecord {
  const rows = [...records.values()].filter((one) => one.register === record.register)
  const ordinal = Math.max(...rows.map(ordinalOf)) + 1
  const id = `00000000-0000-4000-8000-${String(registers.indexOf(register) * 100_000 + ordinal).padStart(12, '0')}`
  return { ...record, id, number: `${register.code}-${ordinal}` }
}

function emptied(field: Field): unknown {
  if (field.kind === 'group') return emptyGroup(field.options.fields ?? {})
  return ['links', 'choices', 'terms', 'list'].includes(field.kind) ? [] : null
}

function emptyGroup(fields: Fields): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, emptied(field)]))
}

/** Another value of the same kind; a link leads elsewhere, of several one is lost. */
function otherValue(records: Records, field: Field, value: unknown, size: number): unknown {
  const { options } = field
  switch (field.kind) {
    case 'date':
      return addDays(typeof value === 'string' ? value : '2026-01-01', size - 500)
    case 'boolean':
      return value !== true
    case 'number':
      return options.integer === true ? (options.least ?? 0) + (size % 40) : size / 4
    case 'choice':
      return pick(options.choices ?? [], size) ?? null
    case 'text':
    case 'longText':
    case 'richText':
      return 'x'.repeat(1 + (size % 30))
    case 'link':
      return pick(targets(records, options.targets ?? []), size) ?? value
    case 'group':
      return otherGroup(records, options.fields ?? {}, value, size)
    default:
      return otherMany(records, field, value, size)
  }
}

function otherMany(records: Records, { kind: of, options }: Field, value: unknown, size: number): unknown {
  const fewer: readonly unknown[] = Array.isArray(value) ? value.slice(1) : []
  if (of === 'choices') return (options.choices ?? []).slice(0, size % 3)
  if (of === 'list' || of === 'terms') return fewer
  if (of !== 'links') return null
  return [...fewer, pick(targets(records, options.targets ?? []), size)].filter((id) => typeof id === 'string')
}

function otherGroup(records: Records, fields: Fields, value: unknown, size: number): unknown {
  const name = pick(Object.keys(fields), size)
  const field = name === undefined ? undefined : fields[name]
  if (name === undefined || field === undefined || typeof value !== 'object' || value === null) return value
  return {
    ...value,
    [name]: otherValue(records, field, Object.entries(value).find(([key]) => key === name)?.[1], size),
  }
}

function targets(records: Records, names: readonly string[]): readonly RecordId[] {
  return [...records.values()].filter((one) => names.includes(one.register)).map(({ id }) => id)
}
