/** The risk method behind a workbook, as data: its own scale, its own way to come to a score, its own line. */
import type { JsonObject } from '../../../../kernel/json.ts'
import type { RecordId } from '../../../../kernel/register.ts'
import type { Workbook } from '../../../../kernel/sheet.ts'
import { riskMethod } from '../../../risks/registers/risk-method.ts'
import { numberIn } from '../dates.ts'
import { gridOf } from '../recognise/grid.ts'
import { normalised } from '../words.ts'
import { cellIn, type Drafting, type ForeignTable, isSameIn, notice, type Placed, placeAs } from './drafting.ts'
import { type Scale, scaleOf, valueOn } from './scale.ts'

export interface Method {
  readonly id: RecordId | null
  readonly scale: Scale
  readonly versionLabel: string | null
  scoreOf(likelihood: number, consequence: number): number | null
  /** Key of the level in which a score falls. */
  levelOf(score: number): string | null
}

interface Band {
  readonly key: string
  readonly from: number
  readonly to: number
  readonly density: number
}

/** Bands of risk-methods 6.2 for products on three and five steps. */
const THREE: readonly Band[] = [
  { key: 'low', from: 1, to: 2, density: 1 },
  { key: 'medium', from: 3, to: 4, density: 2 },
  { key: 'high', from: 6, to: 9, density: 4 },
]
const FIVE: readonly Band[] = [
  { key: 'low', from: 1, to: 4, density: 1 },
  { key: 'medium', from: 5, to: 9, density: 2 },
  { key: 'high', from: 10, to: 14, density: 3 },
  { key: 'very_high', from: 15, to: 25, density: 4 },
]

/** Drafts the method as a record; null where nothing in the table says how it was scored. It stays a draft: management approves a method. */
export function draftMethod(drafting: Drafting, table: ForeignTable, workbook: Workbook): Method | null {
  const scale = scaleOf(workbook, table)
  if (scale === null) return null
  const combine = combination(table, scale)
  const line = acceptanceLine(workbook)
  const values = scale.steps.map(({ value }) => value)
  const scores = [...new Set(values.flatMap((l) => values.map((c) => combine(l, c))))].sort((a, b) => a - b)
  const bands = bandsFor(scores, values.length, line)
  const levelOf = (score: number): string | null =>
    bands.find(({ from, to }) => from <= score && score <= to)?.key ?? null
  const title = drafting.words('import.method.title', { name: table.meta.title ?? table.file }).slice(0, 200)
  const versionLabel = table.meta.values.version?.slice(0, 20) ?? null
  const set: JsonObject = {
    title,
    versionLabel,
    approach: approachOf(table),
    likelihoodScale: likelihoodScale(scale),
    consequenceScale: scale.steps.map(({ value, name, consequence }) => ({
      value,
      name,
      category: null,
      definition: consequence,
    })),
    levels: bands.map((band) => ({ ...band, name: drafting.words(`risk_method.preset.level.${band.key}`) })),
    matrix: values.flatMap((likelihood) =>
      values.map((consequence) => {
        const score = combine(likelihood, consequence)
        return { likelihood, consequence, level: levelOf(score), score }
      }),
    ),
    acceptanceThreshold: line === null ? null : (bands.filter(({ to }) => to <= line).at(-1)?.key ?? null),
  }
  const placed = placeMethod(drafting, table, title, set)
  if (scale.from !== 'legend') notice(drafting, table, { code: `scale_from_${scale.from}` })
  const steps = scale.steps.map(({ name, value }) => (name === null ? String(value) : `${name} = ${value}`)).join(', ')
  if (placed.fate === 'create') notice(drafting, table, { code: 'method_made', values: { title, steps } })
  return { id: placed.id === '' ? null : placed.id, scale, versionLabel, scoreOf: combine, levelOf }
}

/** A method in force is not rewritten: where the file has another scale by now, that is a new version of its own. */
function placeMethod(drafting: Drafting, table: ForeignTable, title: string, set: JsonObject): Placed {
  const known = drafting.isms.all(riskMethod).filter(({ state }) => state !== 'retired')
  // Title and names of levels are in the language of whoever imported first.
  const { title: _title, levels: _levels, ...scale } = set
  const same = known.find((one) => isSameIn(scale, one))
  const draft = known.find((one) => one.title === title && one.state === 'draft')
  const wanted = same === undefined ? set : scale
  const placed = placeAs(drafting, { register: riskMethod, title, set: wanted }, same ?? draft ?? null)
  if (placed.fate === 'fault') notice(drafting, table, { code: 'method_not_made', values: { title } })
  return placed
}

