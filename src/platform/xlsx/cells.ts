import { Refusal } from '../../kernel/refusal.ts'
import type { Cell, Sheet } from '../../kernel/sheet.ts'
import { address, LAST_ROW, position } from './address.ts'
import { mergedRange, type Range, spread } from './merged.ts'
import type { Notices } from './notices.ts'
import { type Package, readPart, type SheetPart, unescaped } from './parts.ts'
import { isDateFormat, serialText } from './serial.ts'

/** What all sheets of one workbook share while they are read. */
export interface Reading {
  readonly texts: readonly string[]
  readonly formats: readonly (string | null)[]
  readonly is1904: boolean
  readonly notices: Notices
  /** Cells that may still be read, over all sheets. */
  cellsLeft: number
}

interface RawCell {
  row: number
  column: number
  type: string
  style: number
  value: string
  inline: string
  isFormula: boolean
}

/** The cells of one sheet, merged ranges spread out. */
export async function readSheet(pack: Package, part: SheetPart, reading: Reading): Promise<Sheet> {
  const rows: Cell[][] = []
  const ranges: Range[] = []
  const place = { sheet: part.name }
  const scanner = cellScanner(
    (raw) => {
      const cell = cellOf(raw, reading, part.name)
      if (cell === null) return
      reading.cellsLeft -= 1
      if (reading.cellsLeft < 0) throw new Refusal('invalid', 'workbook.too_many_cells', { values: place })
      const row = rows.at(-1)
      if (row?.[0]?.row === cell.row) row.push(cell)
      else rows.push([cell])
    },
    (reference) => {
      const range = mergedRange(reference)
      if (range !== null) ranges.push(range)
    },
  )
  const isThere = await readPart(pack, part.path, scanner)
  if (!isThere) throw new Refusal('invalid', 'workbook.damaged')
  return { name: part.name.trim(), isHidden: part.isHidden, rows: spread(ordered(rows), ranges, reading) }
}

/** Writers other than Excel may give rows and cells out of order. */
function ordered(rows: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
  const byRow = new Map<number, Cell[]>()
  for (const row of rows) {
    for (const cell of row) {
      const known = byRow.get(cell.row)
      if (known === undefined) byRow.set(cell.row, [cell])
      else known.push(cell)
    }
  }
  for (const row of byRow.values()) row.sort((a, b) => a.column - b.column)
  return [...byRow.values()].sort((a, b) => (a[0]?.row ?? 0) - (b[0]?.row ?? 0))
}

interface Scanner {
  readonly open: (name: string, attributes: () => Readonly<Record<string, string>>) => void
  readonly text: (text: string) => void
  readonly close: (name: string) => void
}

function cellScanner(onCell: (raw: RawCell) => void, onMerge: (reference: string) => void): Scanner {
  let row = 0
  let column = 0
  let cell: RawCell | null = null
  let within: 'v' | 't' | null = null
  let isPhonetic = false
  return {
    open: (name, attributes) => {
      if (name === 'row') {
        row = position(attributes()['r'], row + 1, LAST_ROW)
        column = 0
      }
      if (name === 'c') {
        cell = opened(attributes(), row, column + 1)
        column = cell.column
      }
      if (name === 'f' && cell !== null) cell.isFormula = true
      if (name === 'rPh') isPhonetic = true
      if (name === 'v' || name === 't') within = name
      if (name === 'mergeCell') onMerge(attributes()['ref'] ?? '')
    },
    text: (text) => {
      if (cell === null || isPhonetic) return
      if (within === 'v') cell.value += text
      if (within === 't') cell.inline += text
    },
    close: (name) => {
      if (name === 'v' || name === 't') within = null
      if (name === 'rPh') isPhonetic = false
      if (name !== 'c' || cell === null) return
      onCell(cell)
      cell = null
    },
  }
}

function opened(attributes: Readonly<Record<string, string>>, row: number, column: number): RawCell {
  const { r: reference, t: type, s: style } = attributes
  const at = reference === undefined ? { row, column } : address(reference)
  return { ...at, type: type ?? 'n', style: Number(style ?? 0), value: '', inline: '', isFormula: false }
}

function cellOf(raw: RawCell, reading: Reading, sheet: string): Cell | null {
  const { row, column, isFormula } = raw
  const place = { sheet, row, column }
  const format = reading.formats[raw.style] ?? null
  const base = { row, column, format, isFormula, isError: false, isCopy: false, number: null, date: null }
  if (isFormula && raw.value === '' && raw.type !== 'str') {
    reading.notices.note('workbook.formula_without_value', place)
    return { ...base, text: '', isError: true }
  }
  if (raw.type === 'e') {
    reading.notices.note('workbook.error_value', place)
    return { ...base, text: '', isError: true }
  }
  if (raw.type === 'n') return raw.value === '' ? null : { ...base, ...numeric(raw.value, format, reading) }
  const text = textOf(raw, reading)
  return text === '' ? null : { ...base, text, date: raw.type === 'd' ? text.slice(0, 10) : null }
}

function textOf(raw: RawCell, reading: Reading): string {
  switch (raw.type) {
    case 's': {
      const text = reading.texts[Number(raw.value)]
      if (text === undefined && raw.value !== '') throw new Refusal('invalid', 'workbook.damaged')
      return text ?? ''
    }
    case 'b':
      return raw.value === '1' || raw.value === 'true' ? 'true' : 'false'
    case 'inlineStr':
      return unescaped(raw.inline)
    default:
      return unescaped(raw.value)
  }
}

function numeric(
  value: string,
  format: string | null,
  reading: Reading,
): { readonly text: string; readonly number: number | null; readonly date: string | null } {
  const number = Number(value)
  if (!Number.isFinite(number)) throw new Refusal('invalid', 'workbook.damaged')
  const moment = format !== null && isDateFormat(format) ? serialText(number, reading.is1904) : null
  return { text: moment ?? String(number), number, date: moment?.slice(0, 10) ?? null }
}
