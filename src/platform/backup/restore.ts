import type { Pool, PoolClient } from 'pg'
import { Refusal } from '../../kernel/refusal.ts'
import { type Migration, migrate } from '../database/migrate.ts'
import { readLines } from '../lines.ts'
import type { FileBytes } from '../store/workspace/format.ts'
import { type BackupLine, CHUNK, head, line, type TableLine } from './format.ts'

export interface RestoreOptions {
  readonly migrations: readonly Migration[]
  readonly files: FileBytes
}

export interface Restored {
  readonly madeAt: string
  readonly rows: number
  readonly files: number
  /** Keys that signed the checkpoints in it: keep them, or those signatures cannot be checked here. */
  readonly verifierKeys: readonly string[]
}

/**
 * Fills an empty installation from a backup: all of it or nothing. The schema is brought to where the backup was made,
 * filled, and then on to what this code needs. Every ledger goes on as it was; its times are marked as stated by the file.
 * Throws conflict where there is an organisation already, or where the backup is of newer code.
 */
export async function restore(owner: Pool, path: string, options: RestoreOptions): Promise<Restored> {
  const lines = readLines(path)
  const first = await lines.next()
  const says = head.safeParse(first.done === true ? null : first.value.value)
  if (!says.success) throw new Refusal('invalid', 'backup.not-one')
  const { migration, madeAt, verifierKeys } = says.data
  if (migration > options.migrations.length) {
    throw new Refusal('conflict', 'database.newer', {
      values: { database: migration, program: options.migrations.length },
    })
  }
  const hooks = { beforeMigrating: async (): Promise<void> => undefined }
  await refuseFilled(owner)
  await migrate(owner, options.migrations.slice(0, migration), hooks)
  const tx = await owner.connect()
  try {
    await tx.query('begin')
    const counted = await fill(tx, lines, options.files)
    await tx.query(
      'update organisation set stated_until = (select size from ledger_head where ledger_head.organisation = organisation.id)',
    )
    await tx.query('commit')
    await migrate(owner, options.migrations, hooks)
    return { madeAt, verifierKeys, ...counted }
  } catch (error) {
    await tx.query('rollback')
    throw error
  } finally {
    tx.release()
  }
}

async function refuseFilled(owner: Pool): Promise<void> {
  const exists = await owner.query(`select 1 from pg_tables where schemaname = 'public' and tablename = 'organisation'`)
  if (exists.rows.length === 0) return
  const filled = await owner.query('select 1 from organisation union all select 1 from identity."user" limit 1')
  if (filled.rows.length > 0) throw new Refusal('conflict', 'backup.not-empty')
}

interface Filling {
  table: TableLine | null
  rows: (readonly (string | null)[])[]
  file: { readonly hash: string; readonly pieces: Buffer[] } | null
  counted: { rows: number; files: number }
  ended: boolean
}

async function fill(
  tx: PoolClient,
  lines: AsyncIterable<{ readonly line: number; readonly value: unknown }>,
  files: FileBytes,
): Promise<{ readonly rows: number; readonly files: number }> {
  const filling: Filling = { table: null, rows: [], file: null, counted: { rows: 0, files: 0 }, ended: false }
  for await (const { line: at, value } of lines) {
    const parsed = line.safeParse(value)
    if (!parsed.success || filling.ended) throw new Refusal('invalid', 'backup.bad-line', { values: { line: at } })
    await take(tx, filling, parsed.data, files)
  }
  if (!filling.ended) throw new Refusal('invalid', 'backup.cut-off')
  return filling.counted
}

async function take(tx: PoolClient, filling: Filling, read: BackupLine, files: FileBytes): Promise<void> {
  if ('row' in read) {
    filling.rows.push(read.row)
    if (filling.rows.length >= CHUNK) await flush(tx, filling)
    return
  }
  if ('bytes' in read) {
    filling.file?.pieces.push(Buffer.from(read.bytes, 'base64'))
    return
  }
  await flush(tx, filling)
  await closeFile(filling, files)
  if ('table' in read) filling.table = read.table
  else if ('file' in read) filling.file = { hash: read.file.hash, pieces: [] }
  else {
    const isWhole = read.end.rows === filling.counted.rows && read.end.files === filling.counted.files
    if (!isWhole) throw new Refusal('invalid', 'backup.cut-off')
    filling.ended = true
  }
}

/** Values come as text and take the type of their column; names and types were checked by the format. */
async function flush(tx: PoolClient, filling: Filling): Promise<void> {
  const { table, rows } = filling
  if (table === null || rows.length === 0) return
  const columns = table.columns.map(({ name }) => `"${name}"`).join(', ')
  const typed = table.columns.map(({ type }, index) => `c${index}::${type}`).join(', ')
  const names = table.columns.map((_, index) => `c${index}`).join(', ')
  const arrays = table.columns.map((_, index) => `$${index + 1}::text[]`).join(', ')
  await tx.query(
    `insert into ${table.schema}."${table.name}" (${columns}) select ${typed} from unnest(${arrays}) as r(${names})`,
    table.columns.map((_, index) => rows.map((row) => row[index] ?? null)),
  )
  filling.counted.rows += rows.length
  filling.rows = []
}

async function closeFile(filling: Filling, files: FileBytes): Promise<void> {
  const { file } = filling
  if (file === null) return
  async function* pieces(): AsyncGenerator<Uint8Array> {
    yield* file?.pieces ?? []
  }
  await files.save(file.hash, pieces())
  filling.file = null
  filling.counted.files += 1
}
