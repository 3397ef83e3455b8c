import type { Pool, PoolClient } from 'pg'
import { writeLines } from '../lines.ts'
import type { FileBytes } from '../store/workspace/format.ts'
import { CHUNK, FORMAT, LEFT_OUT, PIECE, type TableLine, VERSION } from './format.ts'

export interface BackupOptions {
  readonly files: FileBytes
  readonly verifierKeys: readonly string[]
  readonly now: Date
}

/**
 * Writes the whole installation into one file, from one snapshot, beside a running server. Throws invalid where the
 * file cannot be written; then nothing is left of it.
 */
export async function backup(owner: Pool, path: string, options: BackupOptions): Promise<void> {
  const tx = await owner.connect()
  try {
    await tx.query('begin isolation level repeatable read read only')
    await writeLines(path, backupLines(tx, options))
  } finally {
    await tx.query('rollback')
    tx.release()
  }
}

async function* backupLines(tx: PoolClient, options: BackupOptions): AsyncGenerator {
  const migration = await tx.query<{ id: number }>('select max(id) as id from migration')
  yield {
    format: FORMAT,
    version: VERSION,
    migration: migration.rows[0]?.id ?? 0,
    madeAt: options.now.toISOString(),
    verifierKeys: options.verifierKeys,
  }
  let rows = 0
  for (const table of await tablesOf(tx)) {
    yield { table }
    for await (const row of rowsOf(tx, table)) {
      yield { row }
      rows += 1
    }
  }
  let files = 0
  const hashes = await tx.query<{ hash: string }>('select distinct hash from file order by hash')
  for (const { hash } of hashes.rows) {
    yield { file: { hash } }
    for await (const bytes of options.files.open(hash)) {
      for (let start = 0; start < bytes.length; start += PIECE) {
        yield { bytes: Buffer.from(bytes.subarray(start, start + PIECE)).toString('base64') }
      }
    }
    files += 1
  }
  yield { end: { rows, files } }
}

/** Every table of ours, those that others point at first, so that a restore finds what it refers to. */
async function tablesOf(tx: PoolClient): Promise<readonly TableLine[]> {
  const { rows } = await tx.query<{ schema: string; name: string; columns: TableLine['columns'] }>(
    `with recursive tables as (
       select c.oid, n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and n.nspname in ('public', 'identity')
     ), depth as (
       select oid, 0 as level from tables
       union
       select f.conrelid, depth.level + 1 from depth join pg_constraint f on f.contype = 'f' and f.confrelid = depth.oid
       where f.conrelid <> f.confrelid and depth.level < 10
     )
     select schema, name, (
       select jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
       from pg_attribute a where a.attrelid = tables.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     ) as columns
     from tables order by (select max(level) from depth where depth.oid = tables.oid), schema, name`,
  )
  return rows.filter(({ schema, name }) => !LEFT_OUT.has(`${schema}.${name}`))
}

async function* rowsOf(tx: PoolClient, table: TableLine): AsyncGenerator<readonly (string | null)[]> {
  const columns = table.columns.map(({ name }) => `"${name}"::text`).join(', ')
  await tx.query(`declare backup_rows no scroll cursor for select ${columns} from ${table.schema}."${table.name}"`)
  for (;;) {
    const { rows } = await tx.query<(string | null)[]>({ text: `fetch ${CHUNK} from backup_rows`, rowMode: 'array' })
    yield* rows
    if (rows.length < CHUNK) break
  }
  await tx.query('close backup_rows')
}
