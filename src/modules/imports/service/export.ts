import type { FileReply } from '../../../kernel/contract.ts'
import type { OutCell } from '../../../kernel/sheet.ts'
import type { Language, Words } from '../../../kernel/text.ts'
import { type CsvCell, writeCsv } from '../../../platform/csv/write.ts'
import { slugOf } from '../../../platform/store/organisation.ts'
import { stateAt } from '../../../platform/store/state.ts'
import type { Context } from '../../../platform/store/store.ts'
import { writeWorkbook } from '../../../platform/xlsx/write.ts'
import type { ListAsked } from '../../registers/contract.ts'
import { allRecords } from '../../registers/service/list.ts'
import type { TableFormat } from '../contract.ts'
import { lookupOf } from '../domain/table/lookup.ts'
import { readingOf } from '../domain/table/read-value.ts'
import { tableOf } from '../domain/table/write-table.ts'

const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
} as const satisfies Record<TableFormat, string>

/** A Dutch Excel splits at semicolons, an English one at commas. */
const DELIMITERS = { nl: ';', en: ',' } as const satisfies Record<Language, string>

export interface TableAsked extends ListAsked {
  readonly format: TableFormat
  readonly language: Language
  readonly wordsIn: (language: Language) => Words
}

/** A register file is made whole before it is sent: a workbook can only be written so. */
export interface TableFile extends FileReply {
  readonly bytes: Uint8Array
}

/** A register, or what a list of it shows, as a table that an import takes back: rows are matched by number. */
export async function registerFile(ctx: Context, name: string, asked: TableAsked): Promise<TableFile> {
  const register = ctx.registry.get(name)
  const records = await allRecords(ctx, name, asked)
  const title = asked.wordsIn(asked.language)(`${name}.plural`)
  const file = { name: `${slugOf(title)}.${asked.format}`, type: TYPES[asked.format] }
  if (asked.format === 'json') return { ...file, bytes: Buffer.from(JSON.stringify(records, null, 2)) }
  const isms = await stateAt(ctx, asked.at ?? ctx.today(), asked.mode)
  const words = { nl: asked.wordsIn('nl'), en: asked.wordsIn('en') }
  const lookup = lookupOf(isms, ctx.registry.registers)
  const sheet = tableOf(readingOf({ register, words, language: asked.language, lookup }), records)
  if (asked.format === 'xlsx') return { ...file, bytes: await writeWorkbook([sheet]) }
  return {
    ...file,
    bytes: writeCsv([sheet.header, ...sheet.rows.map((row) => row.map(csvCell))], DELIMITERS[asked.language]),
  }
}

/** Numbers stay numbers: a minus before one starts no formula. */
function csvCell(cell: OutCell): CsvCell {
  if (cell === null) return null
  switch (cell.kind) {
    case 'text':
      return cell.text
    case 'number':
      return cell.number
    case 'date':
      return cell.date
  }
}
