import type { Isms } from '../../../kernel/isms.ts'
import {
  consequenceOf,
  consequencesOf,
  isAboveLine,
  levelOf,
  likelihoodsOf,
  rankOf,
  type ScaleValue,
} from '../../risks/domain/method.ts'
import type { RiskMethod } from '../../risks/registers/risk-method.ts'
import type { RiskScore } from '../../risks/registers/risk-score.ts'
import { nameOf, type Speech } from './report.ts'

/** A row of a scale: what a value means, for likelihood with how often a year, for consequence by kind. */
export interface ReportedScaleRow {
  readonly value: number | null
  readonly name: string
  /** How often a year, or which kind of consequence. */
  readonly measure: string
  readonly definition: string
}

export interface ReportedLevel {
  readonly name: string
  readonly range: string
  /** Shade, 1 light to 4 dark: levels of risk are densities of ink, never colours. */
  readonly density: number
  readonly isAbove: boolean
  /** Who may accept a risk of this level. */
  readonly authority: string
}

export interface MapCell {
  readonly density: number
  readonly isAbove: boolean
  /** Where the acceptance line runs: left of what lies above it, and over what lies under it. */
  readonly lineLeft: boolean
  readonly lineTop: boolean
  readonly level: string
  readonly now: readonly string[]
  readonly after: readonly string[]
}

/** The risk map: likelihood from high to low, consequence from low to high, the numbers of the risks in each cell. */
export interface RiskMap {
  readonly consequences: readonly ScaleValue[]
  readonly rows: readonly { readonly likelihood: ScaleValue; readonly cells: readonly MapCell[] }[]
}

export interface ReportedMethod {
  readonly likelihoods: readonly ReportedScaleRow[]
  readonly consequences: readonly ReportedScaleRow[]
  readonly levels: readonly ReportedLevel[]
  readonly map: RiskMap
}

/** Where a risk stands in the matrix of the method, now and after treatment. */
export interface Placed {
  readonly number: string
  readonly now: RiskScore | null
  readonly after: RiskScore | null
}

export function reportedMethod(
  method: RiskMethod,
  placed: readonly Placed[],
  isms: Isms,
  speech: Speech,
): ReportedMethod {
  return {
    likelihoods: method.likelihoodScale.map((row) => ({
      value: row.value,
      name: row.name ?? '',
      measure: frequency(row.perYearFrom, row.perYearTo, speech),
      definition: row.definition ?? '',
    })),
    consequences: method.consequenceScale.map((row) => ({
      value: row.value,
      name: row.name ?? '',
      measure: row.category === null ? '' : speech.words(`risk_method.consequenceScale.category.${row.category}`),
      definition: row.definition ?? '',
    })),
    levels: method.levels.map((level) => ({
      name: level.name ?? level.key ?? '',
      range: range(level.from, level.to, speech),
      density: densityOf(method, level.key),
      isAbove: isAboveLine(method, level.key) === true,
      authority: authorityOf(method, level.key, isms, speech),
    })),
    map: mapOf(method, placed),
  }
}

/** The name that people see for a level; the key where the method does not know it. */
export function levelName(method: RiskMethod | null, level: string | null): string {
  if (level === null) return ''
  return method?.levels.find(({ key }) => key === level)?.name ?? level
}

/** The method's own shade; without one, spread over the four by rank. */
export function densityOf(method: RiskMethod, level: string | null): number {
  const own = method.levels.find(({ key }) => key === level)?.density ?? null
  if (own !== null) return own
  const rank = rankOf(method, level)
  if (rank === null) return 1
  return method.levels.length < 2 ? 1 : 1 + Math.round((rank * 3) / (method.levels.length - 1))
}

function range(from: number | null, to: number | null, { number }: Speech): string {
  if (from === null && to === null) return ''
  if (from === to && from !== null) return number(from)
  return `${from === null ? '' : number(from)}–${to === null ? '' : number(to)}`
}

/** A frequency below once a year reads as "once in so many years". */
function frequency(from: number | null, to: number | null, speech: Speech): string {
  const { words } = speech
  if (to === null)
    return from === null || from === 0 ? '' : words('report.frequency.more', { often: often(from, speech) })
  if (from === null || from === 0) return words('report.frequency.less', { often: often(to, speech) })
  return words('report.frequency.between', { from: often(from, speech), to: often(to, speech) })
}

function often(perYear: number, { words, number }: Speech): string {
  if (perYear >= 1) return words('report.frequency.perYear', { n: perYear, times: number(perYear) })
  const years = Math.round(10 / perYear) / 10
  return words('report.frequency.inYears', { years: number(years) })
}

function authorityOf(method: RiskMethod, level: string | null, isms: Isms, { words }: Speech): string {
  return method.authorityTable
    .filter((row) => row.level === level)
    .flatMap((row) => [
      ...row.capacities.map((capacity) => words(`risk_method.authorityTable.capacities.${capacity}`)),
      ...row.roles.map((role) => nameOf(isms, role)),
    ])
    .join(', ')
}

/** Columns: the values of the scale, and whatever else the matrix knows (a method that adds up goes beyond its scale). */
function columnsOf(method: RiskMethod): readonly ScaleValue[] {
  const named = consequencesOf(method)
  const known = new Set(named.map(({ value }) => value))
  const others = [...new Set(method.matrix.map(({ consequence }) => consequence))].flatMap((value) =>
    value === null || known.has(value) ? [] : [{ value, name: null }],
  )
  return [...named, ...others].sort((a, b) => a.value - b.value)
}

function mapOf(method: RiskMethod, placed: readonly Placed[]): RiskMap {
  const consequences = columnsOf(method)
  const likelihoods = likelihoodsOf(method).toReversed()
  const isAbove = (row: number, column: number): boolean => {
    const [likelihood, consequence] = [likelihoods[row], consequences[column]]
    if (likelihood === undefined || consequence === undefined) return false
    const level = levelOf(method, likelihood.value, consequence.value)
    return isAboveLine(method, level?.level ?? null) === true
  }
  const rows = likelihoods.map((likelihood, row) => ({
    likelihood,
    cells: consequences.map((consequence, column) => {
      const level = levelOf(method, likelihood.value, consequence.value)?.level ?? null
      const within = (score: RiskScore | null): boolean =>
        score !== null && score.likelihood === likelihood.value && consequenceOf(method, score) === consequence.value
      const above = isAbove(row, column)
      return {
        density: densityOf(method, level),
        isAbove: above,
        lineLeft: above && column > 0 && !isAbove(row, column - 1),
        lineTop: !above && row > 0 && isAbove(row - 1, column),
        level: levelName(method, level),
        now: placed.filter(({ now }) => within(now)).map(({ number }) => number),
        after: placed.filter(({ after }) => within(after)).map(({ number }) => number),
      }
    }),
  }))
  return { consequences, rows }
}

/** Numbers of risks with a score that the map has no cell for: off the scale, or not complete. */
export function unplaced(placed: readonly Placed[], map: RiskMap): readonly string[] {
  const shown = new Set(map.rows.flatMap(({ cells }) => cells.flatMap(({ now }) => now)))
  return placed.filter(({ number }) => !shown.has(number)).map(({ number }) => number)
}
