import type { Language } from '../../kernel/text.ts'
import { languageOf } from './accounts.ts'
import { type Grant, isLive, rolesIn } from './grants.ts'
import { type Identity, newSecret, secretHash } from './identity.ts'

/** How precisely "last read" is kept: calendar programs come often, and a write each time would tell nobody more. */
const LAST_READ_STEP_MS = 60 * 60_000

interface Whose {
  readonly organisation: string
  readonly account: string
}

/** The address under which a calendar program reads what is due to one account in one organisation. */
export interface Feed {
  readonly createdAt: Date
  readonly lastReadAt: Date | null
}

/** Makes the address, in place of an earlier one, which stops at once. Its secret is given this once and kept as a hash only. */
export async function makeFeed(identity: Identity, { organisation, account }: Whose): Promise<string> {
  const secret = newSecret()
  const made = { token_hash: secretHash(secret), created_at: identity.clock.now(), last_read_at: null }
  await identity.db
    .insertInto('calendar_feed')
    .values({ ...made, account, organisation })
    .onConflict((conflict) => conflict.columns(['account', 'organisation']).doUpdateSet(made))
    .execute()
  return secret
}

export async function revokeFeed(identity: Identity, { organisation, account }: Whose): Promise<void> {
  await identity.db
    .deleteFrom('calendar_feed')
    .where('organisation', '=', organisation)
    .where('account', '=', account)
    .execute()
}

export async function findFeed(identity: Identity, { organisation, account }: Whose): Promise<Feed | null> {
  const row = await identity.db
    .selectFrom('calendar_feed')
    .select(['created_at', 'last_read_at'])
    .where('organisation', '=', organisation)
    .where('account', '=', account)
    .executeTakeFirst()
  return row === undefined ? null : { createdAt: row.created_at, lastReadAt: row.last_read_at }
}

/** Whose feed it is and what that account is in the feed's organisation; null when it no longer counts. */
export async function feedBehind(
  identity: Identity,
  slug: string,
  secret: string,
): Promise<{ readonly language: Language | null; readonly grant: Grant } | null> {
  const now = identity.clock.now()
  const row = await identity.db
    .selectFrom('calendar_feed')
    .innerJoin('user', 'user.id', 'calendar_feed.account')
    .innerJoin('grant', (join) =>
      join
        .onRef('grant.account', '=', 'calendar_feed.account')
        .onRef('grant.organisation', '=', 'calendar_feed.organisation'),
    )
    .innerJoin('public.organisation as organisation', 'organisation.id', 'calendar_feed.organisation')
    .select(['user.language', 'calendar_feed.last_read_at', 'grant.actor', 'grant.roles', 'grant.person'])
    .select(['organisation.id', 'organisation.slug', 'organisation.name', 'organisation.is_sample'])
    .where('calendar_feed.token_hash', '=', secretHash(secret))
    .where('organisation.slug', '=', slug)
    .where(isLive(now))
    .executeTakeFirst()
  if (row === undefined) return null
  if (row.last_read_at === null || now.getTime() - row.last_read_at.getTime() > LAST_READ_STEP_MS) {
    const hash = secretHash(secret)
    await identity.db.updateTable('calendar_feed').set({ last_read_at: now }).where('token_hash', '=', hash).execute()
  }
  const { id, name, is_sample, actor, roles, person } = row
  return {
    language: languageOf(row.language),
    grant: { organisation: { id, slug: row.slug, name, isSample: is_sample }, actor, roles: rolesIn(roles), person },
  }
}
