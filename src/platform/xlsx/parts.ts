/** The small parts of a workbook that say how its sheets are read: relations, names of sheets, styles, shared texts. */
import { Refusal } from '../../kernel/refusal.ts'
import { builtInFormat } from './serial.ts'
import { readXml, type XmlListener } from './xml.ts'
import { entryBytes, type ZipEntry } from './zip.ts'

export interface Package {
  readonly bytes: Uint8Array
  readonly entries: ReadonlyMap<string, ZipEntry>
}

export interface SheetPart {
  readonly name: string
  readonly isHidden: boolean
  readonly path: string
}

export interface BookParts {
  readonly sheets: readonly SheetPart[]
  readonly is1904: boolean
  readonly path: string
}

/** Unpacked texts of all cells together: more is no table of an organisation's own. */
const MOST_TEXT = 100 * 1024 * 1024

export async function readPart(pack: Package, path: string, listener: XmlListener): Promise<boolean> {
  const entry = pack.entries.get(path)
  if (entry === undefined) return false
  await readXml(entryBytes(pack.bytes, entry), listener)
  return true
}

interface Relation {
  readonly type: string
  readonly path: string
}

/** Relations of a part by id; targets are resolved against the part's folder (ECMA-376 part 2, 9.3). */
async function relations(pack: Package, part: string): Promise<ReadonlyMap<string, Relation>> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const file = part.slice(folder.length)
  const found = new Map<string, Relation>()
  await readPart(pack, `${folder}_rels/${file}.rels`, {
    open: (name, attributes) => {
      const { Id: id, Type: type, Target: target, TargetMode: mode } = attributes()
      if (name !== 'Relationship' || id === undefined || target === undefined || mode === 'External') return
      found.set(id, { type: type?.slice(type.lastIndexOf('/') + 1) ?? '', path: resolved(folder, target) })
    },
  })
  return found
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const steps: string[] = []
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}

/** Finds the workbook and its sheets in their order. Refuses Office files of other kinds by what they are. */
export async function bookParts(pack: Package): Promise<BookParts> {
  const root = await relations(pack, '')
  const path = [...root.values()].find(({ type }) => type === 'officeDocument')?.path ?? 'xl/workbook.xml'
  if (path.endsWith('.bin')) throw new Refusal('invalid', 'workbook.binary')
  const targets = await relations(pack, path)
  const sheets: SheetPart[] = []
  let is1904 = false
  const isThere = await readPart(pack, path, {
    open: (name, attributes) => {
      if (name === 'workbookPr') is1904 = ['1', 'true'].includes(attributes()['date1904'] ?? '')
      if (name !== 'sheet') return
      const { name: title, state, id } = attributes()
      const target = targets.get(id ?? '')
      if (title === undefined || target?.type !== 'worksheet') return
      sheets.push({ name: title, isHidden: state === 'hidden' || state === 'veryHidden', path: target.path })
    },
  })
  if (!isThere || sheets.length === 0) throw new Refusal('invalid', otherKind(pack))
  return { sheets, is1904, path }
}

function otherKind(pack: Package): string {
  return pack.entries.has('content.xml') ? 'workbook.open_document' : 'workbook.not_a_workbook'
}

/** The number format of each cell style, by its index; null is the general one. */
export async function formats(pack: Package, book: BookParts): Promise<readonly (string | null)[]> {
  const own = new Map<number, string>()
  const ids: number[] = []
  let isInCells = false
  await readPart(pack, await siblingPath(pack, book, 'styles'), {
    open: (name, attributes) => {
      if (name === 'cellXfs') isInCells = true
      if (name === 'numFmt') own.set(Number(attributes()['numFmtId']), attributes()['formatCode'] ?? '')
      if (name === 'xf' && isInCells) ids.push(Number(attributes()['numFmtId'] ?? 0))
    },
    close: (name) => {
      if (name === 'cellXfs') isInCells = false
    },
  })
  return ids.map((id) => own.get(id) ?? builtInFormat(id))
}

async function siblingPath(pack: Package, book: BookParts, type: string): Promise<string> {
  const targets = await relations(pack, book.path)
  return [...targets.values()].find((relation) => relation.type === type)?.path ?? ''
}

/** Texts that cells point to by number. Phonetic readings beside East Asian texts are no part of the text. */
export async function sharedTexts(pack: Package, book: BookParts): Promise<readonly string[]> {
  const texts: string[] = []
  let text = ''
  let length = 0
  let isText = false
  let isPhonetic = false
  await readPart(pack, await siblingPath(pack, book, 'sharedStrings'), {
    open: (name) => {
      if (name === 'si') text = ''
      if (name === 't') isText = true
      if (name === 'rPh') isPhonetic = true
    },
    text: (part) => {
      if (!isText || isPhonetic) return
      text += part
      length += part.length
      if (length > MOST_TEXT) throw new Refusal('invalid', 'workbook.too_big')
    },
    close: (name) => {
      if (name === 't') isText = false
      if (name === 'rPh') isPhonetic = false
      if (name === 'si') texts.push(unescaped(text))
    },
  })
  return texts
}

/**
 * `_x000D_` stands for a character that XML cannot hold or would change (ECMA-376 part 1, 22.9.2.19). The attacker may
 * spell what no database takes as text: zero bytes go, halves of a character become U+FFFD.
 */
export function unescaped(text: string): string {
  const whole = text.includes('_x')
    ? text.replaceAll(/_x([\dA-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(String(hex), 16)))
    : text
  return whole.replaceAll('\u0000', '').toWellFormed()
}
