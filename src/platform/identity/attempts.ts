import { type Kysely, sql } from 'kysely'
import type { IdentityTables } from './tables.ts'

/** Wrong passwords for one address before it has to wait, and how long: slows guessing, and locks nobody out for a day. */
const FAILURES_MOST = 10
const WINDOW_MS = 15 * 60_000

export async function isBarred(db: Kysely<IdentityTables>, emailHash: string, now: Date): Promise<boolean> {
  const row = await db
    .selectFrom('failed_sign_in')
    .select('count')
    .where('email_hash', '=', emailHash)
    .where('since', '>', new Date(now.getTime() - WINDOW_MS))
    .executeTakeFirst()
  return row !== undefined && row.count >= FAILURES_MOST
}

/** One statement, so that tries in several processes all count. A count older than the window starts anew. */
export async function countFailure(db: Kysely<IdentityTables>, emailHash: string, now: Date): Promise<void> {
  const oldest = new Date(now.getTime() - WINDOW_MS)
  await db
    .insertInto('failed_sign_in')
    .values({ email_hash: emailHash, count: 1, since: now })
    .onConflict((conflict) =>
      conflict.column('email_hash').doUpdateSet({
        count: sql<number>`case when failed_sign_in.since > ${oldest} then failed_sign_in.count + 1 else 1 end`,
        since: sql<Date>`case when failed_sign_in.since > ${oldest} then failed_sign_in.since else ${now} end`,
      }),
    )
    .execute()
  await db.deleteFrom('failed_sign_in').where('since', '<=', oldest).execute()
}

export async function forgetFailures(db: Kysely<IdentityTables>, emailHash: string): Promise<void> {
  await db.deleteFrom('failed_sign_in').where('email_hash', '=', emailHash).execute()
}
