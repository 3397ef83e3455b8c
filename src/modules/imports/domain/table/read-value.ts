import { emptyValue } from '../../../../kernel/empty.ts'
import type { Json } from '../../../../kernel/json.ts'
import type { Field, Register, TermSet } from '../../../../kernel/register.ts'
import { type Cell, textCell } from '../../../../kernel/sheet.ts'
import type { Language } from '../../../../kernel/text.ts'
import { isTerm } from '../../../catalogue/domain/terms.ts'
import { cellDate, numberIn } from '../dates.ts'
import { isBlank, normalised, yesOrNo } from '../words.ts'
import { type Column, columnsOf, type WordsIn } from './columns.ts'
import type { Lookup, Named } from './lookup.ts'
import { parted } from './texts.ts'

/** What cells are read with: whose register, the labels in both languages, and what links can point at. */
export interface Reading {
  readonly register: Register
  readonly words: WordsIn
  /** In which choices are named when something is none of them. */
  readonly language: Language
  readonly lookup: Lookup
  readonly columns: readonly Column[]
  /** Names of the fields without which there is no record. */
  readonly required: readonly string[]
  /** What the choices of each column are called; owned and filled by `readValue`. */
  readonly forms: Map<string, ChoiceForms>
  /** How the sentence begins and ends that stands for a text too long for a cell, in either language. */
  readonly tooLong: readonly (readonly [string, string])[]
}

export interface ChoiceForms {
  /** The choices that are written exactly so, and those that are when case and marks do not count. */
  readonly exact: ReadonlyMap<string, readonly string[]>
  readonly alike: ReadonlyMap<string, readonly string[]>
  readonly shown: string
}

/** Works out once what every row of a table asks for. */
export function readingOf(parts: Omit<Reading, 'columns' | 'required' | 'forms' | 'tooLong'>): Reading {
  const tooLong = [parts.words.nl, parts.words.en].map((words): readonly [string, string] => {
    const [before = '', after = ''] = words('import.cell.too_long', { length: '\u0000' }).split('\u0000')
    return [before, after]
  })
  const required = Object.entries(parts.register.fields).flatMap(([name, { isRequired }]) => (isRequired ? [name] : []))
  return { ...parts, columns: columnsOf(parts.register), required, forms: new Map(), tooLong }
}

/** Whether the cell says that its text was too long for it: such a field keeps what it has. */
export function isLeftAsItIs(reading: Reading, text: string): boolean {
  return reading.tooLong.some(([before, after]) => text.length < 200 && text.startsWith(before) && text.endsWith(after))
}

/** A value, or why it is none; `code` is that of a remark. */
export type ReadValue =
  | { readonly ok: true; readonly value: Json }
  | { readonly ok: false; readonly code: string; readonly values: Readonly<Record<string, string | number>> }

const read = (value: Json): ReadValue => ({ ok: true, value })
const unread = (code: string, text: string, values: Readonly<Record<string, string | number>> = {}): ReadValue => ({
  ok: false,
  code,
  values: { text: text.slice(0, 80), ...values },
})

/** One cell, or one line of a cell, as the value of its field. An empty text is an empty value. */
export function readValue(reading: Reading, column: Column, from: string | Cell): ReadValue {
  const cell = typeof from === 'string' ? textCell(0, 0, from) : from
  const { field } = column
  if (cell.text.trim() === '') return read(emptyValue(field))
  switch (field.kind) {
    case 'text':
    case 'longText':
    case 'richText':
      return read(cell.text)
    case 'choice':
    case 'choices':
      return readChoices(reading, column, cell.text)
    case 'number':
      return readNumber(cell)
    case 'boolean':
      return readBoolean(cell.text)
    case 'date':
      return readDate(cell)
    case 'link':
    case 'links':
      return readLinks(reading, field, cell.text)
    case 'term':
    case 'terms':
      return readTerms(field, cell.text)
    case 'list':
    case 'group':
      return readJson(cell.text)
    case 'instant':
    case 'file':
      return read(cell.text.trim())
  }
}

function readNumber(cell: Cell): ReadValue {
  const number = cell.number ?? numberIn(cell.text)
  return number === null ? unread('not_a_number', cell.text) : read(number)
}

function readBoolean(text: string): ReadValue {
  if (isBlank(text)) return read(null)
  const answer = yesOrNo(text)
  return answer === null ? unread('not_yes_or_no', text) : read(answer)
}

