/** Which table each sheet holds: a register as it was exported, a table of somebody's own that is recognised, or neither. */
import type { Register } from '../../../kernel/register.ts'
import type { Cell, Sheet, Workbook } from '../../../kernel/sheet.ts'
import type { Corrections, PlannedColumn, PlannedTable, TableCorrection } from './plan.ts'
import { gridOf } from './recognise/grid.ts'
import type { Prepared } from './recognise/likeness.ts'
import { metaAbove } from './recognise/meta.ts'
import { dataRows, findTable, type FoundTable, profiles, tableAs } from './recognise/tables.ts'
import { columnNamed, type HeaderIndex, headerIndex, type WordsIn } from './table/columns.ts'

export interface ImportFile {
  readonly name: string
  readonly workbook: Workbook
}

export interface TableSeen {
  readonly key: string
  readonly file: ImportFile
  readonly sheet: Sheet
  readonly headerRow: number
  readonly kind: PlannedTable['kind']
  readonly register: string | null
  readonly confidence: number
  readonly columns: readonly PlannedColumn[]
  readonly rows: readonly number[]
  readonly found: FoundTable | null
  readonly correction: TableCorrection
}

/** The declarations as they are looked for in headers. */
export interface Index {
  readonly register: Register
  readonly headers: HeaderIndex
}
export interface Indexes {
  readonly registers: ReadonlyMap<string, Index>
  /** Tables of people's own that are looked for. */
  readonly profiles: readonly Prepared[]
}

export function indexesOf(registers: readonly Register[], words: WordsIn): Indexes {
  return {
    registers: new Map(
      registers.map((register) => [register.name, { register, headers: headerIndex(register, words) }]),
    ),
    profiles: profiles(),
  }
}

/** Looks at every sheet. A hidden sheet is shown and left out until somebody asks for it. */
export function tablesIn(
  files: readonly ImportFile[],
  indexes: Indexes,
  corrections: Corrections,
): readonly TableSeen[] {
  return files.flatMap((file) =>
    file.workbook.sheets.flatMap((sheet) => {
      const seen = see(file, sheet, indexes)
      return seen === null ? [] : [corrected(seen, indexes, corrections)]
    }),
  )
}

type Seen = Omit<TableSeen, 'correction'>

function see(file: ImportFile, sheet: Sheet, indexes: Indexes): Seen | null {
  const own = ownTable(file, sheet, indexes)
  if (own !== null) return own
  const found = findTable(sheet, metaAbove(gridOf(sheet), 4).title ?? '', indexes.profiles)
  if (found !== null) return recognised(file, sheet, found)
  return unknown(file, sheet)
}

const keyOf = (file: ImportFile, sheet: Sheet, row: number): string => `${file.name} › ${sheet.name} › ${row}`

interface Match {
  readonly register: string
  readonly share: number
  readonly count: number
}

/** Own columns: all headers are those of a register, or number and version are there with most of the others. */
function ownTable(file: ImportFile, sheet: Sheet, indexes: Indexes): Seen | null {
  const header = sheet.rows.find((row) => row.length >= 2) ?? []
  const headerRow = header[0]?.row
  if (headerRow === undefined) return null
  const matches = [...indexes.registers].flatMap(([name, index]) => matchOf(header, name, index))
  const best = matches.reduce<Match | null>(
    (first, next) => (first === null || next.count > first.count ? next : first),
    null,
  )
  if (best === null) return null
  const columns = columnsFor(header, sheet, indexes.registers.get(best.register)?.headers ?? new Map())
  const rows = rowsBelow(sheet, headerRow)
  const { register, share } = best
  const key = keyOf(file, sheet, headerRow)
  return { key, file, sheet, headerRow, kind: 'table', register, confidence: share, columns, rows, found: null }
}

function matchOf(header: readonly Cell[], name: string, index: Index): readonly Match[] {
  const keys = new Set(header.map((cell) => columnNamed(index.headers, cell.text)).filter((key) => key !== null))
  const share = keys.size / header.length
  const isExport = keys.has('number') && keys.has('version') && share >= 0.6
  const isWhole = share >= 0.95 && keys.has(index.register.title)
  return isExport || isWhole ? [{ register: name, share, count: keys.size }] : []
}

function rowsBelow(sheet: Sheet, headerRow: number): readonly number[] {
  return sheet.rows.flatMap((row) => ((row[0]?.row ?? 0) > headerRow ? [row[0]?.row ?? 0] : []))
}

function columnsFor(header: readonly Cell[], sheet: Sheet, headers: HeaderIndex): readonly PlannedColumn[] {
  return header.map((cell) => {
    const target = columnNamed(headers, cell.text)
    return {
      column: cell.column,
      header: cell.text.trim(),
      target,
      confidence: target === null ? 0 : 1,
      why: target === null ? 'not_known' : null,
      samples: samplesOf(sheet, cell),
    }
  })
}

