import type { Json, JsonObject } from '../../../../kernel/json.ts'
import type { RecordId } from '../../../../kernel/register.ts'
import { control } from '../../../controls/register.ts'
import { risk } from '../../../risks/registers/risk.ts'
import { riskScore } from '../../../risks/registers/risk-score.ts'
import { treatment } from '../../../treatments/registers/treatment.ts'
import { controlsInCell } from '../controls.ts'
import { cellDate } from '../dates.ts'
import type { RowFate, RowRemark } from '../plan.ts'
import { metaDate } from '../recognise/meta.ts'
import { propertiesAt } from './assets.ts'
import {
  cellIn,
  type Drafting,
  type ForeignTable,
  fateOf,
  faultsAt,
  leftOut,
  meaning,
  type Placed,
  place,
  placeAs,
  remark,
  textIn,
} from './drafting.ts'
import { approachOf, type Method } from './method.ts'
import type { Names, Owner } from './names.ts'
import { valueOn } from './scale.ts'
import { OPTIONS } from './vocabulary.ts'

/** What all rows of one risk table share. */
export interface RiskTable {
  readonly table: ForeignTable
  readonly method: Method | null
  readonly names: Names
  /** The record of each control of Annex A, by its number. */
  readonly controls: ReadonlyMap<string, RecordId>
}

interface RiskRow {
  readonly row: number
  readonly title: string
  readonly owner: Owner
  readonly option: keyof typeof OPTIONS | null
  readonly remarks: RowRemark[]
}

const TITLE_LENGTH = 200

/** One row of a risk register: the risk, its scores before and after, and what is done about it. */
export function draftRisk(drafting: Drafting, risks: RiskTable, row: number): RowFate {
  const { table } = risks
  const skipped = leftOut(table, row, 'title')
  if (skipped !== null) return skipped
  const said = textIn(table, row, 'title')
  const read: RiskRow = {
    row,
    title: said.replaceAll('\n', ' ').slice(0, TITLE_LENGTH),
    owner: risks.names.owner(textIn(table, row, 'owner')),
    option: optionAt(table, row),
    remarks: [],
  }
  const made = place(drafting, {
    register: risk,
    title: read.title,
    set: riskFields(drafting, risks, read),
    state: stateOf(read, table),
  })
  const others =
    made.fate === 'fault'
      ? []
      : [...draftScores(drafting, risks, read, made), ...draftTreatment(drafting, risks, read, made)]
  const placed = [made, ...others]
  const faults = faultsAt(table, placed, (path) => path)
  return { row, fate: fateOf(placed), title: read.title, faults, remarks: read.remarks }
}

/** As far as the file says it was brought. Never to an approval: what a file says of that stays a question. */
function stateOf({ option, row }: RiskRow, table: ForeignTable): string {
  const isScored = cellIn(table, row, 'before.likelihood') !== null || cellIn(table, row, 'before.score') !== null
  if (!isScored) return 'identified'
  if (option === null) return 'analysed'
  return option === 'retain' ? 'evaluated' : 'to_treat'
}

function optionAt(table: ForeignTable, row: number): RiskRow['option'] {
  return meaning(textIn(table, row, 'decision'), OPTIONS)
}

function riskFields(drafting: Drafting, { table }: RiskTable, read: RiskRow): JsonObject {
  const { row, remarks } = read
  const said = textIn(table, row, 'title')
  const description = textIn(table, row, 'description')
  const scenario =
    said.length > TITLE_LENGTH ? [said, description].filter((text) => text !== '').join('\n') : description
  const assets = assetsAt(drafting, table, read)
  return {
    title: read.title,
    scenario,
    approach: approachOf(table),
    riskSource: textIn(table, row, 'riskSource').slice(0, 200),
    assets,
    properties: [...propertiesAt(table, row, remarks)],
    ...read.owner,
    decision: decisionOf(read),
    statedApproval: statedApproval(table, read),
  }
}

function decisionOf({ option }: RiskRow): 'accept' | 'treat' | null {
  if (option === null) return null
  return option === 'retain' ? 'accept' : 'treat'
}

/** `Date of approval` beside an owner: what is stated on paper, kept as that and asked to be confirmed; no approval. */
function statedApproval(table: ForeignTable, { row, remarks }: RiskRow): Json {
  const cell = cellIn(table, row, 'approvedOn')
  if (cell === null) return null
  const on = cellDate(cell)
  if (on === null) remarks.push(remark('date_not_read', cell.column, { text: cell.text.slice(0, 80) }))
  const by = textIn(table, row, 'owner').slice(0, 200)
  return { by: by === '' ? null : by, on, confirmedAt: null, confirmedBy: null }
}

function assetsAt(drafting: Drafting, table: ForeignTable, { row, remarks }: RiskRow): readonly RecordId[] {
  const cell = cellIn(table, row, 'assets')
  if (cell === null) return []
  const registers = ['asset', 'information_system']
  return cell.text.split(/[;,\n]/).flatMap((part) => {
    if (part.trim() === '') return []
    const [found, second] = drafting.lookup.byTitle(part, registers)
    if (found !== undefined && second === undefined) return [found.id]
    remarks.push(remark('asset_not_found', cell.column, { text: part.trim().slice(0, 80) }))
    return []
  })
}

/**
 * The score as it is and the one that remains. The workbook scores the second `after additional measures`: that is what it
 * says remains, so it is a residual score, whoever accepts it later; a target would be somebody's wish.
 */
