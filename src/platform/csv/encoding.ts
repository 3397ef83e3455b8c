import { isUtf8 } from 'node:buffer'
import { Refusal } from '../../kernel/refusal.ts'

export interface Encoding {
  readonly name: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
  /** Bytes of the mark at the start that says which encoding it is. */
  readonly mark: number
}

/**
 * Which encoding a text file has: by its mark, by the zero bytes that UTF-16 gives Latin text, by being valid UTF-8, and
 * else Windows-1252, which is what Excel on Windows saves as "CSV". Refuses what is no text at all.
 */
export function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { name: 'utf-8', mark: 3 }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { name: 'utf-16le', mark: 2 }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { name: 'utf-16be', mark: 2 }
  const wide = wideOrder(bytes)
  if (wide !== null) return { name: wide, mark: 0 }
  if (bytes.includes(0)) throw new Refusal('invalid', 'csv.not_text')
  if (isUtf8(bytes)) return { name: 'utf-8', mark: 0 }
  if (!isWindows1252(bytes)) throw new Refusal('invalid', 'csv.not_text')
  return { name: 'windows-1252', mark: 0 }
}

const SAMPLE = 4096

function wideOrder(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const size = Math.min(SAMPLE, bytes.byteLength & ~1)
  const zeros: [number, number] = [0, 0]
  for (let at = 0; at < size; at += 1) if (bytes[at] === 0) zeros[at % 2 === 0 ? 0 : 1] += 1
  if (zeros[1] > size * 0.3 && zeros[0] === 0) return 'utf-16le'
  if (zeros[0] > size * 0.3 && zeros[1] === 0) return 'utf-16be'
  return null
}

/** Control bytes that no text holds, and the five that Windows-1252 leaves open. */
function isWindows1252(bytes: Uint8Array): boolean {
  return bytes.every(
    (byte) =>
      byte === 9 || byte === 10 || byte === 13 || (byte >= 32 && ![0x7f, 0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte)),
  )
}
