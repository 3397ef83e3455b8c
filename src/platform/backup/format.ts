import { z } from 'zod'

/**
 * A backup as JSON lines, compressed: head, then per table its columns and its rows (every value as PostgreSQL prints it,
 * so that the file does not depend on a version of the server), then the files with their bytes, then the end.
 */
export const FORMAT = 'waarborg-backup'
export const VERSION = 1

export const head = z.object({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  /** The newest migration of the schema that the rows fit. */
  migration: z.int().min(1),
  madeAt: z.iso.datetime(),
  /** Public keys with which the checkpoints in it can be checked. The private key is never in a backup. */
  verifierKeys: z.array(z.string()),
})

const name = z.string().regex(/^[a-z_]+$/i)

export const line = z.union([
  z.strictObject({
    table: z.strictObject({
      schema: name,
      name,
      columns: z.array(z.strictObject({ name, type: z.string().regex(/^[a-z0-9 ()[\]]+$/) })),
    }),
  }),
  z.strictObject({ row: z.array(z.string().nullable()) }),
  z.strictObject({ file: z.strictObject({ hash: z.string().regex(/^[0-9a-f]{64}$/) }) }),
  z.strictObject({ bytes: z.base64() }),
  z.strictObject({ end: z.strictObject({ rows: z.int(), files: z.int() }) }),
])
export type BackupLine = z.infer<typeof line>
export type TableLine = Extract<BackupLine, { table: unknown }>['table']

/** Rows that are read or written at once. */
export const CHUNK = 1_000
/** Bytes of a file in one line. */
export const PIECE = 768 * 1024

/** Who is signed in, and who guessed wrong lately, does not outlive a restore. */
export const LEFT_OUT: ReadonlySet<string> = new Set([
  'public.migration',
  'identity.session',
  'identity.verification',
  'identity.rateLimit',
  'identity.failed_sign_in',
  'identity.password_reset',
])
