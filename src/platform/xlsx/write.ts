import { once } from 'node:events'
import { setImmediate } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import writeExcelFile from 'write-excel-file/node'
import type { CalendarDate } from '../../kernel/register.ts'
import { type OutCell, type OutSheet } from '../../kernel/sheet.ts'
import { nearby } from '../pdf/nearby.ts'

const LEAST_WIDTH = 10
const MOST_WIDTH = 60
const HEADER = { fontWeight: 'bold', backgroundColor: '#E8ECF1', alignVertical: 'top', wrap: true } as const

/** More rows than this take long enough to keep every other request waiting; fewer are not worth starting a thread. */
const MOST_ROWS_HERE = 1_000

/** Writes a workbook; a large one in a thread of its own, because fifty thousand rows take ten seconds at a stretch. */
export async function writeWorkbook(sheets: readonly OutSheet[]): Promise<Uint8Array> {
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0)
  if (rows <= MOST_ROWS_HERE) return await workbookOf(sheets)
  const file = nearby(import.meta.url, './worker.ts', './xlsx-worker.js', '../xlsx-worker.js')
  // It gets no environment: settings and secrets are none of its business.
  const worker = new Worker(file, { env: {} })
  const [[bytes]]: [unknown[], void] = await Promise.all([once(worker, 'message'), handOver(worker, sheets)])
  if (!(bytes instanceof Uint8Array)) throw new Error('cannot write the workbook')
  return bytes
}

/** What a thread that writes is sent: a sheet that begins, rows of the sheet that began last, and the end. */
export type Handed = Omit<OutSheet, 'rows'> | { readonly rows: OutSheet['rows'] } | null

/** Handing over copies, so it goes in pieces, between which other requests have their turn. */
async function handOver(worker: Worker, sheets: readonly OutSheet[]): Promise<void> {
  const send = async (handed: Handed): Promise<void> => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin; the rule means windows
    worker.postMessage(handed)
    await setImmediate()
  }
  for (const { rows, ...sheet } of sheets) {
    await send(sheet)
    for (let from = 0; from < rows.length; from += MOST_ROWS_HERE) {
      await send({ rows: rows.slice(from, from + MOST_ROWS_HERE) })
    }
  }
  await send(null)
}

/** Sheets with a header that stays in view, columns as wide as their contents, and dates that Excel knows as dates. */
export async function workbookOf(sheets: readonly OutSheet[]): Promise<Uint8Array> {
  const names = sheetNames(sheets.map(({ name }) => name))
  return await writeExcelFile(
    sheets.map((sheet, index) => ({
      sheet: names[index] ?? '',
      data: [
        sheet.header.map((text) => ({ ...HEADER, ...textValue(text) })),
        ...sheet.rows.map((row) => row.map(value)),
      ],
      columns: widths(sheet).map((width) => ({ width })),
      stickyRowsCount: 1,
      dateFormat: 'yyyy-mm-dd',
    })),
  ).toBuffer()
}

function value(cell: OutCell): object | null {
  if (cell === null) return null
  switch (cell.kind) {
    case 'text':
      return {
        ...textValue(cell.text),
        alignVertical: 'top',
        wrap: cell.text.includes('\n') || cell.text.length > MOST_WIDTH,
      }
    case 'number':
      return { value: cell.number, type: Number, alignVertical: 'top' }
    case 'date':
      return dateValue(cell.date)
  }
}

/** Days before 1 March 1900 have no serial number that all spreadsheets agree on. */
function dateValue(date: CalendarDate): object {
  if (date < '1900-03-01' || date > '9999-12-31') return textValue(date)
  return { value: new Date(`${date}T00:00:00Z`), type: Date, alignVertical: 'top' }
}

function textValue(text: string): {
  readonly value: string
  readonly type: StringConstructor
  readonly format: string
} {
  return { value: escaped(text), type: String, format: '@' }
}

/**
 * XML cannot hold control characters and turns a return into a line feed, so Excel writes them as `_x000D_`. The same goes
 * for what write-excel-file would drop without a word: U+FFFD, the C1 controls and code points that are no characters.
 */
function escaped(text: string): string {
  const safe = text
    .replaceAll(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll(/(?![\t\n])\p{Cc}|\uFFFD|\p{Noncharacter_Code_Point}/gu, character)
  // write-excel-file looks shared texts up in a plain object, where `constructor` and its kin are already taken.
  return safe in {} ? `${character(safe.slice(0, 1))}${safe.slice(1)}` : safe
}

/** Each half of a pair apart, as Excel does. */
function character(text: string): string {
  return text
    .split('')
    .map((half) => `_x${half.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .join('')
}

function widths({ header, rows }: OutSheet): readonly number[] {
  return header.map((title, column) => {
    const longest = rows.slice(0, 500).reduce((most, row) => Math.max(most, length(row[column] ?? null)), 0)
    return Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, Math.min(title.length + 2, 24), longest + 2))
  })
}

function length(cell: OutCell): number {
  if (cell === null) return 0
  if (cell.kind === 'text') return Math.max(...cell.text.split('\n', 50).map((line) => line.length))
  return 10
}

/** Names as Excel allows them: at most 31 characters, without []:*?/\ or an apostrophe at an end, all different. */
function sheetNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const clean =
      name
        .replaceAll(/[[\]:*?/\\]/g, ' ')
        .replaceAll(/^'+|'+$/g, '')
        .trim() || '1'
    let candidate = clean.slice(0, 31)
    for (let count = 2; taken.has(candidate.toLowerCase()); count += 1) {
      candidate = `${clean.slice(0, 27)} (${count})`
    }
    taken.add(candidate.toLowerCase())
    return candidate
  })
}
