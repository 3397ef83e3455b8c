/** Registers as they were exported, changed and brought back. */
import type { AnyRecord } from '../../../kernel/isms.ts'
import type { Register } from '../../../kernel/register.ts'
import type { Language } from '../../../kernel/text.ts'
import type { Drafting } from './foreign/drafting.ts'
import type { Indexes, TableSeen } from './found.ts'
import type { PlannedChange, RowFate, RowRemark } from './plan.ts'
import { columnsOf, type WordsIn } from './table/columns.ts'
import { type MatchedRow, matchRows, type RowResult, readRow, type TableInput } from './table/read-table.ts'
import { readingOf } from './table/read-value.ts'

interface Matched {
  readonly seen: TableSeen
  readonly input: TableInput
  readonly rows: readonly MatchedRow[]
}

export interface OwnWords {
  readonly indexes: Indexes
  readonly words: WordsIn
  readonly language: Language
}

/** Rows between two pauses: some milliseconds, so that others are served meanwhile. */
const ROWS_AT_ONCE = 200

/** All tables are matched before any is read, so that a row may link to one that another table makes. */
export function* planTables(
  drafting: Drafting,
  tables: readonly TableSeen[],
  parts: OwnWords,
): Generator<void, ReadonlyMap<string, readonly RowFate[]>> {
  const matched: Matched[] = []
  for (const seen of tables) {
    const register = parts.indexes.registers.get(seen.register ?? '')?.register
    if (register === undefined) continue
    matched.push(match(drafting, seen, register))
    yield
  }
  for (const { input, rows } of matched) {
    for (const { id, record, title } of rows) {
      if (record === null && title !== '') drafting.lookup.add({ id, register: input.register.name, title })
    }
    yield
  }
  const fates = new Map<string, readonly RowFate[]>()
  for (const table of matched) fates.set(table.seen.key, yield* read(drafting, table, parts))
  return fates
}

function match(drafting: Drafting, seen: TableSeen, register: Register): Matched {
  const wanted = new Set(seen.rows)
  const rows = seen.sheet.rows
    .filter((cells) => wanted.has(cells[0]?.row ?? 0))
    .map((cells) => ({ row: cells[0]?.row ?? 0, cells: new Map(cells.map((cell) => [cell.column, cell])) }))
  const input: TableInput = {
    register,
    columnOf: new Map(seen.columns.flatMap(({ column, target }) => (target === null ? [] : [[target, column]]))),
    rows,
    leaveOut: new Set(seen.correction.leaveOut ?? []),
  }
  const existing: ReadonlyMap<string, AnyRecord> = new Map(
    drafting.isms.all(register).map((record) => [record.number, record]),
  )
  return { seen, input, rows: matchRows(input, existing, drafting.newId) }
}

function* read(
  drafting: Drafting,
  { input, rows }: Matched,
  { words, language }: OwnWords,
): Generator<void, readonly RowFate[]> {
  const reading = readingOf({ register: input.register, words, language, lookup: drafting.lookup })
  const fates: RowFate[] = []
  for (const row of rows) {
    const result = checked(drafting, input, readRow(reading, input, row))
    if (result.change !== null) drafting.changes.push(result.change)
    fates.push(result.fate)
    if (fates.length % ROWS_AT_ONCE === 0) yield
  }
  return fates
}

/** What the declaration objects to, told at the column of the field. */
function checked(drafting: Drafting, input: TableInput, result: RowResult): RowResult {
  if (result.change === null) return result
  const faults = drafting.check(input.register, result.change.set).map((fault): RowRemark => {
    const [top = ''] = fault.path.split('.')
    const names = fault.path
      .split('.')
      .filter((step) => !/^\d+$/.test(step))
      .join('.')
    const column = input.columnOf.get(names) ?? columnOfTop(input, top)
    return { code: fault.code, column, values: fault.values ?? {} }
  })
  if (faults.length === 0) return result
  const change: PlannedChange | null = null
  return { fate: { ...result.fate, fate: 'fault', faults: [...result.fate.faults, ...faults] }, change }
}

function columnOfTop({ register, columnOf }: TableInput, top: string): number | null {
  const column = columnsOf(register).find(({ path, key }) => path[0] === top && columnOf.has(key))
  return column === undefined ? null : (columnOf.get(column.key) ?? null)
}
