/**
 * What a workbook or a CSV file says, as plain data: the same shape whatever the file was, so that recognising tables
 * and reading registers back stays pure.
 */
import type { CalendarDate } from './register.ts'

/** One cell that holds something. Rows and columns count from 1, as in Excel. */
export interface Cell {
  readonly row: number
  readonly column: number
  /** What a person reads there: numbers in their shortest exact form (5.0999999999999996 is `5.1`), dates as `2023-01-31`. */
  readonly text: string
  readonly number: number | null
  readonly date: CalendarDate | null
  /** The number format, where the file gives one; `@` where the cell was made text. */
  readonly format: string | null
  readonly isFormula: boolean
  /** `#N/A` and its kin: the text is empty, because nothing is known. */
  readonly isError: boolean
  /** The value of a merged range, repeated in every cell of the range but its first. */
  readonly isCopy: boolean
}

/** One sheet: rows that hold something, in order, each with the cells that hold something, in order. */
export interface Sheet {
  readonly name: string
  readonly isHidden: boolean
  readonly rows: readonly (readonly Cell[])[]
}

/** Something that was read otherwise than it stands in the file; `count` says how often, the position is the first. */
export interface SheetNotice {
  readonly code: string
  readonly sheet: string | null
  readonly row: number | null
  readonly column: number | null
  readonly count: number
}

export interface Workbook {
  readonly sheets: readonly Sheet[]
  readonly notices: readonly SheetNotice[]
}

/** A cell with only text, as CSV gives it. */
export function textCell(row: number, column: number, text: string): Cell {
  return { row, column, text, number: null, date: null, format: null, isFormula: false, isError: false, isCopy: false }
}

/** 1 is A, 27 is AA: how people name a column. */
export function columnName(column: number): string {
  let name = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCodePoint(65 + ((rest - 1) % 26)) + name
  }
  return name
}

/** A cell to write. Text is always written as text: Excel never runs it, whatever it starts with. */
export type OutCell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'date'; readonly date: CalendarDate }
  | null

export interface OutSheet {
  readonly name: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly OutCell[])[]
}

/** Excel takes no longer text in a cell; whoever writes one decides what to say instead. */
export const MOST_CELL_TEXT = 32_767