function readDate(cell: Cell): ReadValue {
  const date = cellDate(cell)
  return date === null ? unread('not_a_date', cell.text) : read(date)
}

/** Every part, or the first that cannot be read. */
function readParts(field: Field, text: string, one: (part: string) => ReadValue): ReadValue {
  const isMany = field.kind === 'choices' || field.kind === 'links' || field.kind === 'terms'
  if (!isMany) return one(text.trim())
  const values: Json[] = []
  for (const part of parted(text)) {
    const value = one(part)
    if (!value.ok) return value
    if (!values.includes(value.value)) values.push(value.value)
  }
  return read(values)
}

function readChoices(reading: Reading, column: Column, text: string): ReadValue {
  const forms = choiceForms(reading, column)
  return readParts(column.field, text, (part) => {
    const [choice, second] = forms.exact.get(part) ?? forms.alike.get(normalised(part)) ?? []
    if (choice !== undefined && second === undefined) return read(choice)
    return unread('not_a_choice', part, { choices: forms.shown })
  })
}

/** Made once per column: a file of 100,000 rows asks for it in every row. */
function choiceForms(reading: Reading, column: Column): ChoiceForms {
  const known = reading.forms.get(column.key)
  if (known !== undefined) return known
  const exact = new Map<string, readonly string[]>()
  const alike = new Map<string, readonly string[]>()
  const add = (map: Map<string, readonly string[]>, form: string, choice: string): void => {
    map.set(form, [...new Set([...(map.get(form) ?? []), choice])])
  }
  const label = (choice: string, language: Language): string =>
    reading.words[language](`${reading.register.name}.${column.key}.${choice}`)
  const choices = column.field.options.choices ?? []
  for (const choice of choices) {
    for (const form of [choice, label(choice, 'nl'), label(choice, 'en')]) {
      add(exact, form, choice)
      add(alike, normalised(form), choice)
    }
  }
  const shown = choices.map((choice) => label(choice, reading.language)).join(', ')
  const forms = { exact, alike, shown: shown.slice(0, 400) }
  reading.forms.set(column.key, forms)
  return forms
}

function readLinks(reading: Reading, field: Field, text: string): ReadValue {
  const targets = field.options.targets ?? []
  return readParts(field, text, (part) => {
    const found = target(reading.lookup, part, targets)
    if (found === 'many') return unread('link_ambiguous', part)
    if (found === null) return unread('link_unknown', part)
    if (found === 'contradicts') return unread('link_contradicts', part)
    return read(found.id)
  })
}

/** `P-3`, `P-3 Jan Jansen`, or a title alone. A number and a title that belong to different records are nobody's guess. */
function target(lookup: Lookup, text: string, targets: readonly string[]): Named | 'many' | 'contradicts' | null {
  const [number, title] = numberAndTitle(text)
  const numbered = number === null ? null : lookup.byNumber(number)
  if (numbered !== null && (targets.length === 0 || targets.includes(numbered.register))) {
    const isSame = title === '' || normalised(title) === normalised(numbered.title)
    return isSame ? numbered : 'contradicts'
  }
  const titled = lookup.byTitle(text, targets)
  if (titled.length > 1) return 'many'
  return titled[0] ?? null
}

function numberAndTitle(text: string): readonly [string | null, string] {
  const parts = /^([A-Za-z]{1,3}-\d+)(?:\s+(.*))?$/s.exec(text.trim())
  return parts === null ? [null, text] : [parts[1] ?? null, parts[2] ?? '']
}

function readTerms(field: Field, text: string): ReadValue {
  const set = field.options.set
  return readParts(field, text, (part) => {
    const id = set === undefined ? null : termId(set, part)
    return id === null ? unread('not_a_term', part) : read(id)
  })
}

/** Rules are known to the rules alone: their ids are taken as they stand and checked when they are written. */
function termId(set: TermSet, text: string): string | null {
  if (set === 'rule') return text
  const id = [text, text.replace(/^A\.?\s?/i, '')].find((candidate) => isTerm(set, candidate))
  return id ?? null
}

function readJson(text: string): ReadValue {
  try {
    const value: unknown = JSON.parse(text)
    return isJson(value) ? read(value) : unread('not_json', text)
  } catch (error) {
    if (error instanceof SyntaxError) return unread('not_json', text)
    throw error
  }
}

function isJson(value: unknown): value is Json {
  return (
    typeof value === 'object' || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
  )
}