const SAMPLES = 3

function samplesOf(sheet: Sheet, header: { readonly row: number; readonly column: number }): readonly string[] {
  const texts: string[] = []
  for (const row of sheet.rows) {
    if (texts.length === SAMPLES) break
    if ((row[0]?.row ?? 0) <= header.row) continue
    const text = row.find((cell) => cell.column === header.column)?.text.trim() ?? ''
    if (text !== '' && !texts.includes(text)) texts.push(text.slice(0, 80))
  }
  return texts
}

function recognised(file: ImportFile, sheet: Sheet, found: FoundTable): Seen {
  const columns = found.columns.map((column) => ({
    ...column,
    why: whyLeftOut(column.target),
    samples: samplesOf(sheet, { row: found.headerRow, column: column.column }),
  }))
  const { headerRow, rows, share } = found
  const register = sheet.isHidden ? null : found.profile.register
  return {
    key: keyOf(file, sheet, headerRow),
    file,
    sheet,
    headerRow,
    kind: 'recognised',
    register,
    confidence: share,
    columns,
    rows,
    found,
  }
}

function whyLeftOut(target: string | null): string | null {
  switch (target) {
    case null:
      return 'not_known'
    case 'standardText':
      return 'standard_text'
    case 'topic':
    case 'chapter':
    case 'number':
      return 'for_matching'
    default:
      return null
  }
}

/** A sheet that looks like a table of something: shown, so that a person may say of what. */
function unknown(file: ImportFile, sheet: Sheet): Seen | null {
  const header = sheet.rows.find(
    (row) => row.filter((cell) => cell.number === null && cell.text.length <= 80 && !cell.isCopy).length >= 3,
  )
  const headerRow = header?.[0]?.row
  if (header === undefined || headerRow === undefined) return null
  const columns = columnsFor(header, sheet, new Map())
  const rows = dataRows(gridOf(sheet), headerRow, columns)
  if (rows.length < 2) return null
  return {
    key: keyOf(file, sheet, headerRow),
    file,
    sheet,
    headerRow,
    kind: 'unknown',
    register: null,
    confidence: 0,
    columns,
    rows,
    found: null,
  }
}

/** What a person said about the table goes before what was guessed. */
function corrected(seen: Seen, indexes: Indexes, corrections: Corrections): TableSeen {
  const correction = corrections.tables[seen.key] ?? {}
  const taken = correction.register === undefined ? seen : takenAs(seen, correction.register, indexes)
  const columns = taken.columns.map((column) => {
    const target = correction.columns?.[column.column]
    if (target === undefined) return column
    return { ...column, target, confidence: 1, why: target === null ? 'by_choice' : whyLeftOut(target) }
  })
  return { ...taken, columns, correction, found: foundWith(taken.found, columns) }
}

/** The same cells as a table of another register: with its interpretation where it has one, else by its own columns. */
function takenAs(seen: Seen, register: string | null, indexes: Indexes): Seen {
  if (register === null || register === seen.register) return { ...seen, register }
  if (register === seen.found?.profile.register) return { ...seen, register, kind: 'chosen' }
  const wanted = indexes.profiles.find(({ profile }) => profile.register === register)
  const base: Seen = { ...seen, register, kind: 'chosen', confidence: 0, found: null }
  if (wanted === undefined)
    return { ...base, columns: guessed(seen, indexes.registers.get(register)?.headers ?? new Map()) }
  const found = tableAs(gridOf(seen.sheet), seen.headerRow, wanted, '')
  return { ...recognised(seen.file, seen.sheet, found), register, kind: 'chosen' }
}

function guessed(seen: Seen, headers: HeaderIndex): readonly PlannedColumn[] {
  return seen.columns.map((column) => {
    const target = columnNamed(headers, column.header)
    return { ...column, target, confidence: target === null ? 0 : 1, why: target === null ? 'not_known' : null }
  })
}

function foundWith(found: FoundTable | null, columns: readonly PlannedColumn[]): FoundTable | null {
  if (found === null) return null
  return {
    ...found,
    columns: columns.map(({ column, header, target, confidence }) => ({ column, header, target, confidence })),
  }
}

/** What a column of the table may be taken for. */
export function targetsOf(seen: TableSeen, indexes: Indexes): readonly string[] {
  if (seen.register === null) return []
  if (seen.found !== null) return [...new Set(seen.found.profile.targets.map(({ key }) => key))]
  return [...new Set(indexes.registers.get(seen.register)?.headers.values() ?? [])]
}
