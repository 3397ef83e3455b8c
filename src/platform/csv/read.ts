import { setImmediate } from 'node:timers/promises'
import { TextDecoder } from 'node:util'
import { Refusal } from '../../kernel/refusal.ts'
import { type Cell, type Sheet, type SheetNotice, textCell, type Workbook } from '../../kernel/sheet.ts'
import { type Encoding, encodingOf } from './encoding.ts'
import { type CsvRow, csvParser } from './parse.ts'

export interface CsvFile {
  readonly delimiter: string
  readonly encoding: Encoding['name']
  /** Rows in batches, so that whoever takes them can let others work in between. */
  batches(): Generator<readonly CsvRow[]>
}

const PIECE_BYTES = 256 * 1024
const MOST_COLUMNS = 16_384
/** Characters looked at to find the delimiter. */
const SAMPLE = 64 * 1024

/** Opens a CSV file whatever its encoding and delimiter. Refuses bytes that are no text, and HTML that is called CSV. */
export function openCsv(bytes: Uint8Array): CsvFile {
  const encoding = encodingOf(bytes)
  const body = bytes.subarray(encoding.mark)
  const sample = new TextDecoder(encoding.name).decode(body.subarray(0, SAMPLE))
  if (/^\s*<(!doctype|html|\?xml|table)/i.test(sample)) throw new Refusal('invalid', 'workbook.not_a_workbook')
  const told = /^"?sep=(.)"?\r?\n/i.exec(sample)
  const delimiter = told?.[1] ?? likelyDelimiter(sample)
  return {
    delimiter,
    encoding: encoding.name,
    batches: () => batches(body, encoding.name, delimiter, told?.[0].length ?? 0),
  }
}

function* batches(
  body: Uint8Array,
  encoding: Encoding['name'],
  delimiter: string,
  skip: number,
): Generator<readonly CsvRow[]> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  const parser = csvParser(delimiter)
  let left = skip
  for (let at = 0; at < body.byteLength; at += PIECE_BYTES) {
    const piece = decode(decoder, body.subarray(at, at + PIECE_BYTES))
    yield checked(parser.write(piece.slice(left)))
    left = Math.max(0, left - piece.length)
  }
  yield checked([...parser.write(decode(decoder)), ...parser.end()])
}

function decode(decoder: TextDecoder, piece?: Uint8Array): string {
  try {
    const text = piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true })
    // No database takes a zero character as text.
    return text.replaceAll('\u0000', '')
  } catch (error) {
    if (error instanceof TypeError) throw new Refusal('invalid', 'csv.not_text')
    throw error
  }
}

function checked(rows: readonly CsvRow[]): readonly CsvRow[] {
  for (const { row, fields, isUnclosed } of rows) {
    if (isUnclosed) throw new Refusal('invalid', 'csv.unclosed_quote', { values: { row } })
    if (fields.length > MOST_COLUMNS) throw new Refusal('invalid', 'csv.too_many_columns', { values: { row } })
  }
  return rows
}

/** The one that splits the first lines into the most, and into equally many, columns; a Dutch Excel writes `;`. */
function likelyDelimiter(sample: string): string {
  const scores = [';', ',', '\t'].map((delimiter) => {
    const rows = csvParser(delimiter).write(sample).slice(0, 20)
    const widths = rows.map(({ fields }) => fields.length)
    const first = widths[0] ?? 0
    return { delimiter, score: first < 2 ? first : first * widths.filter((width) => width === first).length }
  })
  return scores.reduce((best, next) => (next.score > best.score ? next : best)).delimiter
}

/**
 * A leading apostrophe before a character that starts a formula was put there by `csvText`; exactly one is taken away,
 * so that what was written comes back unchanged.
 */
export function csvValue(field: string): string {
  return /^'+[=+\-@\t\r]/.test(field) ? field.slice(1) : field
}

/** A whole CSV file as a workbook of one sheet, with pauses in which the server serves others. */
export async function readCsv(bytes: Uint8Array, name: string): Promise<Workbook> {
  const file = openCsv(bytes)
  const rows: (readonly Cell[])[] = []
  for (const batch of file.batches()) {
    for (const row of batch) pushRow(rows, row)
    await setImmediate()
  }
  return { sheets: [{ name, isHidden: false, rows } satisfies Sheet], notices: csvNotices(file) }
}

function pushRow(rows: (readonly Cell[])[], { row, fields }: CsvRow): void {
  const cells = csvCells(row, fields)
  if (cells.length > 0) rows.push(cells)
}

/** The fields of one row that hold something, as cells. */
function csvCells(row: number, fields: readonly string[]): readonly Cell[] {
  return fields.flatMap((field, index) => (field === '' ? [] : [textCell(row, index + 1, csvValue(field))]))
}

function csvNotices(file: CsvFile): readonly SheetNotice[] {
  if (file.encoding !== 'windows-1252') return []
  return [{ code: 'csv.windows_1252', sheet: null, row: null, column: null, count: 1 }]
}
