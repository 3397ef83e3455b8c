/** Registers as they were exported, changed and brought back. */
import type { AnyRecord } from '../../../kernel/isms.ts'
import type { Register } from '../../../kernel/register.ts'
import type { Language } from '../../../kernel/text.ts'
import type { Drafting } from './foreign/drafting.ts'
import type { Indexes, TableSeen } from './found.ts'
import type { PlannedChange, RowFate, RowRemark } from './plan.ts'
import { columnsOf, type WordsIn } from './table/columns.ts'
import { matchRows, type MatchedRow, readRow, type RowResult, type TableInput } from './table/read-table.ts'
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

/** All tables are matched before any is read, so that a row may link to one that another table makes. */
export function planTables(
  drafting: Drafting,
  tables: readonly TableSeen[],
  parts: OwnWords,
): ReadonlyMap<string, readonly RowFate[]> {
  const matched = tables.flatMap((seen) => {
    const register = parts.indexes.get(seen.register ?? '')?.register
    return register === undefined ? [] : [match(drafting, seen, register)]
  })
  for (const { input, rows } of matched) {
    for (const { id, record, title } of rows) {
      if (record === null && title !== '') drafting.lookup.add({ id, register: input.register.name, title })
    }
  }
  return new Map(matched.map((table) => [table.seen.key, read(drafting, table, parts)]))
}

function match(drafting: Drafting, seen: TableSeen, register: Register): Matched {
  const wanted = new Set(seen.rows)
  const rows = seen.sheet.rows
    .filter((cells) => wanted.has(cells[0]?.row ?? 0))
    .map((cells) => ({ row: cells[0]?.row ?? 0, cells: new Map(cells.map((cell) => [cell.column, cell])) }))
  const input: TableInput = {
    register,
    columns: new Map(seen.columns.flatMap(({ column, target }) => (target === null ? [] : [[column, target]]))),
    rows,
    leaveOut: new Set(seen.correction.leaveOut ?? []),
  }
  const existing: ReadonlyMap<string, AnyRecord> = new Map(
    drafting.isms.all(register).map((record) => [record.number, record]),
  )
  return { seen, input, rows: matchRows(input, existing, drafting.newId) }
}

function read(drafting: Drafting, { input, rows }: Matched, { words, language }: OwnWords): readonly RowFate[] {
  const reading = readingOf({ register: input.register, words, language, lookup: drafting.lookup })
  return rows.map((row) => {
    const result = checked(drafting, input, readRow(reading, input, row))
    if (result.change !== null) drafting.changes.push(result.change)
    return result.fate
  })
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
    const known = new Map([...input.columns].map(([column, key]) => [key, column]))
    const column = known.get(names) ?? columnOfTop(input.register, known, top)
    return { code: fault.code, column, values: fault.values ?? {} }
  })
  if (faults.length === 0) return result
  const change: PlannedChange | null = null
  return { fate: { ...result.fate, fate: 'fault', faults: [...result.fate.faults, ...faults] }, change }
}

function columnOfTop(register: Register, known: ReadonlyMap<string, number>, top: string): number | null {
  const column = columnsOf(register).find(({ path, key }) => path[0] === top && known.has(key))
  return column === undefined ? null : (known.get(column.key) ?? null)
}
