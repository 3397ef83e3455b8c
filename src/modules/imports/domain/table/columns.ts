/** The columns of a register's own table, derived from its declaration. */
import type { Field, Fields, Register } from '../../../../kernel/register.ts'
import type { Language, Words } from '../../../../kernel/text.ts'
import { normalised } from '../words.ts'

export type WordsIn = Readonly<Record<Language, Words>>

/** The columns that every record has beside its fields. `version` says which version was exported, so that a later change is not lost. */
export const HEAD = ['number', 'state', 'version'] as const

export interface Column {
  /** `title`, `boundaries.units`; the name that is the same in every language. */
  readonly key: string
  readonly path: readonly string[]
  readonly field: Field
  /** The path of the list whose rows are the lines of this cell; null outside a list. */
  readonly list: readonly string[] | null
}

/** One column per value; a group gives one per field, a list one per field with a line in the cell for each row. */
export function columnsOf(register: Register): readonly Column[] {
  return columnsIn(register.fields, [], null)
}

function columnsIn(fields: Fields, above: readonly string[], list: readonly string[] | null): readonly Column[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const path = [...above, name]
    if (field.kind === 'group') return columnsIn(field.options.fields ?? {}, path, list)
    if (field.kind === 'list' && list === null) return columnsIn(field.options.fields ?? {}, path, path)
    return [{ key: path.join('.'), path, field, list }]
  })
}

/** Where a field stands in its register: fields that the person may not fill in here are told apart by their first step. */
export function topField(register: Register, column: Column): Field | null {
  return register.fields[column.path[0] ?? ''] ?? null
}

/** What people read above the column: the labels of all steps, `Raakvlakken: wat`. */
export function labelOf(register: Register, column: Column, words: Words): string {
  return column.path
    .map((_, index) => words(`${register.name}.${column.path.slice(0, index + 1).join('.')}`))
    .join(': ')
}

/** The headers of a table in one language. Where two columns would be called the same, both get their key behind it. */
export function headersOf(register: Register, words: Words): ReadonlyMap<string, string> {
  const labels = new Map<string, string>(HEAD.map((name) => [name, words(`import.column.${name}`)]))
  for (const column of columnsOf(register)) labels.set(column.key, labelOf(register, column, words))
  const counts = new Map<string, number>()
  for (const label of labels.values()) counts.set(normalised(label), (counts.get(normalised(label)) ?? 0) + 1)
  return new Map(
    [...labels].map(([key, label]) => [key, (counts.get(normalised(label)) ?? 0) > 1 ? `${label} [${key}]` : label]),
  )
}

/** Which column a header names, in either language or by key. */
export type HeaderIndex = ReadonlyMap<string, string>

export function headerIndex(register: Register, words: WordsIn): HeaderIndex {
  const index = new Map<string, string>()
  for (const key of [...HEAD, ...columnsOf(register).map((column) => column.key)]) index.set(`[${key}]`, key)
  for (const language of [words.en, words.nl]) {
    for (const [key, label] of headersOf(register, language)) index.set(normalised(label), key)
  }
  for (const key of index.values()) if (!index.has(normalised(key))) index.set(normalised(key), key)
  return index
}

export function columnNamed(index: HeaderIndex, header: string): string | null {
  const key = /\[[\w.]+\]\s*$/.exec(header)?.[0].trim()
  return (key === undefined ? undefined : index.get(key)) ?? index.get(normalised(header)) ?? null
}
