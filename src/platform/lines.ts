import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { twiceNamed } from '../kernel/json.ts'
import { Refusal } from '../kernel/refusal.ts'

/** One line longer than this is no line of ours: somebody wants to fill memory. A file's bytes travel in pieces of 768 KiB. */
const LONGEST_LINE = 64 * 1024 * 1024
const GZIP_MAGIC = [0x1f, 0x8b]

/**
 * Writes values as JSON lines, compressed, whole or not at all: beside the target first, then renamed over it.
 * Throws invalid `file.cannot-write` where folder or disk does not allow it.
 */
export async function writeLines(path: string, lines: AsyncIterable<unknown>): Promise<void> {
  const partial = `${path}.partial`
  try {
    await pipeline(Readable.from(textOf(lines)), createGzip({ level: 6 }), createWriteStream(partial, { mode: 0o600 }))
    await sync(partial)
    await rename(partial, path)
  } catch (error) {
    await rm(partial, { force: true })
    // What the lines themselves refuse is nothing of the disk's.
    if (isSystemError(error) && !(error instanceof Refusal))
      throw new Refusal('invalid', 'file.cannot-write', { values: { path, cause: error.code } })
    throw error
  }
}

async function* textOf(lines: AsyncIterable<unknown>): AsyncIterable<string> {
  for await (const line of lines) yield `${JSON.stringify(line)}\n`
}

/** What is renamed must be on the disk, else a power cut leaves an empty file under the good name. */
async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Reads JSON lines, compressed or not, one after the other. Throws invalid with the line where something is wrong. */
export async function* readLines(path: string): AsyncGenerator<{ readonly line: number; readonly value: unknown }> {
  let line = 0
  try {
    for await (const text of textLines(await openBytes(path))) {
      line += 1
      if (text.length > LONGEST_LINE) throw new Refusal('invalid', 'file.line-too-long', { values: { line } })
      if (text !== '') yield { line, value: parse(text, line) }
    }
  } catch (error) {
    if (error instanceof Refusal) throw error
    if (!isSystemError(error) && !(error instanceof TypeError)) throw error
    throw new Refusal('invalid', 'file.damaged', { values: { line: line + 1 } })
  }
}

/** A line that grows past the limit is given as far as it came, so that the reader can refuse it. */
async function* textLines(bytes: AsyncIterable<unknown>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let rest = ''
  for await (const chunk of bytes) {
    const lines = (rest + decoder.decode(asBytes(chunk), { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
    if (rest.length > LONGEST_LINE) yield rest
  }
  yield rest
}

async function openBytes(path: string): Promise<AsyncIterable<unknown>> {
  const head = Buffer.alloc(GZIP_MAGIC.length)
  try {
    const handle = await open(path, 'r')
    try {
      await handle.read(head, 0, head.length, 0)
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (isSystemError(error)) throw new Refusal('invalid', 'file.cannot-read', { values: { path, cause: error.code } })
    throw error
  }
  const file = createReadStream(path)
  if (!GZIP_MAGIC.every((byte, index) => head[index] === byte)) return file
  const unzipped = createGunzip()
  file.on('error', (error) => unzipped.destroy(error))
  return file.pipe(unzipped)
}

function asBytes(chunk: unknown): Uint8Array {
  if (chunk instanceof Uint8Array) return chunk
  throw new Error('cannot read a stream that gives no bytes')
}

function parse(text: string, line: number): unknown {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new Refusal('invalid', 'file.damaged', { values: { line } })
  }
  const twice = twiceNamed(text)
  if (twice !== null) throw new Refusal('invalid', 'file.named-twice', { values: { line, name: twice } })
  return value
}

function isSystemError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
}
