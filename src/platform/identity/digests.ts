import { sql } from 'kysely'
import type { CalendarDate } from '../../kernel/register.ts'
import type { Identity } from './identity.ts'

/** How often somebody wants to be told by mail. */
export type Rhythm = 'daily' | 'weekly'

export type DigestState = 'sending' | 'sent' | 'nothing' | 'failed'

/** The mail of one day to one account. */
export interface Digest {
  readonly account: string
  readonly day: CalendarDate
  readonly state: DigestState
  readonly attempts: number
  readonly at: Date
  readonly problem: string | null
}

interface Whose {
  readonly organisation: string
  readonly account: string
}

const LONGEST_PROBLEM = 300
/** A mail that was begun so long ago was begun by a process that is gone: rather twice than never. */
const LEFT_BEHIND_MS = 30 * 60_000
const STATES: readonly DigestState[] = ['sending', 'sent', 'nothing', 'failed']

export async function rhythmsOf(identity: Identity, organisation: string): Promise<ReadonlyMap<string, Rhythm>> {
  const rows = await identity.db
    .selectFrom('digest_choice')
    .select(['account', 'rhythm'])
    .where('organisation', '=', organisation)
    .execute()
  return new Map(rows.map(({ account, rhythm }) => [account, rhythm === 'weekly' ? 'weekly' : 'daily']))
}

export async function setRhythm(identity: Identity, { organisation, account }: Whose, rhythm: Rhythm): Promise<void> {
  await identity.db
    .insertInto('digest_choice')
    .values({ account, organisation, rhythm })
    .onConflict((conflict) => conflict.columns(['account', 'organisation']).doUpdateSet({ rhythm }))
    .execute()
}

/**
 * Takes the mail of a day for whoever asks first; false where it was sent, is being sent, or may not be tried again yet. So two
 * processes never both send it.
 */
export async function claimDigest(
  identity: Identity,
  { organisation, account }: Whose,
  day: CalendarDate,
): Promise<boolean> {
  const now = identity.clock.now()
  const { rows } = await sql<{ attempts: number }>`
    insert into identity.digest as known (organisation, account, day, state, attempts, at)
    values (${organisation}, ${account}, ${day}, 'sending', 1, ${now})
    on conflict (organisation, account, day) do update set state = 'sending', attempts = known.attempts + 1, at = ${now}
    where (known.state = 'failed' and known.retry_at <= ${now})
      or (known.state = 'sending' and known.at < ${new Date(now.getTime() - LEFT_BEHIND_MS)})
    returning attempts`.execute(identity.db)
  return rows.length > 0
}

/** Ends what was claimed. A failure says when it may be tried again. */
export async function endDigest(
  identity: Identity,
  { organisation, account }: Whose,
  end: {
    readonly day: CalendarDate
    readonly state: DigestState
    readonly problem?: string
    readonly retryAt?: Date
  },
): Promise<void> {
  await identity.db
    .updateTable('digest')
    .set({
      state: end.state,
      at: identity.clock.now(),
      problem: end.problem?.slice(0, LONGEST_PROBLEM) ?? null,
      retry_at: end.retryAt ?? null,
    })
    .where('organisation', '=', organisation)
    .where('account', '=', account)
    .where('day', '=', end.day)
    .execute()
}

/** The mails of an organisation from a day on, the newest first. */
export async function digestsSince(
  identity: Identity,
  organisation: string,
  day: CalendarDate,
): Promise<readonly Digest[]> {
  const rows = await identity.db
    .selectFrom('digest')
    .select(['account', 'day', 'state', 'attempts', 'at', 'problem'])
    .where('organisation', '=', organisation)
    .where('day', '>=', day)
    .orderBy('day', 'desc')
    .execute()
  return rows.map(({ state, ...row }) => ({ ...row, state: STATES.find((known) => known === state) ?? 'failed' }))
}

/** What is older than anybody asks about goes. */
export async function forgetDigests(identity: Identity, organisation: string, before: CalendarDate): Promise<void> {
  await identity.db.deleteFrom('digest').where('organisation', '=', organisation).where('day', '<', before).execute()
}
