/** Workbooks made by hand for tests: what Excel can write and a library would not, and what an attacker would. */
import { crc32, deflateRawSync } from 'node:zlib'

export type BuiltCell =
  | string
  | number
  | null
  | {
      /** The text of `<v>`, as it stands in the file. */
      readonly raw?: string
      readonly type?: string
      readonly style?: number
      readonly formula?: string
    }

export interface BuiltSheet {
  readonly name: string
  readonly state?: 'hidden' | 'veryHidden'
  /** Rows by number; cells from column A. */
  readonly rows: Readonly<Record<number, readonly BuiltCell[]>>
  readonly merged?: readonly string[]
}

/** Index 1 is a date, 2 is text, 3 has two decimals. */
const STYLES = [0, 14, 49, 2]

export interface ZipPart {
  readonly name: string
  readonly bytes: Uint8Array
  /** What the directory says of its size, where that is a lie. */
  readonly claimedSize?: number
}

export function zip(parts: readonly ZipPart[]): Uint8Array {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let start = 0
  for (const part of parts) {
    const packed = deflateRawSync(part.bytes)
    const name = Buffer.from(part.name)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(8, 4)
    head.writeUInt32LE(crc32(part.bytes), 10)
    head.writeUInt32LE(packed.byteLength, 14)
    head.writeUInt32LE(part.claimedSize ?? part.bytes.byteLength, 18)
    head.writeUInt16LE(name.byteLength, 22)
    files.push(Buffer.from('PK\u0003\u0004', 'latin1'), head, name, packed)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(start, 10)
    directory.push(Buffer.from('PK\u0001\u0002', 'latin1'), Buffer.from([20, 0]), head, tail, name)
    start += 30 + name.byteLength + packed.byteLength
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(list.byteLength, 8)
  end.writeUInt32LE(start, 12)
  return Buffer.concat([...files, list, Buffer.from('PK\u0005\u0006', 'latin1'), end])
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
const textPart = (name: string, text: string): ZipPart => ({ name, bytes: Buffer.from(text) })
const letters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : `${letters(Math.floor(column / 26) - 1)}${letters(column % 26)}`

function cellXml(cell: BuiltCell, reference: string): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`
  if (typeof cell === 'string') {
    return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escape(cell)}</t></is></c>`
  }
  const { raw, type, style, formula } = cell
  const attributes = `${type === undefined ? '' : ` t="${type}"`}${style === undefined ? '' : ` s="${style}"`}`
  return `<c r="${reference}"${attributes}>${formula === undefined ? '' : `<f>${escape(formula)}</f>`}${
    raw === undefined ? '' : `<v>${escape(raw)}</v>`
  }</c>`
}

export function sheetXml(sheet: BuiltSheet): string {
  const rows = Object.entries(sheet.rows).map(
    ([row, cells]) =>
      `<row r="${row}">${cells.map((cell, column) => cellXml(cell, `${letters(column)}${row}`)).join('')}</row>`,
  )
  const merged = (sheet.merged ?? []).map((ref) => `<mergeCell ref="${ref}"/>`).join('')
  return `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.join(
    '',
  )}</sheetData>${merged === '' ? '' : `<mergeCells>${merged}</mergeCells>`}</worksheet>`
}

/** The parts of a workbook with these sheets; `extra` adds or replaces parts by name. */
export function workbookParts(sheets: readonly BuiltSheet[], extra: readonly ZipPart[] = []): readonly ZipPart[] {
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const relations = (lines: readonly string[]): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join('')}</Relationships>`
  const parts = [
    textPart(
      '_rels/.rels',
      relations([`<Relationship Id="r1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/>`]),
    ),
    textPart(
      'xl/workbook.xml',
      `<workbook xmlns:r="${relation}"><sheets>${sheets
        .map(
          ({ name, state }, index) =>
            `<sheet name="${escape(name)}" sheetId="${index + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="s${index}"/>`,
        )
        .join('')}</sheets></workbook>`,
    ),
    textPart(
      'xl/_rels/workbook.xml.rels',
      relations([
        ...sheets.map(
          (_, index) =>
            `<Relationship Id="s${index}" Type="${relation}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
        ),
        `<Relationship Id="st" Type="${relation}/styles" Target="styles.xml"/>`,
      ]),
    ),
    textPart(
      'xl/styles.xml',
      `<styleSheet><cellXfs>${STYLES.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`,
    ),
    ...sheets.map((sheet, index) => textPart(`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet))),
  ]
  const replaced = new Set(extra.map(({ name }) => name))
  return [...parts.filter(({ name }) => !replaced.has(name)), ...extra]
}

export function buildWorkbook(sheets: readonly BuiltSheet[], extra: readonly ZipPart[] = []): Uint8Array {
  return zip(workbookParts(sheets, extra))
}
