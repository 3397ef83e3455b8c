/** What may stand in a cell that is written: text, number, yes or no, or nothing. */
export type CsvCell = string | number | boolean | null

const FORMULA_START = /^'*[=+\-@\t\r]/

/**
 * The attacker: whoever filled in a field that somebody else opens in Excel. Text that Excel would run as a formula gets
 * a leading apostrophe (OWASP, CSV injection); so does text that already looks guarded, so that reading takes away
 * exactly what writing added.
 */
export function csvText(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text
}

/** One record after RFC 4180, ended as Excel ends it. */
export function csvLine(cells: readonly CsvCell[], delimiter: string): string {
  return `${cells.map((cell) => csvField(cell, delimiter)).join(delimiter)}\r\n`
}

function csvField(cell: CsvCell, delimiter: string): string {
  if (cell === null) return ''
  if (typeof cell !== 'string') return String(cell)
  const text = csvText(cell)
  const needsQuotes = /["\r\n]/.test(text) || text.includes(delimiter) || text !== text.trim()
  return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text
}

/** A CSV file with a byte order mark, without which Excel reads UTF-8 as Windows-1252. */
export function writeCsv(rows: Iterable<readonly CsvCell[]>, delimiter: string): Uint8Array {
  let text = '\uFEFF'
  for (const row of rows) text += csvLine(row, delimiter)
  return new TextEncoder().encode(text)
}
