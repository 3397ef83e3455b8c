/** Reads a register's own table back: rows matched by number, each with its fate. Nothing is written here. */
import type { AnyRecord } from '../../../../kernel/isms.ts'
import { type Json, type JsonObject, sameJson } from '../../../../kernel/json.ts'
import type { RecordId, Register } from '../../../../kernel/register.ts'
import { tidyText } from '../../../../kernel/registry.ts'
import type { Cell } from '../../../../kernel/sheet.ts'
import { numberIn } from '../dates.ts'
import type { PlannedChange, RowFate, RowRemark } from '../plan.ts'
import { type Column, topField } from './columns.ts'
import { type ColumnValue, gathered } from './gather.ts'
import { isLeftAsItIs, type Reading, readValue } from './read-value.ts'
import { linesIn } from './texts.ts'
import { rowsAt, valueAt } from './write-table.ts'

/** One table of a sheet: which column holds what (by key), and its rows of cells by column. */
export interface TableInput {
  readonly register: Register
  /** Column number by key of the register's column. */
  readonly columnOf: ReadonlyMap<string, number>
  readonly rows: readonly TableRow[]
  readonly leaveOut: ReadonlySet<number>
}

export interface TableRow {
  readonly row: number
  readonly cells: ReadonlyMap<number, Cell>
}

/** A row after the first look: which record it is about, or that it makes one. */
export interface MatchedRow extends TableRow {
  readonly record: AnyRecord | null
  readonly id: RecordId
  readonly title: string
  readonly fault: RowRemark | null
}

export interface RowResult {
  readonly fate: RowFate
  readonly change: PlannedChange | null
}

const remark = (code: string, column: number | null = null, values: RowRemark['values'] = {}): RowRemark => ({
  code,
  column,
  values,
})

/** First pass: every row finds its record by number, so that the second can link to rows that are new. */
export function matchRows(
  table: TableInput,
  existing: ReadonlyMap<string, AnyRecord>,
  newId: () => RecordId,
): readonly MatchedRow[] {
  const at = (row: TableRow, key: string): string => row.cells.get(table.columnOf.get(key) ?? 0)?.text.trim() ?? ''
  const only = table.register.single ? ([...existing.values()][0] ?? null) : null
  const seen = new Set<string>()
  return table.rows.map((row) => {
    const number = at(row, 'number').toUpperCase()
    const record = number === '' ? only : (existing.get(number) ?? null)
    const isTwice = seen.has(number) && (number !== '' || table.register.single)
    seen.add(number)
    const fault = numberFault(table, { number, isTwice, isKnown: record !== null })
    return { ...row, record, id: record?.id ?? newId(), title: at(row, table.register.title), fault }
  })
}

interface NumberSeen {
  readonly number: string
  readonly isTwice: boolean
  readonly isKnown: boolean
}

function numberFault(table: TableInput, { number, isTwice, isKnown }: NumberSeen): RowRemark | null {
  const column = table.columnOf.get('number') ?? null
  if (isTwice && number === '') return remark('only_one')
  if (isTwice) return remark('number_twice', column, { text: number })
  return number !== '' && !isKnown ? remark('number_unknown', column, { text: number }) : null
}

/** Second pass: the fate of each row, and its change. */
export function readRow(reading: Reading, table: TableInput, row: MatchedRow): RowResult {
  const title = row.title === '' ? (row.record?.number ?? '') : row.title
  const fated = (fate: RowFate['fate'], faults: readonly RowRemark[], remarks: readonly RowRemark[] = []): RowFate => ({
    row: row.row,
    fate,
    title,
    faults,
    remarks,
  })
  if (table.leaveOut.has(row.row)) return { fate: fated('skip', [remark('left_out')]), change: null }
  if (row.fault !== null) return { fate: fated('fault', [row.fault]), change: null }
  const values = readFields(reading, table, row)
  const stale = staleFaults(table, row)
  const set = changedFields(table.register, row, values.set)
  const isNothing = row.record !== null && Object.keys(set).length === 0
  if (values.faults.length === 0 && isNothing) return { fate: fated('unchanged', [], values.remarks), change: null }
  const faults = [...values.faults, ...stale, ...endedFaults(table, row), ...missingFaults(reading, table, row, set)]
  if (faults.length > 0) return { fate: fated('fault', faults, values.remarks), change: null }
  if (row.record === null) {
    const change: PlannedChange = { register: table.register.name, act: 'create', id: row.id, set }
    return { fate: fated('create', [], values.remarks), change }
  }
  const { id, version } = row.record
  const change: PlannedChange = { register: table.register.name, act: 'update', id, version, set }
  return { fate: fated('update', [], values.remarks), change }
}

