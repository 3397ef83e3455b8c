import type { Files } from '../../platform/files.ts'
import type { Context, Store } from '../../platform/store/store.ts'

/** What an organisation calls a file that it has; the bytes may be another's as well. */
export interface FileRow {
  readonly hash: string
  readonly name: string
  readonly type: string
  readonly size: number
}

/** Held while a row names a file and while a file is taken away, so that no row is left with nothing behind it. */
const NAMING = 'select pg_advisory_xact_lock(4400300, hashtext($1))'

/** The first name stays: the same bytes under a second name are the same file. */
export async function insertFile(ctx: Context, file: FileRow): Promise<FileRow> {
  await ctx.tx.query(NAMING, [file.hash])
  await ctx.tx.query(
    `insert into file (organisation, hash, name, type, size, added_at) values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
    [ctx.organisation, file.hash, file.name, file.type, file.size, ctx.now().toISOString()],
  )
  return (await findFile(ctx, file.hash)) ?? file
}

export async function findFile(ctx: Context, hash: string): Promise<FileRow | null> {
  const { rows } = await ctx.tx.query<FileRow>(
    'select hash, name, type, size from file where organisation = $1 and hash = $2',
    [ctx.organisation, hash],
  )
  return rows[0] ?? null
}

/** Hashes of everything that an organisation has. */
export async function hashesOf(store: Pick<Store, 'owner'>, organisation: string): Promise<readonly string[]> {
  const { rows } = await store.owner.query<{ hash: string }>('select hash from file where organisation = $1', [
    organisation,
  ])
  return rows.map(({ hash }) => hash)
}

/** Takes away the bytes that no organisation names any more. Gives how many files went. */
export async function dropUnnamed(
  { store, files }: { readonly store: Pick<Store, 'owner'>; readonly files: Files },
  hashes: readonly string[],
): Promise<number> {
  let dropped = 0
  const tx = await store.owner.connect()
  try {
    for (const hash of hashes) {
      await tx.query('begin')
      await tx.query(NAMING, [hash])
      const { rows } = await tx.query('select from file where hash = $1 limit 1', [hash])
      if (rows.length === 0) await files.remove(hash)
      dropped += rows.length === 0 ? 1 : 0
      await tx.query('commit')
    }
  } finally {
    // With the session goes whatever a failure left open.
    tx.release(true)
  }
  return dropped
}
