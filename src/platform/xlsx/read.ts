/**
 * Reads .xlsx workbooks as plain data.
 * The road not taken: read-excel-file, which drops merged ranges, hidden sheets, formulas, number formats and the place
 * of errors; an import of workbooks that people really keep needs all of these. The XML goes through saxen, the parser
 * that read-excel-file stands on too.
 */
import { Refusal } from '../../kernel/refusal.ts'
import type { Sheet, Workbook } from '../../kernel/sheet.ts'
import { type Reading, readSheet } from './cells.ts'
import { notices } from './notices.ts'
import { bookParts, formats, type Package, sharedTexts } from './parts.ts'
import { zipEntries } from './zip.ts'

/** Bytes of a file that is taken in; the upload stops at the same size. */
export const MOST_FILE_BYTES = 50 * 1024 * 1024
/** Cells that hold something, over all sheets: keeps a workbook within some hundreds of megabytes of memory. */
const MOST_CELLS = 2_000_000

/** Whether the bytes start as a ZIP archive, which every .xlsx is. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)
}

/** Whether the bytes start as a compound file: an .xls of before 2007, or an .xlsx locked with a password. */
function isCompoundFile(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].every((byte, index) => bytes[index] === byte)
}

/** Macros, external links and formulas are never run or followed: their last saved values are read, with a notice. */
export async function readWorkbook(bytes: Uint8Array): Promise<Workbook> {
  if (bytes.byteLength > MOST_FILE_BYTES) {
    throw new Refusal('invalid', 'file.too_big', { values: { most: MOST_FILE_BYTES / 1024 / 1024 } })
  }
  if (isCompoundFile(bytes)) throw new Refusal('invalid', compoundKind(bytes))
  if (!isZip(bytes)) throw new Refusal('invalid', 'workbook.not_a_workbook')
  const pack: Package = { bytes, entries: zipEntries(bytes) }
  const book = await bookParts(pack)
  const found = notices()
  noteParts(pack, found)
  const reading: Reading = {
    texts: await sharedTexts(pack, book),
    formats: await formats(pack, book),
    is1904: book.is1904,
    notices: found,
    cellsLeft: MOST_CELLS,
  }
  const sheets: Sheet[] = []
  for (const part of book.sheets) {
    if (part.isHidden) found.note('workbook.hidden_sheet', { sheet: part.name })
    sheets.push(await readSheet(pack, part, reading))
  }
  return { sheets, notices: found.all() }
}

function noteParts(pack: Package, found: ReturnType<typeof notices>): void {
  const names = [...pack.entries.keys()]
  if (names.some((name) => /vbaProject\.bin$/i.test(name))) found.note('workbook.macros')
  if (names.some((name) => /(^|\/)externalLinks\//i.test(name))) found.note('workbook.external_links')
}

/** Names in a compound file are UTF-16: a locked workbook has a stream called EncryptedPackage ([MS-OFFCRYPTO] 2.3.4.4). */
function compoundKind(bytes: Uint8Array): string {
  const name = Buffer.from('EncryptedPackage', 'utf16le')
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(name)
    ? 'workbook.encrypted'
    : 'workbook.old_format'
}
