import type { Json, JsonObject } from '../../../../kernel/json.ts'
import type { RecordId } from '../../../../kernel/register.ts'
import { statement } from '../../../statements/registers/statement.ts'
import { statementLine } from '../../../statements/registers/statement-line.ts'
import { type ControlNumber, orderedControls } from '../controls.ts'
import { dateIn } from '../dates.ts'
import type { RowFate, RowRemark } from '../plan.ts'
import { yesOrNo } from '../words.ts'
import {
  cellIn,
  type Drafting,
  type ForeignTable,
  faultsAt,
  leftOut,
  meaning,
  notice,
  placeAs,
  remark,
  textIn,
} from './drafting.ts'
import type { Names } from './names.ts'
import { IMPLEMENTED, REASONS } from './vocabulary.ts'

/** All rows of a statement of applicability, and the version that they are of. */
export function draftStatement(
  drafting: Drafting,
  table: ForeignTable,
  parts: { readonly names: Names; readonly controls: ReadonlyMap<string, RecordId> },
): readonly RowFate[] {
  draftVersion(drafting, table)
  const { grid, rows } = table.found
  const column = table.targets.get('control') ?? 0
  const numbers = orderedControls(
    rows.map((row) => ({ cell: grid.at(row, column), title: textIn(table, row, 'topic') })),
  )
  const seen = new Set<string>()
  const undecided: number[] = []
  const fates = rows.map((row, index) => {
    const fate = draftLine(drafting, table, { row, number: numbers[index] ?? null, seen, ...parts })
    if (fate.fate !== 'skip' && decision(table, row) === null) undecided.push(row)
    return fate
  })
  if (undecided.length > 0) notice(drafting, table, { code: 'statement_undecided', count: undecided.length })
  if (table.targets.has('standardText')) notice(drafting, table, { code: 'standard_text_left_out' })
  return fates
}

/** The version as the file states it. Its approval, if it states one, stays a question until somebody confirms it. */
function draftVersion(drafting: Drafting, table: ForeignTable): void {
  const { title, values } = table.meta
  const versionLabel = values.version?.slice(0, 20) ?? null
  const name = (title ?? drafting.words('statement')).slice(0, 200)
  const now = drafting.isms
    .all(statement)
    .find((one) => one.state === 'draft' && (one.versionLabel === versionLabel || one.versionLabel === null))
  const set: JsonObject = { title: now?.title ?? name, versionLabel, statedApproval: statedApproval(table) }
  const placed = placeAs(drafting, { register: statement, title: name, set }, now ?? null)
  if (placed.fate === 'unchanged') return
  const told = { title: name, version: versionLabel ?? '', status: values.status ?? '' }
  notice(drafting, table, { code: 'statement_made', values: told })
}

function statedApproval(table: ForeignTable): Json {
  const { status, approvedBy, approvedOn } = table.meta.values
  if (status === undefined && approvedBy === undefined && approvedOn === undefined) return null
  return {
    status: status?.slice(0, 200) ?? null,
    by: approvedBy?.slice(0, 200) ?? null,
    on: approvedOn === undefined ? null : dateIn(approvedOn),
    confirmedAt: null,
    confirmedBy: null,
  }
}

interface LineParts {
  readonly row: number
  readonly number: ControlNumber | null
  readonly seen: Set<string>
  readonly names: Names
  readonly controls: ReadonlyMap<string, RecordId>
}

function draftLine(drafting: Drafting, table: ForeignTable, parts: LineParts): RowFate {
  const { row, number } = parts
  const skipped = leftOut(table, row, 'control')
  if (skipped !== null && skipped.faults[0]?.code !== 'row_empty') return skipped
  const column = table.targets.get('control') ?? null
  const stopped = (fate: 'skip' | 'fault', code: string, text: string): RowFate => ({
    row,
    fate,
    title: text,
    faults: [remark(code, column, { text })],
    remarks: [],
  })
  if (number === null) return stopped('skip', 'not_a_control', textIn(table, row, 'control').slice(0, 80))
  const ref = `A.${number.id}`
  if (parts.seen.has(number.id)) return stopped('fault', 'control_twice', ref)
  parts.seen.add(number.id)
  const controlId = parts.controls.get(number.id)
  if (controlId === undefined) return stopped('fault', 'control_missing', number.id)
  const remarks: RowRemark[] = []
  if (number.orElse !== null)
    remarks.push(remark('control_doubtful', column, { read: number.id, other: number.orElse }))
  const now =
    drafting.isms.pointing(statementLine, 'control', controlId).find(({ state }) => state === 'active') ?? null
  const set = { ref, control: controlId, ...lineFields(table, parts, remarks) }
  const placed = placeAs(drafting, { register: statementLine, title: ref, set }, now)
  const faults = faultsAt(table, [placed], (path) => (path === 'included' ? 'included' : path))
  return { row, fate: placed.fate, title: `${ref} ${textIn(table, row, 'topic')}`.trim(), faults, remarks }
}

/** Undecided stays undecided: only a plain yes or no is one. */
function decision(table: ForeignTable, row: number): boolean | null {
  const cell = cellIn(table, row, 'included')
  return cell === null ? null : yesOrNo(cell.text)
}

function lineFields(table: ForeignTable, { row, names }: LineParts, remarks: RowRemark[]): JsonObject {
  const included = cellIn(table, row, 'included')
  const implemented = cellIn(table, row, 'implemented')
  const status = implemented === null ? null : meaning(implemented.text, IMPLEMENTED)
  if (included !== null && decision(table, row) === null) {
    remarks.push(remark('not_yes_or_no', included.column, { text: included.text.slice(0, 80) }))
  }
  if (implemented !== null && status === null) {
    remarks.push(remark('choice_not_read', implemented.column, { text: implemented.text.slice(0, 80) }))
  }
  return {
    included: decision(table, row),
    inclusionReasons: reasonsIn(textIn(table, row, 'inclusionReason')),
    exclusionJustification: textIn(table, row, 'exclusionReason'),
    implementationStatus: status,
    implementationDescription: textIn(table, row, 'implementation'),
    ...names.owner(textIn(table, row, 'owner')),
  }
}

/** Each reason with its kind where its words say so, and always with the words themselves. */
function reasonsIn(text: string): readonly Json[] {
  const parts = text
    .split(/[;\n]|,(?=\s)|\s\/\s/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const kinds = parts.map((part) => meaning(part, REASONS))
  if (kinds.every((kind) => kind === null)) return text === '' ? [] : [{ type: null, link: null, text }]
  return parts.map((part, index) => ({ type: kinds[index] ?? null, link: null, text: part }))
}
