import { Refusal } from '../../../kernel/refusal.ts'
import type { Workbook } from '../../../kernel/sheet.ts'
import { readCsv } from '../../../platform/csv/read.ts'
import type { Context } from '../../../platform/store/store.ts'
import { isZip, MOST_FILE_BYTES, readWorkbook } from '../../../platform/xlsx/read.ts'
import { FILES_MOST } from '../contract.ts'
import type { ImportFile } from '../domain/found.ts'
import type { ImportedFile } from '../store.ts'
import type { Importer } from './importer.ts'

interface FileRow extends ImportedFile {
  readonly size: number
}

/** The files of this organisation with these hashes. Throws not_found where one is not there, invalid where one is too big. */
export async function filesOf(ctx: Context, hashes: readonly string[]): Promise<readonly ImportedFile[]> {
  const wanted = [...new Set(hashes)]
  if (wanted.length === 0) throw new Refusal('invalid', 'import.no_files')
  if (wanted.length > FILES_MOST)
    throw new Refusal('invalid', 'import.too_many_files', { values: { most: FILES_MOST } })
  const { rows } = await ctx.tx.query<FileRow>(
    'select hash, name, size from file where organisation = $1 and hash = any($2)',
    [ctx.organisation, wanted],
  )
  const found = new Map(rows.map((row) => [row.hash, row]))
  return wanted.map((hash) => {
    const file = found.get(hash)
    if (file === undefined) throw new Refusal('not_found', 'file.unknown')
    if (file.size > MOST_FILE_BYTES) throw tooBig()
    return { hash, name: file.name }
  })
}

function tooBig(): Refusal {
  return new Refusal('invalid', 'file.too_big', { values: { most: MOST_FILE_BYTES / 1024 / 1024 } })
}

/** Reads every file, whatever it is called, as what it is. A refusal names the file. */
export async function readFiles(importer: Importer, files: readonly ImportedFile[]): Promise<readonly ImportFile[]> {
  const read: ImportFile[] = []
  for (const { hash, name } of files) {
    try {
      read.push({ name, workbook: await workbookOf(await bytesOf(importer, hash), name) })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      throw new Refusal(error.kind, error.code, { ...error.details, values: { ...error.details.values, file: name } })
    }
  }
  return read
}

async function bytesOf(importer: Importer, hash: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of importer.services.files.read(hash)) {
    size += piece.byteLength
    if (size > MOST_FILE_BYTES) throw tooBig()
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

/** What calls itself .xlsx is never read as CSV: it would give rows of noise. */
async function workbookOf(bytes: Uint8Array, name: string): Promise<Workbook> {
  const isSpreadsheet = /\.xl\w+$/i.test(name) || isZip(bytes) || bytes[0] === 0xd0
  if (isSpreadsheet) return readWorkbook(bytes)
  return readCsv(bytes, name.replace(/\.\w+$/, ''))
}
