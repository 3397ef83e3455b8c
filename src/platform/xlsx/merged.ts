import type { Cell } from '../../kernel/sheet.ts'
import { address } from './address.ts'
import type { Notices } from './notices.ts'

export interface Range {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** A range over a whole sheet would be ten thousand million cells: more than this is read as its first cell only. */
const MOST_COPIES = 10_000

/** `K44:L44`; null for a single cell or what is no range. */
export function mergedRange(reference: string): Range | null {
  const [from, to] = reference.split(':')
  if (from === undefined || to === undefined) return null
  const start = address(from)
  const end = address(to)
  return { top: start.row, left: start.column, bottom: end.row, right: end.column }
}

/** Repeats the value of each merged range in all its cells, since that is what people see there. */
export function spread(
  rows: readonly (readonly Cell[])[],
  ranges: readonly Range[],
  reading: { readonly notices: Notices; cellsLeft: number },
): readonly (readonly Cell[])[] {
  if (ranges.length === 0) return rows
  const byRow = new Map(rows.map((row) => [row[0]?.row ?? 0, new Map(row.map((cell) => [cell.column, cell]))]))
  let copiesLeft = Math.min(MOST_COPIES, reading.cellsLeft)
  for (const range of ranges) {
    const first = byRow.get(range.top)?.get(range.left)
    const size = (range.bottom - range.top + 1) * (range.right - range.left + 1)
    if (first === undefined || size > copiesLeft) continue
    copiesLeft -= size
    fill(byRow, range, first)
  }
  return [...byRow.entries()]
    .sort(([a], [b]) => a - b)
    .map(([, cells]) => [...cells.values()].sort((a, b) => a.column - b.column))
}

function fill(byRow: Map<number, Map<number, Cell>>, range: Range, first: Cell): void {
  for (let row = range.top; row <= range.bottom; row += 1) {
    const cells = byRow.get(row) ?? new Map<number, Cell>()
    byRow.set(row, cells)
    for (let column = range.left; column <= range.right; column += 1) {
      if (cells.has(column)) continue
      cells.set(column, { ...first, row, column, isCopy: true })
    }
  }
}
