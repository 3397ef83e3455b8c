/**
 * The attacker: whoever sends a file. A ZIP directory is read here by hand, because of its few fields all matter for
 * safety, and Node's inflate works off the main thread and is stopped at the byte where a file lies about its size.
 * (fflate, which write-excel-file brings, inflates on the main thread, or without such a bound.) PKWARE APPNOTE 6.3.
 */
import { crc32, createInflateRaw } from 'node:zlib'
import { Refusal } from '../../kernel/refusal.ts'

export interface ZipEntry {
  readonly name: string
  readonly size: number
  readonly packedSize: number
  readonly isPacked: boolean
  readonly crc: number
  readonly start: number
}

/** A directory of millions of names would be read for minutes; a workbook with a picture on every sheet has hundreds. */
const MOST_ENTRIES = 10_000
/** Unpacked, together: what still fits beside everything else in a small server's memory. */
const MOST_BYTES = 400 * 1024 * 1024
/** Deflate reaches 1,032; sheets of repeated rows stay below 100. Small parts may do as they like. */
const MOST_RATIO = 250
const RATIO_FROM = 4 * 1024 * 1024

const END_OF_DIRECTORY = 0x06054b50
const END_OF_DIRECTORY_64 = 0x06064b50
const LOCATOR_64 = 0x07064b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_ENTRY = 0x04034b50

const damaged = (): Refusal => new Refusal('invalid', 'workbook.damaged')

/** The files in a ZIP by name, sizes checked against what unpacking may cost. Throws a Refusal on anything it cannot trust. */
export function zipEntries(bytes: Uint8Array): ReadonlyMap<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return directory(bytes, view)
  } catch (error) {
    if (error instanceof RangeError) throw damaged()
    throw error
  }
}

function directory(bytes: Uint8Array, view: DataView): ReadonlyMap<string, ZipEntry> {
  const { count, start } = directoryEnd(view)
  if (count > MOST_ENTRIES) throw new Refusal('invalid', 'workbook.zip_bomb')
  const entries = new Map<string, ZipEntry>()
  let at = start
  let total = 0
  for (let index = 0; index < count; index += 1) {
    if (view.getUint32(at, true) !== DIRECTORY_ENTRY) throw damaged()
    const [entry, next] = directoryEntry(bytes, view, at)
    total += entry.size
    const isBomb = entry.size > RATIO_FROM && entry.size > entry.packedSize * MOST_RATIO
    if (isBomb || total > MOST_BYTES) throw new Refusal('invalid', 'workbook.zip_bomb')
    if (entries.has(entry.name)) throw damaged()
    entries.set(entry.name, entry)
    at = next
  }
  return entries
}

function directoryEnd(view: DataView): { readonly count: number; readonly start: number } {
  const least = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= least; at -= 1) {
    if (view.getUint32(at, true) !== END_OF_DIRECTORY) continue
    const count = view.getUint16(at + 10, true)
    const start = view.getUint32(at + 16, true)
    if (count !== 0xffff && start !== 0xffffffff) return { count, start }
    return directoryEnd64(view, at - 20)
  }
  throw damaged()
}

function directoryEnd64(view: DataView, locator: number): { readonly count: number; readonly start: number } {
  if (view.getUint32(locator, true) !== LOCATOR_64) throw damaged()
  const at = Number(view.getBigUint64(locator + 8, true))
  if (view.getUint32(at, true) !== END_OF_DIRECTORY_64) throw damaged()
  return { count: Number(view.getBigUint64(at + 32, true)), start: Number(view.getBigUint64(at + 48, true)) }
}

function directoryEntry(bytes: Uint8Array, view: DataView, at: number): readonly [ZipEntry, number] {
  const flags = view.getUint16(at + 8, true)
  const method = view.getUint16(at + 10, true)
  if ((flags & 1) === 1) throw new Refusal('invalid', 'workbook.encrypted')
  if (method !== 0 && method !== 8) throw damaged()
  const nameEnd = at + 46 + view.getUint16(at + 28, true)
  const extraEnd = nameEnd + view.getUint16(at + 30, true)
  const sizes = sizes64(view, nameEnd, extraEnd, [
    view.getUint32(at + 24, true),
    view.getUint32(at + 20, true),
    view.getUint32(at + 42, true),
  ])
  const entry = {
    name: new TextDecoder().decode(bytes.subarray(at + 46, nameEnd)).replaceAll('\\', '/'),
    size: sizes[0],
    packedSize: sizes[1],
    start: sizes[2],
    isPacked: method === 8,
    crc: view.getUint32(at + 16, true),
  }
  return [entry, extraEnd + view.getUint16(at + 32, true)]
}

/** Some writers put sizes in the ZIP64 field even of small files. */
function sizes64(
  view: DataView,
  from: number,
  to: number,
  sizes: readonly [number, number, number],
): readonly [number, number, number] {
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue
    let next = at + 4
    const whole = (size: number): number => {
      if (size !== 0xffffffff) return size
      next += 8
      return Number(view.getBigUint64(next - 8, true))
    }
    return [whole(sizes[0]), whole(sizes[1]), whole(sizes[2])]
  }
  return sizes
}

/** The bytes of one file, piece by piece. Refuses where they are more or others than the directory promised. */
export async function* entryBytes(bytes: Uint8Array, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const packed = packedBytes(bytes, entry)
  const pieces: AsyncIterable<unknown> | Iterable<unknown> = entry.isPacked ? inflated(packed) : [packed]
  let size = 0
  let crc = 0
  try {
    for await (const piece of pieces) {
      if (!(piece instanceof Uint8Array)) throw damaged()
      size += piece.byteLength
      if (size > entry.size) throw new Refusal('invalid', 'workbook.zip_bomb')
      crc = crc32(piece, crc)
      yield piece
    }
  } catch (error) {
    if (error instanceof Refusal || !isZlibError(error)) throw error
    throw damaged()
  }
  if (size !== entry.size || crc !== entry.crc) throw damaged()
}

function inflated(packed: Uint8Array): AsyncIterable<unknown> {
  const inflate = createInflateRaw({ chunkSize: 256 * 1024 })
  inflate.end(packed)
  return inflate
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')
}

function packedBytes(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.start + 30 > bytes.byteLength || view.getUint32(entry.start, true) !== LOCAL_ENTRY) throw damaged()
  const start = entry.start + 30 + view.getUint16(entry.start + 26, true) + view.getUint16(entry.start + 28, true)
  if (start + entry.packedSize > bytes.byteLength) throw damaged()
  return bytes.subarray(start, start + entry.packedSize)
}
