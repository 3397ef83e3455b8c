import type { Field, Register } from '../../kernel/register.ts'
import { extraColumns, openingColumns } from './extension.ts'

/** Every column that a list of this register can show, in the order of the declaration. */
export function allColumns(register: Register): readonly string[] {
  return withExtra(register, ['number', ...Object.keys(register.fields), 'state', 'validFrom', 'recordedAt'])
}

/** The columns to show: those asked for in the address, else those of the declaration. */
export function shownColumns(register: Register, asked: string | null): readonly string[] {
  const known = new Set(allColumns(register))
  const columns = (asked ?? '').split(',').filter((column) => known.has(column))
  return columns.length > 0 ? columns : (openingColumns(register.name) ?? register.list)
}

/** What the module works out for itself, each behind the column that it belongs to. */
function withExtra(register: Register, columns: readonly string[]): readonly string[] {
  const extra = extraColumns(register.name)
  return columns.flatMap((column) => [column, ...extra.filter(({ after }) => after === column).map(({ name }) => name)])
}

/** Beside an opened record the list keeps what tells its rows apart: number, name, and who answers for it. */
export function narrowColumns(register: Register, columns: readonly string[]): readonly string[] {
  const keep = new Set(['number', register.title, register.owner ?? 'state'])
  return columns.filter((column) => keep.has(column))
}

const UNSORTED: ReadonlySet<string> = new Set(['list', 'group', 'file', 'richText', 'links', 'terms', 'choices'])

export function isSortable(register: Register, column: string): boolean {
  const kind = register.fields[column]?.kind
  if (kind !== undefined) return !UNSORTED.has(kind)
  return extraColumns(register.name).every(({ name }) => name !== column)
}

/** Amounts stand right, words left. */
export function isAmount(field: Field | undefined): boolean {
  return field?.kind === 'number'
}

/** Key of a column's head: a field's own label, or the word for what every record has. */
export function columnText(register: Register, column: string): string {
  if (column in register.fields) return `${register.name}.${column}`
  return extraColumns(register.name).find(({ name }) => name === column)?.text ?? `field.${column}`
}

/** What a press on a column's head asks for: first rising, then falling. */
export function nextSort(current: string | null, column: string): string {
  return current === column ? `-${column}` : column
}