/** By what its rows are: events, or assets with what may happen to them. */
export function approachOf(table: ForeignTable): 'event' | 'asset' | null {
  if (table.targets.has('assets')) return 'asset'
  const header = table.found.columns.find(({ target }) => target === 'title')?.header ?? ''
  return ['event', 'gebeurtenis', 'scenario', 'risk event'].includes(normalised(header)) ? 'event' : null
}

type Combination = (likelihood: number, consequence: number) => number

/** Product, unless the scores that stand in the table are sums. */
function combination(table: ForeignTable, scale: Scale): Combination {
  const product: Combination = (likelihood, consequence) => likelihood * consequence
  const sum: Combination = (likelihood, consequence) => likelihood + consequence
  const value = (row: number, what: string): number | null => {
    const cell = cellIn(table, row, `before.${what}`)
    return cell === null ? null : valueOn(scale, cell)
  }
  const agreeing = (combine: Combination): number =>
    table.found.rows.filter((row) => {
      const [likelihood, consequence] = [value(row, 'likelihood'), value(row, 'consequence')]
      if (likelihood === null || consequence === null) return false
      return cellIn(table, row, 'before.score')?.number === combine(likelihood, consequence)
    }).length
  return agreeing(sum) > agreeing(product) ? sum : product
}

/** The usual bands where they fit and the line does not cut one in two; else two levels, within and above the line. */
function bandsFor(scores: readonly number[], steps: number, line: number | null): readonly Band[] {
  const usual = steps === 3 ? THREE : FIVE
  const fits = scores.every((score) => usual.some(({ from, to }) => from <= score && score <= to))
  const cuts =
    line !== null && usual.some(({ from, to }) => from <= line && line < to && scores.some((s) => s > line && s <= to))
  if (fits && !cuts && (steps === 3 || steps === 5)) return usual
  const least = scores[0] ?? 0
  const most = scores.at(-1) ?? 0
  const middle = line ?? scores[Math.floor(scores.length / 2)] ?? most
  const above = scores.find((score) => score > middle) ?? most
  return [
    { key: 'low', from: least, to: middle, density: 1 },
    { key: 'high', from: above, to: most, density: 4 },
  ]
}

/** `>30%` under a heading that says per year is from 0.3 on; a step without an upper end reaches to the next. */
function likelihoodScale(scale: Scale): readonly JsonObject[] {
  const ranges = scale.steps.map(({ likelihood }) =>
    scale.isPerYear ? frequency(likelihood) : { from: null, to: null },
  )
  return scale.steps.map(({ value, name, likelihood }, index) => ({
    value,
    name,
    definition: likelihood,
    perYearFrom: ranges[index]?.from ?? null,
    perYearTo: ranges[index]?.to ?? ranges[index + 1]?.from ?? null,
  }))
}

function frequency(text: string | null): { readonly from: number | null; readonly to: number | null } {
  const parts = /^\s*([<>≤≥]|>=|<=)\s*(\d+(?:[.,]\d+)?)\s*%/.exec(text ?? '')
  const share = parts === null ? null : numberIn(parts[2] ?? '')
  if (parts === null || share === null) return { from: null, to: null }
  const perYear = share / 100
  return /[>≥]/.test(parts[1] ?? '') ? { from: perYear, to: null } : { from: null, to: perYear }
}

/** `Threshold value acceptance: 5`: up to which score a risk may be accepted. */
function acceptanceLine(workbook: Workbook): number | null {
  for (const sheet of workbook.sheets) {
    const grid = gridOf(sheet)
    for (const cell of sheet.rows.flat()) {
      if (cell.text.length > 80 || !/threshold|drempel|acceptatiegrens|acceptance (level|line|limit)/i.test(cell.text))
        continue
      const beside = grid
        .row(cell.row)
        .find((one) => one.column > cell.column && one.column <= cell.column + 6 && one.number !== null)
      const found = beside?.number ?? numberIn(cell.text.split(':')[1] ?? '')
      if (found !== null) return found
    }
  }
  return null
}
