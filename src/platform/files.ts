import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { type FileHandle, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Refusal } from '../kernel/refusal.ts'

/** Bytes by their SHA-256, on disk. Who may have which of them is said by the table `file`, never here. */
export interface Files {
  /** Takes the bytes as they come. Throws invalid when there are more than `most`; then nothing is kept. */
  put(bytes: AsyncIterable<Uint8Array>, most: number): Promise<{ readonly hash: string; readonly size: number }>
  read(hash: string): AsyncIterable<Uint8Array>
  has(hash: string): Promise<boolean>
  remove(hash: string): Promise<void>
  /** Hashes of everything that is kept. */
  all(): Promise<readonly string[]>
}

const SHA_256 = /^[0-9a-f]{64}$/
/** One read from disk. Larger gains nothing (STACK.md, section 8). */
const CHUNK = 1 << 20

/** Files in a folder of the data directory, made when it is not there. */
export function openFiles(folder: string): Files {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const pathOf = (hash: string): string => {
    // INVARIANT: only a hash becomes a path, so no name from outside can lead out of the folder.
    if (!SHA_256.test(hash)) throw new Refusal('not_found', 'file.unknown')
    return join(folder, hash)
  }
  return {
    put: (bytes, most) => put(folder, bytes, most),
    read: (hash) => chunksOf(pathOf(hash)),
    has: async (hash) => exists(pathOf(hash)),
    remove: (hash) => rm(pathOf(hash), { force: true }),
    all: async () => (await readdir(folder)).filter((name) => SHA_256.test(name)),
  }
}

async function put(
  folder: string,
  bytes: AsyncIterable<Uint8Array>,
  most: number,
): Promise<{ readonly hash: string; readonly size: number }> {
  const unfinished = join(folder, `incoming-${randomUUID()}`)
  try {
    const written = await write(unfinished, bytes, most)
    // The name is the content, so a file that is there already is the same file.
    await rename(unfinished, join(folder, written.hash))
    await syncFolder(folder)
    return written
  } catch (error) {
    await rm(unfinished, { force: true })
    if (isFull(error)) throw new Refusal('conflict', 'server.disk-full')
    throw error
  }
}

async function write(
  path: string,
  bytes: AsyncIterable<Uint8Array>,
  most: number,
): Promise<{ readonly hash: string; readonly size: number }> {
  const hash = createHash('sha256')
  let size = 0
  const file = await open(path, 'wx', 0o600)
  try {
    for await (const chunk of bytes) {
      size += chunk.byteLength
      if (size > most) {
        throw new Refusal('invalid', 'file.too-large', { values: { megabytes: Math.floor(most / 1_000_000) } })
      }
      hash.update(chunk)
      await writeAll(file, chunk)
    }
    // A file that a record names must survive a power cut as the record does.
    await file.sync()
  } finally {
    await file.close()
  }
  return { hash: hash.digest('hex'), size }
}

async function writeAll(file: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let done = 0; done < chunk.byteLength; ) done += (await file.write(chunk, done)).bytesWritten
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function* chunksOf(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path, 'r')
  try {
    yield* file.createReadStream({ highWaterMark: CHUNK, autoClose: false })
  } finally {
    await file.close()
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
    throw error
  }
}

function isFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')
}