function draftScores(drafting: Drafting, risks: RiskTable, read: RiskRow, made: Placed): readonly Placed[] {
  return [
    ...draftScore(drafting, risks, { read, made, when: 'before', kind: 'current' }),
    ...draftScore(drafting, risks, { read, made, when: 'after', kind: 'residual' }),
  ]
}

interface Scoring {
  readonly read: RiskRow
  readonly made: Placed
  readonly when: 'before' | 'after'
  readonly kind: 'current' | 'residual'
}

function draftScore(drafting: Drafting, risks: RiskTable, scoring: Scoring): readonly Placed[] {
  const { made, kind } = scoring
  const figures = figuresAt(risks, scoring)
  if (figures.likelihood === null && figures.consequence === null && figures.score === null) return []
  const { method, table } = risks
  const set: JsonObject = {
    risk: made.id,
    kind,
    ...figures,
    level: figures.score === null || method === null ? null : method.levelOf(figures.score),
    method: method?.id ?? null,
    methodVersion: method?.versionLabel ?? null,
    scoredAt: metaDate(table.meta),
  }
  const all = drafting.isms.pointing(riskScore, 'risk', made.id)
  const now = all.find((one) => one.kind === kind && one.state === 'active') ?? null
  return [placeAs(drafting, { register: riskScore, title: '', set }, now)]
}

interface Figures {
  readonly likelihood: number | null
  readonly consequence: number | null
  readonly score: number | null
}

/** The score that stands there counts; where it is another than the method gives, that is said. */
function figuresAt({ table, method }: RiskTable, { read, when }: Scoring): Figures {
  const likelihood = scaled(table, method, read, `${when}.likelihood`)
  const consequence = scaled(table, method, read, `${when}.consequence`)
  const isWhole = method !== null && likelihood !== null && consequence !== null
  const computed = isWhole ? method.scoreOf(likelihood, consequence) : null
  const cell = cellIn(table, read.row, `${when}.score`)
  const stated = cell?.number ?? null
  if (cell !== null && stated !== null && computed !== null && stated !== computed) {
    read.remarks.push(remark('score_differs', cell.column, { stated, computed }))
  }
  return { likelihood, consequence, score: stated ?? computed }
}

function scaled(table: ForeignTable, method: Method | null, { row, remarks }: RiskRow, target: string): number | null {
  const cell = cellIn(table, row, target) ?? zeroIn(table, row, target)
  if (cell === null) return null
  const value = method === null ? cell.number : valueOn(method.scale, cell)
  if (value === null) remarks.push(remark('not_on_scale', cell.column, { text: cell.text.slice(0, 80) }))
  return value
}

/** `None` may be a step of the scale, where elsewhere it says that there is nothing. */
function zeroIn(table: ForeignTable, row: number, target: string): ReturnType<typeof cellIn> {
  const column = table.targets.get(target)
  const cell = column === undefined ? null : table.found.grid.at(row, column)
  return cell !== null && /^\s*(none|geen)\s*$/i.test(cell.text) ? cell : null
}

function draftTreatment(drafting: Drafting, risks: RiskTable, read: RiskRow, made: Placed): readonly Placed[] {
  const { table } = risks
  const decision = textIn(table, read.row, 'decision')
  const controls = controlsAt(risks, read)
  const justification = ['measures', 'plan'].flatMap((target) => {
    const text = textIn(table, read.row, target)
    const header = table.found.columns.find((column) => column.target === target)?.header ?? ''
    return text === '' ? [] : [`${header}: ${text}`]
  })
  if (decision === '' && controls.length === 0 && justification.length === 0) return []
  if (decision !== '' && read.option === null) {
    read.remarks.push(
      remark('decision_not_read', table.targets.get('decision') ?? null, { text: decision.slice(0, 80) }),
    )
  }
  const set: JsonObject = {
    title: read.title,
    risk: made.id,
    option: read.option,
    statedDecision: decision !== '' && read.option === null ? decision.slice(0, 200) : null,
    controls,
    justification: justification.join('\n'),
  }
  const now = drafting.isms
    .pointing(treatment, 'risk', made.id)
    .find(({ state }) => !treatment.states.ended.includes(state))
  const state = read.option === null ? {} : { state: 'option_chosen' }
  return [placeAs(drafting, { register: treatment, title: read.title, set, ...state }, now ?? null)]
}

function controlsAt({ table, controls }: RiskTable, { row, remarks }: RiskRow): readonly RecordId[] {
  const cell = cellIn(table, row, 'controls')
  if (cell === null) return []
  const { numbers, unknown } = controlsInCell(cell)
  for (const text of unknown) remarks.push(remark('control_unknown', cell.column, { text }))
  return numbers.flatMap(({ id, orElse }) => {
    if (orElse !== null) remarks.push(remark('control_doubtful', cell.column, { read: id, other: orElse }))
    const found = controls.get(id)
    if (found === undefined) remarks.push(remark('control_missing', cell.column, { text: id }))
    return found === undefined ? [] : [found]
  })
}

/** The record of each control of Annex A. */
export function controlRecords(drafting: Drafting): ReadonlyMap<string, RecordId> {
  const living = drafting.isms
    .all(control)
    .filter(({ annexA, state }) => annexA !== null && !control.states.ended.includes(state))
  return new Map(living.map(({ annexA, id }) => [annexA ?? '', id]))
}