interface ReadFields {
  readonly set: JsonObject
  readonly faults: readonly RowRemark[]
  readonly remarks: readonly RowRemark[]
}

function readFields(reading: Reading, table: TableInput, row: MatchedRow): ReadFields {
  const values: ColumnValue[] = []
  const faults: RowRemark[] = []
  const remarks: RowRemark[] = []
  for (const column of reading.columns) {
    const number = table.columnOf.get(column.key)
    if (number === undefined) continue
    const cell = row.cells.get(number)
    if (cell !== undefined && isLeftAsItIs(reading, cell.text)) continue
    const result = column.list === null ? readCell(reading, column, cell) : readLines(reading, column, cell)
    if (!result.ok) faults.push(remark(result.code, number, result.values))
    else if (topField(table.register, column)?.isSet === true) {
      if (isOther(row.record, column, result.value)) remarks.push(remark('not_filled_in_here', number))
    } else values.push({ column, value: result.value })
  }
  return { set: gathered(table.register, values, row.record), faults, remarks }
}

function readCell(reading: Reading, column: Column, cell: Cell | undefined): ReturnType<typeof readValue> {
  return readValue(reading, column, cell ?? '')
}

/** The lines of a cell as the values of that field in each row of the list. */
function readLines(reading: Reading, column: Column, cell: Cell | undefined): ReturnType<typeof readValue> {
  if (cell === undefined || cell.text === '') return { ok: true, value: [] }
  const values: Json[] = []
  for (const line of linesIn(cell.text)) {
    const value = readValue(reading, column, line)
    if (!value.ok) return value
    values.push(value.value)
  }
  return { ok: true, value: values }
}

function isOther(record: AnyRecord | null, column: Column, value: Json): boolean {
  if (record === null) return !(value === null || (Array.isArray(value) && value.length === 0))
  if (column.list === null) return !sameJson(valueAt(record, column.path) ?? null, value)
  const inside = column.path.slice(column.list.length)
  const now = rowsAt(record, column.list).map((row) => valueAt(row, inside) ?? null)
  return Array.isArray(value) && value.length > 0 && !sameJson(now, value)
}

/** Exported as one version, changed by somebody since: what that person did would be lost. */
function staleFaults(table: TableInput, row: MatchedRow): readonly RowRemark[] {
  const column = table.columnOf.get('version')
  const cell = row.cells.get(column ?? 0)
  const version = cell === undefined ? null : (cell.number ?? numberIn(cell.text))
  if (row.record === null || version === null || version === row.record.version) return []
  return [remark('changed_since', column ?? null, { seen: version, now: row.record.version })]
}

/** What is retired is not changed; it is restored first. */
function endedFaults({ register }: TableInput, { record }: MatchedRow): readonly RowRemark[] {
  return record !== null && register.states.ended.includes(record.state) ? [remark('record_ended')] : []
}

function missingFaults(reading: Reading, table: TableInput, row: MatchedRow, set: JsonObject): readonly RowRemark[] {
  return reading.required.flatMap((name) => {
    const value = name in set ? set[name] : row.record === null ? null : valueAt(row.record, [name])
    const isMissing = value === null || value === undefined || (typeof value === 'string' && value.trim() === '')
    return isMissing ? [remark('required', table.columnOf.get(name) ?? null)] : []
  })
}

function changedFields(register: Register, row: MatchedRow, set: JsonObject): JsonObject {
  const { record } = row
  return Object.fromEntries(
    Object.entries(set).filter(([name, value]) => {
      const isEmpty = value === null || (Array.isArray(value) && value.length === 0)
      if (record === null) return !isEmpty
      return register.fields[name] !== undefined && !sameJson(tidied(value), valueAt(record, [name]))
    }),
  )
}

/** As the store tidies it, so that a space at an end is no change. */
function tidied(value: Json): Json {
  if (typeof value === 'string') return tidyText(value)
  if (isList(value)) return value.map(tidied)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, tidied(inner)]))
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}
