import { storable } from '../../kernel/json.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Field, Register } from '../../kernel/register.ts'
import { isDate } from '../../kernel/schema.ts'
import { type Fragment, sql } from './query.ts'

/** How a list may be narrowed. `in` compares whole values, `has` looks inside text, `from` and `until` include their end. */
export const OPERATORS = ['in', 'has', 'from', 'until', 'empty', 'filled'] as const
export type Operator = (typeof OPERATORS)[number]

export interface Filter {
  readonly field: string
  readonly operator: Operator
  readonly values: readonly string[]
}

/** Columns of every record that may be filtered and sorted on like a field. */
const COLUMNS: Readonly<
  Record<string, { readonly column: string; readonly kind: 'text' | 'number' | 'date' | 'instant' }>
> = {
  number: { column: 'ordinal', kind: 'number' },
  state: { column: 'state', kind: 'text' },
  version: { column: 'version', kind: 'number' },
  recordedAt: { column: 'recorded_at', kind: 'instant' },
  validFrom: { column: 'valid_from', kind: 'date' },
}

/** An expression in a record's row, and whether it holds many values. */
export interface Operand {
  readonly value: Fragment
  readonly kind: 'text' | 'number' | 'date' | 'instant' | 'boolean'
  readonly isMany: boolean
  readonly isReference: boolean
}

const ANY = '*'

/** What a name in a filter or a sort means in this register. Throws invalid: the name comes from an address. */
export function operandOf(register: Register, name: string): Operand {
  const column = Object.hasOwn(COLUMNS, name) ? COLUMNS[name] : undefined
  if (column !== undefined) {
    return { value: sql.ref(`record.${column.column}`), kind: column.kind, isMany: false, isReference: false }
  }
  const field = Object.hasOwn(register.fields, name) ? register.fields[name] : undefined
  if (field === undefined || field.kind === 'list' || field.kind === 'group') {
    throw new Refusal('invalid', 'list.unknown-field', { values: { field: name } })
  }
  return fieldOperand(register, name, field)
}

function fieldOperand(register: Register, name: string, field: Field): Operand {
  const isMany = field.kind === 'links' || field.kind === 'choices' || field.kind === 'terms'
  const isReference = field.kind === 'link' || field.kind === 'links'
  if (name === register.owner) return { value: sql.ref('record.owner'), kind: 'text', isMany, isReference }
  if (isMany) return { value: sql`record.data->${sql.lit(name)}`, kind: 'text', isMany, isReference }
  const text = sql`record.data->>${sql.lit(name)}`
  if (field.kind === 'number') return { value: sql`(${text})::numeric`, kind: 'number', isMany, isReference }
  const kind = field.kind === 'date' ? 'date' : field.kind === 'boolean' ? 'boolean' : 'text'
  return { value: text, kind, isMany, isReference }
}

/** The condition of one filter. Throws invalid where the database could not compare: the values come from an address. */
export function conditionOf(register: Register, said: Filter): Fragment {
  const filter = { ...said, values: said.values.map(storable) }
  const operand = operandOf(register, filter.field)
  const { value } = operand
  switch (filter.operator) {
    case 'empty':
      return operand.isMany ? sql`coalesce(jsonb_array_length(${value}), 0) = 0` : sql`${value} is null`
    case 'filled':
      return operand.isMany ? sql`coalesce(jsonb_array_length(${value}), 0) > 0` : sql`${value} is not null`
    case 'in':
      if (filter.values.includes(ANY)) return sql`true`
      if (operand.isMany) return sql`${value} ?| ${[...filter.values]}::text[]`
      return sql`${value}::text = any(${[...filter.values]}::text[])`
    case 'has':
      return sql`${value}::text ilike ${`%${escapeLike(filter.values[0] ?? '')}%`}`
    case 'from':
      return sql`${value} >= ${limitOf(operand, filter)}`
    case 'until':
      return sql`${value} <= ${limitOf(operand, filter)}`
  }
}

function limitOf({ kind, isMany, isReference }: Operand, { field, operator, values }: Filter): Fragment {
  const value = values[0] ?? ''
  const unreadable = (code: string): Refusal =>
    new Refusal('invalid', code, { values: { field, filter: `${field}:${operator}:${value}` } })
  if (isMany || isReference) throw unreadable('list.bad-filter')
  switch (kind) {
    case 'number': {
      const count = Number(value)
      if (value === '' || Number.isNaN(count)) throw unreadable('list.not-a-number')
      return sql`${count}::numeric`
    }
    case 'instant':
      if (Number.isNaN(Date.parse(value))) throw unreadable('list.bad-filter')
      return sql`${new Date(value).toISOString()}::timestamptz`
    case 'date':
      // Dates of a register stand in its data as text, that of the record itself in a column.
      if (field !== 'validFrom') return sql`${value}`
      if (!isDate(value)) throw unreadable('list.bad-filter')
      return sql`${value}::date`
    case 'text':
    case 'boolean':
      return sql`${value}`
  }
}

function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, (character) => `\\${character}`)
}
