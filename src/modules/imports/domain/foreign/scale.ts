/** The scale that a risk register is scored with: from the legend that people put somewhere in the workbook. */
import type { Cell, Workbook } from '../../../../kernel/sheet.ts'
import { type Grid, gridOf } from '../recognise/grid.ts'
import { COMMON_SCALES } from '../recognise/synonyms.ts'
import { isBlank, normalised } from '../words.ts'
import type { ForeignTable } from './drafting.ts'

export interface ScaleStep {
  readonly value: number
  readonly name: string | null
  readonly likelihood: string | null
  readonly consequence: string | null
}

export interface Scale {
  /** From low to high. */
  readonly steps: readonly ScaleStep[]
  /** A legend in the workbook, words that everybody knows, or the numbers that were used. */
  readonly from: 'legend' | 'words' | 'numbers'
  /** Whether the heading over the likelihoods says that they are per year. */
  readonly isPerYear: boolean
}

const SCORED = ['before.likelihood', 'before.consequence', 'after.likelihood', 'after.consequence']

/** The scale of this table; null where it has no likelihoods or consequences that any scale explains. */
export function scaleOf(workbook: Workbook, table: ForeignTable): Scale | null {
  const used = usedCells(table)
  const words = [...new Set(used.filter(({ number }) => number === null).map(({ text }) => normalised(text)))]
  const numbers = [...new Set(used.map(({ number }) => number).filter((number) => number !== null))]
  if (words.length === 0) return numbers.length === 0 ? null : numberScale(workbook, table, numbers)
  return legend(workbook, table, words) ?? commonScale(words, used)
}

function usedCells(table: ForeignTable): readonly Cell[] {
  return SCORED.flatMap((target) => {
    const column = table.targets.get(target)
    if (column === undefined) return []
    return table.found.rows.flatMap((row) => {
      const cell = table.found.grid.at(row, column)
      return cell === null || isBlank(cell.text) ? [] : [cell]
    })
  })
}

/**
 * Looks for a column that holds these words beneath each other, with their values in the same rows. Most are enough: a word
 * that somebody made up in one row is told in that row, and takes no scale from the others.
 */
function legend(workbook: Workbook, table: ForeignTable, words: readonly string[]): Scale | null {
  const own = table.found.grid.sheet
  for (const sheet of [own, ...workbook.sheets.filter((other) => other !== own)]) {
    const grid = sheet === own ? table.found.grid : gridOf(sheet)
    const data = sheet === own ? new Set(table.found.rows) : new Set<number>()
    for (const column of columnsWith(grid, words, data)) {
      const found = legendAt(grid, column, words)
      if (found !== null) return found
    }
  }
  return null
}

interface LegendColumn {
  readonly column: number
  readonly rows: readonly number[]
}

function columnsWith(grid: Grid, words: readonly string[], data: ReadonlySet<number>): readonly LegendColumn[] {
  const byColumn = new Map<number, Map<string, number>>()
  for (const cell of grid.sheet.rows.flat()) {
    const word = normalised(cell.text)
    if (data.has(cell.row) || cell.number !== null || cell.isCopy || !words.includes(word)) continue
    const rows = byColumn.get(cell.column) ?? new Map<string, number>()
    if (!rows.has(word)) rows.set(word, cell.row)
    byColumn.set(cell.column, rows)
  }
  return [...byColumn]
    .filter(([, rows]) => rows.size >= Math.min(2, words.length) && rows.size >= words.length / 2)
    .sort(([, a], [, b]) => b.size - a.size)
    .map(([column, rows]) => ({ column, rows: [...rows.values()].sort((a, b) => a - b) }))
}

/** How far beside its words a legend keeps its values. */
const WIDTH = 8

function legendAt(grid: Grid, { column, rows }: LegendColumn, words: readonly string[]): Scale | null {
  const block = blockAround(grid, column, rows)
  const value = valueColumn(grid, column, block)
  if (value === null) return null
  const header = (block[0] ?? 1) - 1
  const likelihood = describing(grid, column, header, /prob|kans|likel|waarsch|freq|chance/i)
  const consequence = describing(grid, column, header, /impact|gevolg|consequence|effect|schade|severity/i)
  const text = (row: number, at: number | null): string | null => (at === null ? null : grid.text(row, at) || null)
  const steps = block.flatMap((row) => {
    const number = grid.at(row, value)?.number ?? null
    const name = grid.text(row, column)
    if (number === null || name === '') return []
    // A step worth nothing is no risk at all; it is part of the scale only where somebody used it.
    if (number === 0 && !words.includes(normalised(name))) return []
    return [{ value: number, name, likelihood: text(row, likelihood), consequence: text(row, consequence) }]
  })
  const isPerYear = likelihood !== null && /year|jaar|annum/i.test(grid.text(header, likelihood))
  return { steps: ordered(steps), from: 'legend', isPerYear }
}

