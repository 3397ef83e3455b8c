/**
 * An organisation as one file: its whole ledger, and the files that its records name. Format 1, JSON lines, compressed:
 * head, actors, entries, checkpoints, files (each followed by its bytes in pieces), end. Described in docs/workspace.md.
 * A copy continues the ledger: same id, same entries, same root (DESIGN, settled early, 3).
 */
import { z } from 'zod'
import type { EntryRow } from '../entry.ts'

/** Where the bytes of files lie; handed in, because it is another part's business. */
export interface FileBytes {
  open(hash: string): AsyncIterable<Uint8Array>
  /** Keeps the bytes under their hash; throws when they are not what the hash says. */
  save(hash: string, bytes: AsyncIterable<Uint8Array>): Promise<void>
}

export const FORMAT = 'waarborg-workspace'
export const VERSION = 1
/** Rows that are read or written at once. */
export const CHUNK = 2_000
/** Bytes of a file in one line. */
export const PIECE = 768 * 1024

export const head = z.object({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  name: z.string().min(1).max(200),
  slug: z.string(),
  ledger: z.uuid(),
  isSample: z.boolean(),
  size: z.int().min(0),
  root: z.string(),
  statedUntil: z.int().min(0),
  /** Public keys that may have signed its checkpoints. */
  verifierKeys: z.array(z.string()).default([]),
})

const base64 = z.base64().transform((text) => Buffer.from(text, 'base64'))
const hexBytes = z.hex().transform((text) => Buffer.from(text, 'hex'))
const entry = z.strictObject({
  sequence: z.int().min(1),
  recorded_at: z.iso.datetime(),
  valid_from: z.iso.date(),
  actor: z.uuid(),
  behalf: z.uuid().nullable(),
  channel: z.enum(['web', 'api', 'cli', 'import', 'system']),
  batch: z.uuid().nullable(),
  register: z.string(),
  record: z.uuid(),
  version: z.int().min(1),
  act: z.string(),
  ordinary: z.string(),
  ordinary_salt: base64,
  personal: z.string().nullable(),
  personal_salt: base64.nullable(),
  personal_hash: hexBytes.nullable(),
  leaf: hexBytes,
}) satisfies z.ZodType<EntryRow>

export const line = z.union([
  z.strictObject({ actor: z.strictObject({ id: z.uuid(), person: z.uuid().nullable() }) }),
  z.strictObject({ entry }),
  z.strictObject({
    checkpoint: z.strictObject({ size: z.int(), root: z.string(), note: z.string(), signedAt: z.iso.datetime() }),
  }),
  z.strictObject({
    file: z.strictObject({
      hash: z.string().regex(/^[0-9a-f]{64}$/),
      name: z.string(),
      type: z.string(),
      size: z.int().min(0),
      addedAt: z.iso.datetime(),
    }),
  }),
  z.strictObject({ bytes: base64 }),
  z.strictObject({ end: z.strictObject({ entries: z.int(), files: z.int() }) }),
])

export type WorkspaceLine = z.infer<typeof line>
export type FileLine = Extract<WorkspaceLine, { file: unknown }>['file']
