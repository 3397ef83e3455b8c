/** A register as a table: what is exported can be changed in Excel and brought back. */
import type { AnyRecord } from '../../../../kernel/isms.ts'
import type { Json } from '../../../../kernel/json.ts'
import type { OutCell, OutSheet } from '../../../../kernel/sheet.ts'
import { type Column, columnsOf, headersOf } from './columns.ts'
import { lines } from './texts.ts'
import { cellOf, textOf, type Writing } from './write-value.ts'

/** The whole register in one language: number first, then every field, then state and version. */
export function tableOf(writing: Writing, records: readonly AnyRecord[]): OutSheet {
  const { register } = writing
  const words = writing.words[writing.language]
  const columns = columnsOf(register)
  const headers = headersOf(register, words)
  const keys = ['number', ...columns.map(({ key }) => key), 'state', 'version']
  return {
    name: words(`${register.name}.plural`),
    header: keys.map((key) => headers.get(key) ?? key),
    rows: records.map((record) => rowOf(writing, columns, record)),
  }
}

function rowOf(writing: Writing, columns: readonly Column[], record: AnyRecord): readonly OutCell[] {
  const words = writing.words[writing.language]
  return [
    { kind: 'text', text: record.number },
    ...columns.map((column) => fieldCell(writing, column, record)),
    { kind: 'text', text: words(`${writing.register.name}.state.${record.state}`) },
    { kind: 'number', number: record.version },
  ]
}

function fieldCell(writing: Writing, column: Column, record: AnyRecord): OutCell {
  if (column.list === null) return cellOf(writing, column, valueAt(record, column.path))
  const rows = rowsAt(record, column.list)
  const inside = column.path.slice(column.list.length)
  const texts = rows.map((row) => textOf(writing, column, valueAt(row, inside)))
  const isEmpty = texts.every((text) => text === '')
  return cellOf(writing, AS_TEXT(column), isEmpty ? null : lines(texts))
}

/** The lines of a list are text, whatever their field is. */
const AS_TEXT = (column: Column): Column => ({ ...column, field: { ...column.field, kind: 'longText' } })

export function rowsAt(
  record: Readonly<Record<string, unknown>>,
  path: readonly string[],
): readonly Readonly<Record<string, unknown>>[] {
  const value = valueAt(record, path)
  return Array.isArray(value) ? value.filter(isObject) : []
}

/** The value at a path through groups. */
export function valueAt(record: Readonly<Record<string, unknown>>, path: readonly string[]): Json | undefined {
  let value: unknown = record
  for (const step of path) value = isObject(value) ? value[step] : undefined
  return isJson(value) ? value : undefined
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** INVARIANT: records come from the store, where every value is JSON. */
function isJson(value: unknown): value is Json {
  return value !== undefined
}
