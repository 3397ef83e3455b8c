import type { Cell, Sheet } from '../../../../kernel/sheet.ts'
import { isNothing, normalised } from '../words.ts'
import { type Grid, gridOf } from './grid.ts'
import { type HeaderColumn, headerColumns } from './header.ts'
import { type Prepared, prepared } from './likeness.ts'
import { ASSETS } from './profiles/assets.ts'
import { RISKS } from './profiles/risks.ts'
import { STATEMENT } from './profiles/statement.ts'
import type { Profile } from './profiles/words.ts'

/** All that is looked for; taken apart once for a whole import. */
export function profiles(): readonly Prepared[] {
  return [STATEMENT, RISKS, ASSETS].map(prepared)
}

/** A table that was found in a sheet: where its header stands, what its columns are, and which rows are its data. */
export interface FoundTable {
  readonly grid: Grid
  readonly profile: Profile
  readonly headerRow: number
  /** For choosing between tables of one sheet. */
  readonly weight: number
  /** How sure its columns are, of 1. */
  readonly share: number
  readonly columns: readonly HeaderColumn[]
  readonly rows: readonly number[]
}

/** Headers stand near the top; a sheet of a million rows is not looked through for one. */
const LAST_HEADER_ROW = 400

/** The one table in the sheet that is most like one of those that are known; null where there is none. */
export function findTable(sheet: Sheet, title: string, wanted: readonly Prepared[]): FoundTable | null {
  const grid = gridOf(sheet)
  let best: FoundTable | null = null
  for (let row = 1; row <= Math.min(grid.lastRow, LAST_HEADER_ROW); row += 1) {
    if (grid.row(row).length < 3) continue
    for (const one of wanted) {
      const found = tableAt(grid, row, one, title)
      if (found !== null && (best === null || found.weight > best.weight)) best = found
    }
  }
  return best
}

function tableAt(grid: Grid, headerRow: number, wanted: Prepared, title: string): FoundTable | null {
  const found = tableAs(grid, headerRow, wanted, title)
  const { profile } = wanted
  const targets = new Set(found.columns.map(({ target }) => target))
  const hasNeeded = profile.needs.every((options) => options.some((key) => targets.has(key)))
  const others = profile.alsoNeeds.of.filter((key) => targets.has(key)).length
  return hasNeeded && others >= profile.alsoNeeds.count && found.rows.length > 0 ? found : null
}

/** The table with its header in this row, taken for one of this kind because somebody says so. */
export function tableAs(grid: Grid, headerRow: number, wanted: Prepared, title: string): FoundTable {
  const { profile } = wanted
  const columns = headerColumns(grid, headerRow, wanted)
  const rows = columns.some(({ target }) => target !== null) ? dataRows(grid, headerRow, columns) : []
  const likeness = columns.reduce((sum, { confidence }) => sum + confidence, 0)
  const share = likeness / Math.max(1, columns.length)
  const hint = isHinted(`${grid.sheet.name} ${title}`, profile) ? 1 : 0
  return { grid, profile, headerRow, columns, rows, share, weight: (share * 0.9 + hint * 0.1) * (likeness + hint) }
}

function isHinted(text: string, profile: Profile): boolean {
  const words = new Set(normalised(text).split(' '))
  return profile.hints.some((phrase) => phrase.split(' ').every((word) => words.has(word)))
}

/** How many empty rows may stand between rows of one table. */
const MOST_GAP = 1

/**
 * The rows under the header, up to where the table ends: after empty rows, unless the numbering goes on; and before
 * another header in the same columns. So a legend beneath the data is not taken for data.
 */
export function dataRows(grid: Grid, headerRow: number, columns: readonly HeaderColumn[]): readonly number[] {
  const inTable = new Set(columns.map(({ column }) => column))
  const numbering = columns.find(({ target }) => target === 'number' || target === 'control')?.column ?? null
  const rows: number[] = []
  let gap = 0
  for (let row = headerRow + 1; row <= grid.lastRow; row += 1) {
    const cells = grid.row(row).filter((cell) => inTable.has(cell.column))
    if (cells.length === 0) {
      gap += 1
      continue
    }
    if (rows.length > 0 && gap > 0 && !goesOn(grid, { row, gap, numbering, rows })) break
    gap = 0
    if (rows.length === 0 && isSecondHeaderLine(cells, columns)) continue
    rows.push(row)
  }
  return rows
}

interface Going {
  readonly row: number
  readonly gap: number
  readonly numbering: number | null
  readonly rows: readonly number[]
}

function goesOn(grid: Grid, { row, gap, numbering, rows }: Going): boolean {
  if (numbering === null) return gap <= MOST_GAP
  const numbered = rows.filter((one) => grid.text(one, numbering) !== '').length
  const isNumbered = numbered >= rows.length * 0.8
  return isNumbered ? grid.text(row, numbering) !== '' && grid.at(row, numbering)?.isCopy !== true : gap <= MOST_GAP
}

/** `(Yes/No)` under `Applicable`: nothing but words in brackets, and nothing where a row has its name. */
function isSecondHeaderLine(cells: readonly Cell[], columns: readonly HeaderColumn[]): boolean {
  const key = columns.find(({ target }) => target === 'title' || target === 'control')?.column
  if (cells.some((cell) => cell.column === key)) return false
  return cells.every((cell) => /^\s*[([].*[)\]]\s*$/s.test(cell.text) || cell.isCopy)
}

/** Whether the row of a template was never filled in: a number, marks, and nothing else. */
export function isTemplateRow(grid: Grid, row: number, columns: readonly HeaderColumn[]): boolean {
  return columns.every(({ column, target }) => {
    if (target === 'number') return true
    const cell = grid.at(row, column)
    return cell === null || isNothing(cell.text) || cell.isFormula
  })
}
