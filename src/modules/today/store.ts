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

/** How many changes others made after an instant. */
export async function countSince(ctx: Context, since: string | null, self: string): Promise<number> {
  const { rows } = await ctx.tx.query<{ count: number }>(
    'select count(*) as count from ledger_entry where organisation = $1 and ($2::timestamptz is null or recorded_at > $2) and actor <> $3',
    [ctx.organisation, since, self],
  )
  return rows[0]?.count ?? 0
}
