import type { Json } from '../../../../kernel/json.ts'
import type { Field, TermSet } from '../../../../kernel/register.ts'
import { MOST_CELL_TEXT, type OutCell } from '../../../../kernel/sheet.ts'
import { termReference } from '../../../catalogue/domain/terms.ts'
import type { Column } from './columns.ts'
import { type Reading, readValue } from './read-value.ts'
import { joined } from './texts.ts'

/** What values are written with: the same as they are read with, so that reading can be tried. */
export type Writing = Reading

const text = (value: string): OutCell => (value === '' ? null : { kind: 'text', text: value })

/**
 * One value as a cell. What people read (a label, a name behind a number) is written only where reading it gives the same
 * value again; else the technical form. A text too long for a cell is replaced by a sentence that says so, and stays as it
 * is when that comes back.
 */
export function cellOf(writing: Writing, column: Column, value: Json | undefined): OutCell {
  if (value === undefined || value === null || value === '') return null
  const { field } = column
  if (field.kind === 'number' && typeof value === 'number') return { kind: 'number', number: value }
  if (field.kind === 'date' && typeof value === 'string') return { kind: 'date', date: value }
  const written = textOf(writing, column, value)
  if (written.length <= MOST_CELL_TEXT) return text(written)
  return text(writing.words[writing.language]('import.cell.too_long', { length: written.length }))
}

/** One value as text: what a CSV file, and a line in the cell of a list, hold. */
export function textOf(writing: Writing, column: Column, value: Json | undefined): string {
  if (value === undefined || value === null) return ''
  const kind: Field['kind'] = column.field.kind
  switch (kind) {
    case 'choice':
      return firstThatReads(writing, column, value, [choiceLabel(writing, column, value), plain(value)])
    case 'choices':
    case 'links':
    case 'terms':
      return many(writing, column, value)
    case 'boolean':
      return writing.words[writing.language](value === true ? 'import.yes' : 'import.no')
    case 'link':
      return firstThatReads(writing, column, value, [...linkForms(writing, value), plain(value)])
    case 'term':
      return termForm(column.field.options.set, value)
    case 'list':
      return Array.isArray(value) && value.length === 0 ? '' : JSON.stringify(value)
    case 'group':
      return JSON.stringify(value)
    case 'text':
    case 'longText':
    case 'richText':
    case 'number':
    case 'date':
    case 'instant':
    case 'file':
      return plain(value)
  }
}

function plain(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function many(writing: Writing, column: Column, value: Json): string {
  const values: readonly Json[] = Array.isArray(value) ? value : []
  const { kind, options } = column.field
  if (kind === 'terms') return values.map((id) => termForm(options.set, id)).join('; ')
  const long = values.map((one) =>
    kind === 'choices' ? choiceLabel(writing, column, one) : (linkForms(writing, one)[0] ?? plain(one)),
  )
  const short = values.map((one) => (kind === 'choices' ? plain(one) : (linkForms(writing, one)[1] ?? plain(one))))
  return firstThatReads(writing, column, value, [joined(long) ?? '', short.join('; ')])
}

function firstThatReads(writing: Writing, column: Column, value: Json, forms: readonly string[]): string {
  const last = forms.at(-1) ?? ''
  return (
    forms.find((form) => {
      if (form === '') return false
      const read = readValue(writing, column, form)
      return read.ok && JSON.stringify(read.value) === JSON.stringify(value)
    }) ?? last
  )
}

function choiceLabel(writing: Writing, column: Column, value: Json): string {
  return writing.words[writing.language](`${writing.register.name}.${column.key}.${plain(value)}`)
}

/** `P-3 Jan Jansen`, and `P-3` alone. */
function linkForms(writing: Writing, value: Json): readonly string[] {
  const named = typeof value === 'string' ? writing.lookup.byId(value) : null
  if (named === null || named.number === '') return []
  return [`${named.number} ${named.title}`.trim(), named.number]
}

function termForm(set: TermSet | undefined, value: Json): string {
  return set === undefined ? plain(value) : termReference(set, plain(value))
}
