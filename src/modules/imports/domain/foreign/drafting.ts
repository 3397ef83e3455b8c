/** What the interpretations of other people's tables share while a plan is drafted. */
import type { Isms } from '../../../../kernel/isms.ts'
import { type Json, type JsonObject, sameJson } from '../../../../kernel/json.ts'
import type { Fault } from '../../../../kernel/refusal.ts'
import type { RecordHead, RecordId, Register } from '../../../../kernel/register.ts'
import type { Cell } from '../../../../kernel/sheet.ts'
import type { Words } from '../../../../kernel/text.ts'
import type { Corrections, Fate, PlanNotice, PlannedChange, RowFate, RowRemark } from '../plan.ts'
import type { Meta } from '../recognise/meta.ts'
import { type FoundTable, isTemplateRow } from '../recognise/tables.ts'
import type { Lookup } from '../table/lookup.ts'
import { isNothing, normalised } from '../words.ts'

/** A table of somebody else's making, with what stands above it and what a person corrected. */
export interface ForeignTable {
  readonly file: string
  readonly found: FoundTable
  readonly meta: Meta
  /** Column number by target. */
  readonly targets: ReadonlyMap<string, number>
  readonly leaveOut: ReadonlySet<number>
}

/** Owned by `planImport`; interpretations add to `changes`, `notices` and `used`. */
export interface Drafting {
  readonly isms: Isms
  readonly lookup: Lookup
  readonly words: Words
  readonly corrections: Corrections
  readonly newId: () => RecordId
  /** What the declaration objects to, so that the preview already says it. */
  readonly check: (register: Register, set: JsonObject) => readonly Fault[]
  readonly changes: PlannedChange[]
  readonly notices: PlanNotice[]
  /** Records that a row was matched to: each at most once. */
  readonly used: Set<RecordId>
}

export function remark(code: string, column: number | null, values: RowRemark['values'] = {}): RowRemark {
  return { code, column, values }
}

/** The cell of a target in a row; null where the table has no such column or nothing stands there. */
export function cellIn(table: ForeignTable, row: number, target: string): Cell | null {
  const column = table.targets.get(target)
  const cell = column === undefined ? null : table.found.grid.at(row, column)
  return cell === null || isNothing(cell.text) ? null : cell
}

export function textIn(table: ForeignTable, row: number, target: string): string {
  return (
    cellIn(table, row, target)
      ?.text.replaceAll(/[^\S\n]+/g, ' ')
      .trim() ?? ''
  )
}

/** Why a row is left out before anybody looks at what it says; null where it is not. */
export function leftOut(table: ForeignTable, row: number, key: string): RowFate | null {
  const skipped = (code: string): RowFate => ({
    row,
    fate: 'skip',
    title: textIn(table, row, key),
    faults: [remark(code, null)],
    remarks: [],
  })
  if (table.leaveOut.has(row)) return skipped('left_out')
  if (isTemplateRow(table.found.grid, row, table.found.columns)) return skipped('row_empty')
  return textIn(table, row, key) === '' ? skipped('row_without_name') : null
}

export interface Wanted {
  readonly register: Register
  readonly title: string
  readonly set: JsonObject
  readonly state?: string
}

export interface Placed {
  readonly id: RecordId
  readonly fate: Fate
  readonly record: RecordHead | null
  readonly faults: readonly Fault[]
}

/**
 * A record as a change: that of the same name, if there is one that no other row took, with what differs; else a new one.
 * What the file leaves empty is not emptied here.
 */
export function place(drafting: Drafting, wanted: Wanted): Placed {
  const record = existing(drafting, wanted.register, wanted.title)
  return placeAs(drafting, wanted, record)
}

/** The same, where the caller knows which record it is about. */
export function placeAs(drafting: Drafting, wanted: Wanted, record: RecordHead | null): Placed {
  const set = record === null ? filled(wanted.set) : different(filled(wanted.set), record)
  const faults = drafting.check(wanted.register, set)
  if (record !== null) drafting.used.add(record.id)
  if (faults.length > 0) return { id: record?.id ?? '', fate: 'fault', record, faults }
  if (record === null) return create(drafting, wanted, set)
  if (Object.keys(set).length === 0) return { id: record.id, fate: 'unchanged', record, faults: [] }
  const { id, version } = record
  drafting.changes.push({ register: wanted.register.name, act: 'update', id, version, set })
  return { id, fate: 'update', record, faults: [] }
}

function create(drafting: Drafting, wanted: Wanted, set: JsonObject): Placed {
  const id = drafting.newId()
  const state = wanted.state === undefined ? {} : { state: wanted.state }
  drafting.changes.push({ register: wanted.register.name, act: 'create', id, set, ...state })
  drafting.lookup.add({ id, register: wanted.register.name, title: wanted.title })
  return { id, fate: 'create', record: null, faults: [] }
}

function existing(drafting: Drafting, register: Register, title: string): RecordHead | null {
  const found = drafting.lookup
    .byTitle(title, [register.name])
    .find(({ id, number }) => number !== '' && !drafting.used.has(id))
  return found === undefined ? null : drafting.isms.any(found.id)
}

function filled(set: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(set).filter(([, value]) => !isEmpty(value)))
}

function isEmpty(value: Json): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

/** Whether the record already says all of this. */
export function isSameIn(set: JsonObject, record: RecordHead): boolean {
  return Object.keys(different(filled(set), record)).length === 0
}

function different(set: JsonObject, record: RecordHead): JsonObject {
  const current: Readonly<Record<string, unknown>> = { ...record }
  return Object.fromEntries(Object.entries(set).filter(([name, value]) => !isSame(value, current[name])))
}

function isSame(value: Json, now: unknown): boolean {
  return isJson(now) && sameJson(value, now)
}

/** INVARIANT: records come from the store, where every value is JSON. */
function isJson(value: unknown): value is Json {
  return value !== undefined
}

/** The fate of a row from that of its records: a fault stops it, else the weightiest counts. */
export function fateOf(placed: readonly Placed[]): Fate {
  for (const fate of ['fault', 'create', 'update'] as const) if (placed.some((one) => one.fate === fate)) return fate
  return 'unchanged'
}

/** What the declaration objects to, told at the column that the field came from. */
export function faultsAt(
  table: ForeignTable,
  placed: readonly Placed[],
  targetOf: (path: string) => string,
): readonly RowRemark[] {
  return placed.flatMap(({ faults }) =>
    faults.map(({ path, code, values }) => remark(code, table.targets.get(targetOf(path)) ?? null, values ?? {})),
  )
}

export function notice(
  drafting: Drafting,
  table: ForeignTable,
  found: { readonly code: string; readonly count?: number; readonly values?: PlanNotice['values'] },
): void {
  drafting.notices.push({
    code: found.code,
    file: table.file,
    sheet: table.found.grid.sheet.name,
    row: null,
    column: null,
    count: found.count ?? 1,
    values: found.values ?? {},
  })
}

/** The first words for which the text is one of the ways to say them. */
export function meaning<T extends string>(text: string, words: Readonly<Record<T, readonly string[]>>): T | null {
  const said = normalised(text)
  for (const key in words) if (words[key].some((word) => normalised(word) === said)) return key
  return null
}
