import { type JsonObject, storable, storableJson } from '../../kernel/json.ts'
import type { Context } from './store.ts'

/** What somebody is typing. It never reaches the ledger and never stops anybody: last write wins, per person. */
export interface Draft {
  /** The version that the typing started from; null for a record that does not exist yet. */
  readonly version: number | null
  readonly set: JsonObject
  readonly savedAt: string
}

export interface DraftKey {
  readonly account: string
  readonly register: string
  /** The record's id, or `new`. */
  readonly record: string
}

export async function findDraft(ctx: Context, key: DraftKey): Promise<Draft | null> {
  const { rows } = await ctx.tx.query<{ version: number | null; data: JsonObject; saved_at: string }>(
    'select version, data, saved_at from draft where organisation = $1 and account = $2 and register = $3 and record = $4',
    [ctx.organisation, key.account, key.register, key.record],
  )
  const row = rows[0]
  return row === undefined ? null : { version: row.version, set: row.data, savedAt: row.saved_at }
}

export async function saveDraft(
  ctx: Context,
  key: DraftKey,
  draft: { readonly version: number | null; readonly set: JsonObject },
): Promise<string> {
  const savedAt = ctx.now().toISOString()
  await ctx.tx.query(
    `insert into draft (organisation, account, register, record, version, data, saved_at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (organisation, account, register, record)
       do update set version = excluded.version, data = excluded.data, saved_at = excluded.saved_at`,
    [ctx.organisation, key.account, key.register, key.record, draft.version, storableJson(draft.set), savedAt],
  )
  return savedAt
}

export async function dropDraft(ctx: Context, key: DraftKey): Promise<void> {
  await ctx.tx.query('delete from draft where organisation = $1 and account = $2 and register = $3 and record = $4', [
    ctx.organisation,
    key.account,
    key.register,
    key.record,
  ])
}

/** A list as somebody keeps it: its name, and the query string of its address. */
export interface View {
  readonly name: string
  readonly search: string
}

export async function viewsOf(ctx: Context, account: string, register: string): Promise<readonly View[]> {
  const { rows } = await ctx.tx.query<View>(
    'select name, query as search from view where organisation = $1 and account = $2 and register = $3 order by name',
    [ctx.organisation, account, register],
  )
  return rows
}

export async function setViews(
  ctx: Context,
  of: { readonly account: string; readonly register: string },
  views: readonly View[],
): Promise<void> {
  await ctx.tx.query('delete from view where organisation = $1 and account = $2 and register = $3', [
    ctx.organisation,
    of.account,
    of.register,
  ])
  await ctx.tx.query(
    'insert into view (organisation, account, register, name, query) select $1, $2, $3, name, query from unnest($4::text[], $5::text[]) as v(name, query) on conflict do nothing',
    [
      ctx.organisation,
      of.account,
      of.register,
      views.map(({ name }) => storable(name)),
      views.map(({ search }) => storable(search)),
    ],
  )
}
