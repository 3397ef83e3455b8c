/** Which table each sheet holds: a register as it was exported, a table of somebody's own that is recognised, or neither. */
import type { Register } from '../../../kernel/register.ts'
import type { Cell, Sheet, Workbook } from '../../../kernel/sheet.ts'
import type { Corrections, PlannedColumn, PlannedTable, TableCorrection } from './plan.ts'
import { gridOf } from './recognise/grid.ts'
import type { Prepared } from './recognise/likeness.ts'
import { metaAbove } from './recognise/meta.ts'
import { dataRows, type FoundTable, findTable, profiles, tableAs } from './recognise/tables.ts'
import { columnNamed, type HeaderIndex, headerIndex, type WordsIn } from './table/columns.ts'
import { normalised } from './words.ts'

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
  /** What a sheet or a file with this register is called, in either language. */
  readonly names: ReadonlySet<string>
}
export interface Indexes {
  readonly registers: ReadonlyMap<string, Index>
  /** Tables of people's own that are looked for. */
  readonly profiles: readonly Prepared[]
}

export function indexesOf(registers: readonly Register[], words: WordsIn): Indexes {
  return {
    registers: new Map(registers.map((register) => [register.name, indexOf(register, words)])),
    profiles: profiles(),
  }
}

function indexOf(register: Register, words: WordsIn): Index {
  const keys = [register.name, `${register.name}.plural`]
  const labels = keys.flatMap((key) => [words.nl(key), words.en(key)])
  const names = new Set([register.name, ...labels].map(normalised))
  return { register, headers: headerIndex(register, words), names }
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
  /** Whether numbers of this register stand in the column for it. */
  readonly hasNumbers: boolean
}

/** Own columns: all headers are those of a register, or number and version are there with most of the others. */
function ownTable(file: ImportFile, sheet: Sheet, indexes: Indexes): Seen | null {
  const header = sheet.rows.find((row) => row.length >= 2) ?? []
  const headerRow = header[0]?.row
  if (headerRow === undefined) return null
  const matches = [...indexes.registers.values()].flatMap((index) => matchOf(sheet, header, index))
  const best = bestOf(matches, indexes, [sheet.name, file.name.replace(/\.\w+$/, '')])
  if (best === null) return matches.length === 0 ? null : untold(file, sheet, header)
  const columns = columnsFor(header, sheet, indexes.registers.get(best.register)?.headers ?? new Map())
  const rows = rowsBelow(sheet, headerRow)
  const { register, share } = best
  const key = keyOf(file, sheet, headerRow)
  return { key, file, sheet, headerRow, kind: 'table', register, confidence: share, columns, rows, found: null }
}

/**
 * The most columns count; among equals, whose numbers stand in the rows, or what the sheet or the file is called. Else it is
 * for a person to say.
 */
function bestOf(matches: readonly Match[], indexes: Indexes, called: readonly string[]): Match | null {
  const most = Math.max(0, ...matches.map(({ count }) => count))
  const equals = matches.filter(({ count }) => count === most)
  const numbered = equals.filter(({ hasNumbers }) => hasNumbers)
  const named = equals.filter(({ register }) => {
    const names = indexes.registers.get(register)?.names
    return called.some((name) => names?.has(normalised(name)) === true)
  })
  const [only, second] = [numbered, named, equals].find(({ length }) => length > 0) ?? []
  return only !== undefined && second === undefined ? only : null
}

function matchOf(sheet: Sheet, header: readonly Cell[], { register, headers }: Index): readonly Match[] {
  const keys = new Map(header.map((cell) => [columnNamed(headers, cell.text), cell.column]))
  keys.delete(null)
  const share = keys.size / header.length
  const isExport = keys.has('number') && keys.has('version') && share >= 0.6
  const isWhole = share >= 0.95 && keys.has(register.title)
  if (!isExport && !isWhole) return []
  const isNumber = new RegExp(`^${register.code}-\\d+$`, 'i')
  const hasNumbers = sheet.rows
    .slice(0, SAMPLE_ROWS)
    .some((row) => row.some((cell) => cell.column === keys.get('number') && isNumber.test(cell.text.trim())))
  return [{ register: register.name, share, count: keys.size, hasNumbers }]
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
/** Rows that are looked at for examples of what stands in a column. */
const SAMPLE_ROWS = 200

function samplesOf(sheet: Sheet, header: { readonly row: number; readonly column: number }): readonly string[] {
  const texts: string[] = []
  for (const row of sheet.rows.slice(0, header.row + SAMPLE_ROWS)) {
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
  const isHeader = (cell: Cell): boolean => cell.number === null && cell.text.length <= 80 && !cell.isCopy
  const header = sheet.rows.find((row) => row.filter(isHeader).length >= 3)
  const seen = header === undefined ? null : untold(file, sheet, header)
  return seen === null || seen.rows.length < 2 ? null : seen
}

function untold(file: ImportFile, sheet: Sheet, header: readonly Cell[]): Seen {
  const headerRow = header[0]?.row ?? 1
  const columns = columnsFor(header, sheet, new Map())
  const rows = dataRows(gridOf(sheet), headerRow, columns)
  const key = keyOf(file, sheet, headerRow)
  return { key, file, sheet, headerRow, kind: 'unknown', register: null, confidence: 0, columns, rows, found: null }
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
