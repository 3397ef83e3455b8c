import type { Cell } from '../../../../kernel/sheet.ts'
import { controlsInCell } from '../controls.ts'
import { normalised } from '../words.ts'
import type { Grid } from './grid.ts'
import { headerWords, likeness, type Prepared } from './likeness.ts'
import { AFTER_WORDS, BEFORE_WORDS } from './synonyms.ts'

/** One column of a header, with what it was taken for and how sure that is. */
export interface HeaderColumn {
  readonly column: number
  readonly header: string
  readonly target: string | null
  readonly confidence: number
}

/** Less likeness than this is chance. */
const LEAST = 0.5
/** A header is a name, not a paragraph. */
const LONGEST = 120

/** What the cells of a row say if they are the header of such a table: the surest likeness first, each target once. */
export function headerColumns(grid: Grid, row: number, prepared: Prepared): readonly HeaderColumn[] {
  const cells = run(grid, row)
  const choices = cells
    .flatMap((cell) => ranked(grid, cell, prepared).map((choice) => ({ ...choice, column: cell.column })))
    .sort((a, b) => b.confidence - a.confidence)
  const targets = new Set<string>()
  const found = new Map<number, Choice>()
  for (const choice of choices) {
    if (targets.has(choice.key) || found.has(choice.column)) continue
    targets.add(choice.key)
    found.set(choice.column, choice)
  }
  return cells.map((cell) => ({
    column: cell.column,
    header: headerText(cell),
    target: found.get(cell.column)?.key ?? null,
    confidence: found.get(cell.column)?.confidence ?? 0,
  }))
}

/** The cells of the header: one run of columns. A legend beside the table begins after a column without anything. */
function run(grid: Grid, row: number): readonly Cell[] {
  const cells = grid.row(row).filter((cell) => isHeaderText(cell))
  const runs: Cell[][] = []
  for (const cell of cells) {
    const last = runs.at(-1)
    const before = last?.at(-1)
    if (last !== undefined && before !== undefined && isJoined(grid, row, before.column, cell.column)) last.push(cell)
    else runs.push([cell])
  }
  return runs.reduce<readonly Cell[]>((longest, next) => (next.length > longest.length ? next : longest), [])
}

function isHeaderText(cell: Cell): boolean {
  return cell.number === null && !cell.isFormula && cell.text.trim() !== '' && cell.text.length <= LONGEST
}

/** Columns between two headers that hold something in the rows below belong to the table, without a name. */
function isJoined(grid: Grid, row: number, left: number, right: number): boolean {
  for (let column = left + 1; column < right; column += 1) {
    const below = [1, 2, 3, 4, 5].filter((step) => grid.at(row + step, column) !== null)
    if (below.length < 2) return false
  }
  return true
}

interface Choice {
  readonly key: string
  readonly confidence: number
}

function ranked(grid: Grid, cell: Cell, { targets }: Prepared): readonly Choice[] {
  const words = headerWords(headerText(cell))
  const choices = targets
    .map((target) => ({ key: target.key, confidence: likeness(words, target) }))
    .filter(({ confidence }) => confidence >= LEAST)
    .map((choice) => byContent(grid, cell, choice))
    .map((choice) => byTime(grid, cell, choice))
  return choices.filter(({ confidence }) => confidence >= LEAST)
}

function headerText(cell: Cell): string {
  return cell.text.replaceAll(/\s+/g, ' ').trim()
}

/** What stands in the column decides between a number of the annex and the text of the standard. */
function byContent(grid: Grid, cell: Cell, choice: Choice): Choice {
  if (choice.key === 'control') {
    return { ...choice, confidence: shareOfControls(grid, cell) >= 0.6 ? Math.min(1, choice.confidence + 0.2) : 0 }
  }
  if (choice.key === 'standardText') {
    return { ...choice, confidence: averageLength(grid, cell) > 50 ? choice.confidence : 0 }
  }
  return choice
}

const LOOK = 25

function below(grid: Grid, cell: Cell): readonly Cell[] {
  return Array.from({ length: LOOK }, (_, index) => grid.at(cell.row + 1 + index, cell.column)).filter(
    (found) => found !== null,
  )
}

function shareOfControls(grid: Grid, cell: Cell): number {
  const cells = below(grid, cell)
  const hits = cells.filter((one) => one.text.length < 20 && controlsInCell(one).numbers.length === 1)
  return cells.length < 3 ? 0 : hits.length / cells.length
}

function averageLength(grid: Grid, cell: Cell): number {
  const cells = below(grid, cell)
  return cells.length === 0 ? 0 : cells.reduce((sum, { text }) => sum + text.length, 0) / cells.length
}

/** `Probability` stands twice: under `current` and under `after`, or else the second time is after. */
function byTime(grid: Grid, cell: Cell, choice: Choice): Choice {
  const [when, what] = choice.key.split('.')
  if (what === undefined || (when !== 'before' && when !== 'after')) return choice
  return { ...choice, key: `${time(grid, cell, what)}.${what}` }
}

function time(grid: Grid, cell: Cell, what: string): 'before' | 'after' {
  const words = normalised(`${groupAbove(grid, cell)} ${cell.text}`).split(' ')
  if (words.some((word) => AFTER_WORDS.includes(word))) return 'after'
  if (words.some((word) => BEFORE_WORDS.includes(word))) return 'before'
  const own = normalised(cell.text)
  const isSecond = grid.row(cell.row).some((other) => other.column < cell.column && normalised(other.text) === own)
  return isSecond && what !== '' ? 'after' : 'before'
}

/** What stands above a group of columns: merged over them, or over the first of them. */
function groupAbove(grid: Grid, cell: Cell): string {
  for (let row = cell.row - 1; row >= Math.max(1, cell.row - 2); row -= 1) {
    const left = grid
      .row(row)
      .filter(({ column }) => column <= cell.column)
      .at(-1)
    if (left === undefined) continue
    if (left.column === cell.column || (!left.isCopy && isFirstOfGroup(grid, left, cell))) return left.text
  }
  return ''
}

/** A group that is not merged reaches to the next one, over at most a handful of columns. */
function isFirstOfGroup(grid: Grid, left: Cell, cell: Cell): boolean {
  const hasNext = grid.row(left.row).some(({ column }) => column > cell.column)
  const hasPrevious = grid.row(left.row).some(({ column }) => column < left.column)
  return cell.column - left.column <= 4 && (hasNext || hasPrevious)
}
