import type { Cell, Sheet } from '../../../../kernel/sheet.ts'
import { isBlank } from '../words.ts'

/** A sheet by row and column, for looking around in. */
export interface Grid {
  readonly sheet: Sheet
  readonly lastRow: number
  at(row: number, column: number): Cell | null
  /** The text that stands there; empty for nothing and for the marks that templates put there. */
  text(row: number, column: number): string
  row(row: number): readonly Cell[]
}

export function gridOf(sheet: Sheet): Grid {
  const rows = new Map(sheet.rows.map((cells) => [cells[0]?.row ?? 0, cells]))
  const byColumn = new Map<number, ReadonlyMap<number, Cell>>()
  const cellsIn = (row: number): ReadonlyMap<number, Cell> => {
    const known = byColumn.get(row)
    if (known !== undefined) return known
    const made = new Map((rows.get(row) ?? []).map((cell) => [cell.column, cell]))
    byColumn.set(row, made)
    return made
  }
  const at = (row: number, column: number): Cell | null => cellsIn(row).get(column) ?? null
  return {
    sheet,
    lastRow: sheet.rows.at(-1)?.[0]?.row ?? 0,
    at,
    text: (row, column) => {
      const text = at(row, column)?.text.trim() ?? ''
      return isBlank(text) ? '' : text
    },
    row: (row) => rows.get(row) ?? [],
  }
}