/** The rows around those of the words, as long as something stands in their column. */
function blockAround(grid: Grid, column: number, rows: readonly number[]): readonly number[] {
  let from = rows[0] ?? 1
  let to = rows.at(-1) ?? 1
  while (grid.at(from - 1, column) !== null && hasNumber(grid, from - 1, column)) from -= 1
  while (grid.at(to + 1, column) !== null && hasNumber(grid, to + 1, column)) to += 1
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

function hasNumber(grid: Grid, row: number, column: number): boolean {
  return grid.row(row).some((cell) => cell.column > column && cell.column <= column + WIDTH && cell.number !== null)
}

function valueColumn(grid: Grid, column: number, block: readonly number[]): number | null {
  for (let at = column + 1; at <= column + WIDTH; at += 1) {
    const numbers = block.map((row) => grid.at(row, at)?.number ?? null).filter((number) => number !== null)
    if (numbers.length >= 2 && new Set(numbers).size >= 2) return at
  }
  return null
}

function describing(grid: Grid, column: number, header: number, words: RegExp): number | null {
  const found = grid
    .row(header)
    .find((cell) => cell.column > column && cell.column <= column + WIDTH && !cell.isCopy && words.test(cell.text))
  return found?.column ?? null
}

function commonScale(words: readonly string[], used: readonly Cell[]): Scale | null {
  const known = (steps: (typeof COMMON_SCALES)[number]): number =>
    words.filter((word) => steps.some((names) => names.includes(word))).length
  const [scale] = [...COMMON_SCALES].sort((a, b) => known(b) - known(a))
  if (scale === undefined || known(scale) === 0 || known(scale) < words.length / 2) return null
  const steps = scale.map((names, index) => {
    const said = used.find(({ text }) => names.includes(normalised(text)))
    return { value: index + 1, name: said?.text.trim() ?? names[0] ?? null, likelihood: null, consequence: null }
  })
  return { steps, from: 'words', isPerYear: false }
}

/** Numbers explain themselves; their names come from a legend that has them, if there is one. */
function numberScale(workbook: Workbook, table: ForeignTable, numbers: readonly number[]): Scale {
  const most = Math.max(...numbers)
  const isWhole = numbers.every((number) => Number.isInteger(number) && number >= 1) && most <= 5
  const size = most <= 3 ? 3 : 5
  const values = isWhole ? Array.from({ length: size }, (_, index) => index + 1) : [...numbers].sort((a, b) => a - b)
  const named = COMMON_SCALES.find((steps) => steps.length === values.length)
  const words = named === undefined ? [] : named.map((names) => names[0] ?? '')
  const found = words.length === 0 ? null : legend(workbook, table, words)
  const bare = values.map((value) => ({ value, name: null, likelihood: null, consequence: null }))
  return {
    steps: found?.steps ?? bare,
    from: found === null ? 'numbers' : 'legend',
    isPerYear: found?.isPerYear ?? false,
  }
}

function ordered(steps: readonly ScaleStep[]): readonly ScaleStep[] {
  return [...steps].sort((a, b) => a.value - b.value)
}

/** The value of what stands in a cell; null where the scale does not know it. */
export function valueOn(scale: Scale, cell: Cell): number | null {
  if (cell.number !== null) return cell.number
  const word = normalised(cell.text)
  return scale.steps.find(({ name }) => name !== null && normalised(name) === word)?.value ?? commonValue(scale, word)
}

function commonValue(scale: Scale, word: string): number | null {
  if (scale.from !== 'words') return null
  const known = COMMON_SCALES.find((steps) => steps.length === scale.steps.length)
  const at = known?.findIndex((names) => names.includes(word)) ?? -1
  return at === -1 ? null : at + 1
}
