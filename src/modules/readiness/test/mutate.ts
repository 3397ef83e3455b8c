import * as fc from 'fast-check'
import { addDays } from '../../../kernel/calendar.ts'
import type { AnyRecord } from '../../../kernel/isms.ts'
import type { Field, Register } from '../../../kernel/register.ts'
import { registers } from '../../../registers.gen.ts'
import type { Builder } from '../../samples/domain/builder.ts'

/** One random fault: which record and field, by position, and how far to go wrong. The same numbers give the same fault. */
export interface Fault {
  readonly register: number
  readonly record: number
  readonly field: number
  readonly kind: 'empty' | 'other' | 'state' | 'remove'
  readonly size: number
}

export const faults: fc.Arbitrary<readonly Fault[]> = fc.array(
  fc.record({
    register: fc.nat(1_000),
    record: fc.nat(1_000),
    field: fc.nat(1_000),
    kind: fc.constantFrom('empty' as const, 'other' as const, 'other' as const, 'state' as const, 'remove' as const),
    size: fc.nat(800),
  }),
  { maxLength: 12 },
)

function pick<T>(of: readonly T[], index: number): T | undefined {
  return of.length === 0 ? undefined : of[index % of.length]
}

/** Puts the faults into an organisation. */
export function mutate(build: Builder, wrong: readonly Fault[]): void {
  for (const fault of wrong) {
    const register = pick(
      registers.filter((one) => build.all(one).length > 0),
      fault.register,
    )
    const record = register === undefined ? undefined : pick(build.all(register), fault.record)
    if (register !== undefined && record !== undefined) apply(build, register, record, fault)
  }
}

function apply(build: Builder, register: Register, record: AnyRecord, fault: Fault): void {
  if (fault.kind === 'remove') {
    build.remove(record.id)
    return
  }
  if (fault.kind === 'state') {
    const states = [register.states.initial, ...Object.values(register.states.transitions).map(({ to }) => to)]
    build.set(register, record.id, { state: pick(states, fault.size) ?? record.state })
    return
  }
  const name = pick(Object.keys(register.fields), fault.field)
  const field = name === undefined ? undefined : register.fields[name]
  if (
    name === undefined ||
    field === undefined ||
    (field.isRequired && (field.kind === 'link' || fault.kind === 'empty'))
  )
    return
  const value = fault.kind === 'empty' ? null : otherValue(field, record[name], fault.size)
  build.set(register, record.id, { [name]: value })
}

/** Another value of the same kind; links and nested values are emptied, because any other would have to exist. */
function otherValue(field: Field, value: unknown, size: number): unknown {
  switch (field.kind) {
    case 'date':
      return addDays(typeof value === 'string' ? value : '2026-01-01', size - 500)
    case 'boolean':
      return value !== true
    case 'number':
      return field.options.integer === true ? (field.options.least ?? 0) + (size % 40) : size / 4
    case 'choice':
      return pick(field.options.choices ?? [], size) ?? null
    case 'choices':
      return (field.options.choices ?? []).slice(0, size % 3)
    case 'text':
    case 'longText':
    case 'richText':
      return 'x'.repeat(1 + (size % 30))
    case 'instant':
    case 'link':
    case 'links':
    case 'term':
    case 'terms':
    case 'file':
    case 'list':
    case 'group':
      return null
    default:
      return field.kind satisfies never
  }
}
