import type { Context } from '../../platform/store/store.ts'

/** What an organisation calls a file that it has; the bytes may be another's as well. */
export interface FileRow {
  readonly hash: string
  readonly name: string
  readonly type: string
  readonly size: number
}

/** The first name stays: the same bytes under a second name are the same file. */
export async function insertFile(ctx: Context, file: FileRow): Promise<FileRow> {
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
