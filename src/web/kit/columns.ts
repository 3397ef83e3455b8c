import type { Field, Register } from '../../kernel/register.ts'

/** Columns that every register has besides its fields. */
export const HEAD_COLUMNS = ['number', 'state', 'validFrom', 'recordedAt'] as const

/** Every column that a list of this register can show, in the order of the declaration. */
export function allColumns(register: Register): readonly string[] {
  return ['number', ...Object.keys(register.fields), 'state', 'validFrom', 'recordedAt']
}

/** The columns to show: those asked for in the address, else those of the declaration. */
export function shownColumns(register: Register, asked: string | null): readonly string[] {
  const known = new Set(allColumns(register))
  const columns = (asked ?? '').split(',').filter((column) => known.has(column))
  return columns.length > 0 ? columns : register.list
}

/** Beside an opened record the list keeps what tells its rows apart: number, name, and who answers for it. */
export function narrowColumns(register: Register, columns: readonly string[]): readonly string[] {
  const keep = new Set(['number', register.title, register.owner ?? 'state'])
  return columns.filter((column) => keep.has(column))
}

export function isSortable(register: Register, column: string): boolean {
  const kind = register.fields[column]?.kind
  return kind === undefined || !['list', 'group', 'file', 'richText', 'links', 'terms', 'choices'].includes(kind)
}

/** Amounts stand right, words left. */
export function isAmount(field: Field | undefined): boolean {
  return field?.kind === 'number'
}

/** Key of a column's head: a field's own label, or the word for what every record has. */
export function columnText(register: Register, column: string): string {
  return column in register.fields ? `${register.name}.${column}` : `field.${column}`
}

/** What a press on a column's head asks for: first rising, then falling. */
export function nextSort(current: string | null, column: string): string {
  return current === column ? `-${column}` : column
}
