/** Puts the values of columns together into the groups and lists that they are part of. */
import { emptyFields, emptyValue } from '../../../../kernel/empty.ts'
import type { AnyRecord } from '../../../../kernel/isms.ts'
import { type Json, type JsonObject, sameJson } from '../../../../kernel/json.ts'
import type { Fields, Register } from '../../../../kernel/register.ts'
import { type Column, columnsOf } from './columns.ts'
import { rowsAt, valueAt } from './write-table.ts'

/** What one column says; a column of a list brings one value for each line. */
export interface ColumnValue {
  readonly column: Column
  readonly value: Json
}

/** The fields as they will be written. What has no column of its own in the table keeps what the record has. */
export function gathered(register: Register, values: readonly ColumnValue[], record: AnyRecord | null): JsonObject {
  const set: Record<string, Json> = {}
  const put = (path: readonly string[], value: Json): void => {
    const [top = '', ...rest] = path
    const field = register.fields[top]
    if (field === undefined) return
    const base = set[top] ?? (record === null ? undefined : valueAt(record, [top])) ?? emptyValue(field)
    set[top] = placed(base, rest, value, field.options.fields ?? {})
  }
  for (const { column, value } of values) if (column.list === null) put(column.path, value)
  for (const list of listsIn(values)) put(list, listOf(register, list, values, record))
  return set
}

function placed(base: Json, path: readonly string[], value: Json, fields: Fields): Json {
  const [name, ...rest] = path
  if (name === undefined) return value
  const object = isObject(base) ? base : {}
  const field = fields[name]
  const inner = object[name] ?? (field === undefined ? null : emptyValue(field))
  return { ...object, [name]: placed(inner, rest, value, field?.options.fields ?? {}) }
}

function listsIn(values: readonly ColumnValue[]): readonly (readonly string[])[] {
  const lists = new Map(values.flatMap(({ column: { list } }) => (list === null ? [] : [[list.join('.'), list]])))
  return [...lists.values()]
}

/** As many rows as the column with the most lines has; rows that say nothing are left out. */
function listOf(
  register: Register,
  list: readonly string[],
  values: readonly ColumnValue[],
  record: AnyRecord | null,
): Json {
  const key = list.join('.')
  const inList = values.filter(({ column }) => column.list?.join('.') === key)
  const all = columnsOf(register).filter((column) => column.list?.join('.') === key)
  const isWhole = all.every((column) => inList.some((value) => value.column.key === column.key))
  const now = isWhole || record === null ? [] : rowsAt(record, list)
  const count = Math.max(0, ...inList.map(({ value }) => (isList(value) ? value.length : 0)))
  const fields = fieldsAt(register.fields, list)
  const empty = emptyFields(fields)
  const rows = Array.from({ length: count }, (_, index) => {
    let row: Json = { ...empty, ...jsonOf(now[index]) }
    for (const { column, value } of inList) {
      const path = column.path.slice(list.length)
      const line = isList(value) ? value[index] : undefined
      row = placed(row, path, line ?? emptyAt(fields, path), fields)
    }
    return row
  })
  return rows.filter((row) => !sameJson(row, empty))
}

function jsonOf(row: Readonly<Record<string, unknown>> | undefined): JsonObject {
  if (row === undefined) return {}
  return Object.fromEntries(Object.keys(row).map((name) => [name, valueAt(row, [name]) ?? null]))
}

function fieldsAt(fields: Fields, path: readonly string[]): Fields {
  let inner = fields
  for (const name of path) inner = inner[name]?.options.fields ?? {}
  return inner
}

function emptyAt(fields: Fields, path: readonly string[]): Json {
  const field = fieldsAt(fields, path.slice(0, -1))[path.at(-1) ?? '']
  return field === undefined ? null : emptyValue(field)
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}
