import { ENTRY_COLUMNS, type Entry, type EntryRow, toEntry } from '../../platform/store/entry.ts'
import type { Context } from '../../platform/store/store.ts'

/** After so long without a sign of somebody, his next page is a new visit. */
const APART_MS = 4 * 60 * 60 * 1000

/** When the account was here before this visit; notes that it is here now. */
export async function visited(ctx: Context, account: string): Promise<string | null> {
  const now = ctx.now()
  const { rows } = await ctx.tx.query<{ before: string | null }>(
    `insert into visit (organisation, account, before, latest) values ($1, $2, null, $3)
     on conflict (organisation, account) do update set
       before = case when visit.latest < $4 then visit.latest else visit.before end, latest = excluded.latest
     returning before`,
    [ctx.organisation, account, now.toISOString(), new Date(now.getTime() - APART_MS).toISOString()],
  )
  return rows[0]?.before ?? null
}

/** What others did after an instant in registers that may be read: the newest entries, and how many there are in all. */
export async function newsSince(
  ctx: Context,
  asked: { readonly since: string | null; readonly registers: readonly string[]; readonly limit: number },
): Promise<{ readonly entries: readonly Entry[]; readonly total: number }> {
  const { rows } = await ctx.tx.query<EntryRow & { readonly total: number }>(
    `select ${ENTRY_COLUMNS}, count(*) over () as total from ledger_entry
     where organisation = $1 and ($2::timestamptz is null or recorded_at > $2) and actor <> $3 and register = any($4)
     order by sequence desc limit $5`,
    [ctx.organisation, asked.since, ctx.actor.id, asked.registers, asked.limit],
  )
  return { entries: rows.map(toEntry), total: rows[0]?.total ?? 0 }
}
