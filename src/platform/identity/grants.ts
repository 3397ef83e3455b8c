import { randomUUID } from 'node:crypto'
import { type RawBuilder, type SqlBool, sql, type Transaction } from 'kysely'
import { ROLES, type Role } from '../../kernel/permission.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { languageOf } from './accounts.ts'
import { type IdentityEventKind, recordEvent } from './events.ts'
import type { Identity } from './identity.ts'
import { type Account, tidyEmail } from './login.ts'
import type { IdentityTables } from './tables.ts'

export interface Organisation {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly isSample: boolean
}

/** What somebody is in one organisation. `actor` is the pseudonym that the ledger keeps instead of the account. */
export interface Grant {
  readonly organisation: Organisation
  readonly actor: string
  readonly roles: readonly Role[]
  readonly person: string | null
}

export interface Member {
  readonly account: Account
  readonly actor: string
  readonly roles: readonly Role[]
  readonly person: string | null
  readonly since: Date
  readonly endsAt: Date | null
  /** To the day: a session notes its use once a day. */
  readonly lastSeenAt: Date | null
}

/** Who does it, as the events of an organisation tell it; null for the command line. */
export type By = { readonly actor: string | null }

export function rolesIn(values: readonly string[]): readonly Role[] {
  return ROLES.filter((role) => values.includes(role))
}

/** A grant counts while it has not ended. */
export function isLive(now: Date): RawBuilder<SqlBool> {
  return sql`("grant".ends_at is null or "grant".ends_at > ${now})`
}

/** The grant of an account in the organisation with this slug, or null: a stranger cannot tell it from no organisation. */
export async function findGrant(identity: Identity, account: string, slug: string): Promise<Grant | null> {
  const [grant] = await grantsWhere(identity, account, slug)
  return grant ?? null
}

export function grantsOf(identity: Identity, account: string): Promise<readonly Grant[]> {
  return grantsWhere(identity, account, null)
}

async function grantsWhere(identity: Identity, account: string, slug: string | null): Promise<readonly Grant[]> {
  let query = identity.db
    .selectFrom('grant')
    .innerJoin('public.organisation as organisation', 'organisation.id', 'grant.organisation')
    .select([
      'grant.actor',
      'grant.roles',
      'grant.person',
      'organisation.id',
      'organisation.slug',
      'organisation.name',
      'organisation.is_sample',
    ])
    .where('grant.account', '=', account)
    .where(isLive(identity.clock.now()))
    .orderBy('organisation.name')
  if (slug !== null) query = query.where('organisation.slug', '=', slug)
  const rows = await query.execute()
  return rows.map(({ id, slug, name, is_sample, actor, roles, person }) => ({
    organisation: { id, slug, name, isSample: is_sample },
    actor,
    roles: rolesIn(roles),
    person,
  }))
}

export async function membersOf(identity: Identity, organisation: string): Promise<readonly Member[]> {
  const rows = await identity.db
    .selectFrom('grant')
    .innerJoin('user', 'user.id', 'grant.account')
    .select(['user.id', 'user.name', 'user.email', 'user.language', 'grant.actor', 'grant.roles', 'grant.person'])
    .select(['grant.created_at', 'grant.ends_at'])
    .select((columns) =>
      columns
        .selectFrom('session')
        .select((inner) => inner.fn.max('session.updatedAt').as('seen'))
        .whereRef('session.userId', '=', 'user.id')
        .as('seen'),
    )
    .where('grant.organisation', '=', organisation)
    .where(isLive(identity.clock.now()))
    .orderBy('user.name')
    .execute()
  return rows.map(({ id, name, email, language, actor, roles, person, created_at, ends_at, seen }) => ({
    account: { id, name, email, language: languageOf(language) },
    actor,
    roles: rolesIn(roles),
    person,
    since: created_at,
    endsAt: ends_at,
    lastSeenAt: seen,
  }))
}

export interface NewGrant {
  readonly organisation: string
  readonly account: string
  readonly roles: readonly Role[]
  readonly person: string | null
  readonly by: By
  /** The pseudonym, where one was used in the ledger before the grant; else one is made. */
  readonly actor?: string
}

/** Lets an account in. Whoever was there before comes back under the same pseudonym. */
export async function grantRoles(identity: Identity, input: NewGrant): Promise<void> {
  await identity.db.transaction().execute((tx) => insertGrant(tx, identity, input))
}

export async function insertGrant(
  tx: Transaction<IdentityTables>,
  identity: Pick<Identity, 'clock'>,
  { organisation, account, roles, person, by, ...given }: NewGrant,
): Promise<void> {
  const now = identity.clock.now()
  await lockGrants(tx, organisation)
  await personIsFree(tx, { organisation, person, account, now })
  // INVARIANT: a link that one organisation made for its member opens no other, so those from before end here.
  await tx
    .updateTable('password_reset')
    .set({ used_at: now })
    .where('account', '=', account)
    .where('used_at', 'is', null)
    .execute()
  const { actor } = await tx
    .insertInto('grant')
    .values({
      organisation,
      account,
      actor: given.actor ?? randomUUID(),
      roles: [...roles],
      person,
      created_at: now,
      ends_at: null,
    })
    .onConflict((conflict) =>
      conflict.columns(['organisation', 'account']).doUpdateSet({ roles: [...roles], person, ends_at: null }),
    )
    .returning('actor')
    .executeTakeFirstOrThrow()
  await recordEvent(tx, {
    organisation,
    at: now,
    actor: by.actor ?? actor,
    subject: actor,
    kind: 'joined',
    details: { roles },
  })
}

export interface GrantChange {
  readonly organisation: string
  readonly account: string
  readonly by: By
  readonly roles?: readonly Role[]
  readonly person?: string | null
  /** From when the grant no longer counts; null takes an end away. */
  readonly endsAt?: Date | null
}

/** Changes what somebody is. INVARIANT: an organisation keeps an administrator, else nobody could let anybody in. */
export async function changeGrant(identity: Identity, change: GrantChange): Promise<void> {
  const { organisation, account, by } = change
  const now = identity.clock.now()
  await identity.db.transaction().execute(async (tx) => {
    await lockGrants(tx, organisation)
    if (change.person !== undefined) await personIsFree(tx, { organisation, person: change.person, account, now })
    const changed = await tx
      .updateTable('grant')
      .set({
        ...(change.roles === undefined ? {} : { roles: [...change.roles] }),
        ...(change.person === undefined ? {} : { person: change.person }),
        ...(change.endsAt === undefined ? {} : { ends_at: change.endsAt }),
      })
      .where('organisation', '=', organisation)
      .where('account', '=', account)
      .where(isLive(now))
      .returning('actor')
      .executeTakeFirst()
    if (changed === undefined) throw new Refusal('not_found', 'identity.no-member')
    await hasAdministrator(tx, organisation)
    const { roles, person, endsAt } = change
    await recordEvent(tx, {
      organisation,
      at: now,
      actor: by.actor,
      subject: changed.actor,
      kind: kindOf(change, now),
      details: {
        ...(roles === undefined ? {} : { roles }),
        ...(person === undefined ? {} : { person }),
        ...(endsAt === undefined || endsAt === null ? {} : { endsAt: endsAt.toISOString() }),
      },
    })
  })
}

function kindOf({ roles, person, endsAt }: GrantChange, now: Date): IdentityEventKind {
  if (endsAt instanceof Date && endsAt <= now) return 'removed'
  if (roles !== undefined) return 'roles-set'
  return person === undefined ? 'end-set' : 'person-linked'
}

export function removeGrant(identity: Identity, organisation: string, account: string, by: By): Promise<void> {
  return changeGrant(identity, { organisation, account, by, endsAt: identity.clock.now() })
}

/** One change of an organisation's grants at a time, so that two administrators cannot each remove the other. */
async function lockGrants(tx: Transaction<IdentityTables>, organisation: string): Promise<void> {
  await tx.selectFrom('grant').select('id').where('organisation', '=', organisation).orderBy('id').forUpdate().execute()
}

async function hasAdministrator(tx: Transaction<IdentityTables>, organisation: string): Promise<void> {
  const rows = await tx
    .selectFrom('grant')
    .select('roles')
    .where('organisation', '=', organisation)
    .where('account', 'is not', null)
    .where('ends_at', 'is', null)
    .execute()
  if (!rows.some(({ roles }) => roles.includes('administrator'))) {
    throw new Refusal('conflict', 'identity.last-administrator')
  }
}

async function personIsFree(
  tx: Transaction<IdentityTables>,
  of: { organisation: string; person: string | null; account: string; now: Date },
): Promise<void> {
  if (of.person === null) return
  const taken = await tx
    .selectFrom('grant')
    .select('id')
    .where('organisation', '=', of.organisation)
    .where('person', '=', of.person)
    .where('account', '!=', of.account)
    .where(isLive(of.now))
    .executeTakeFirst()
  if (taken !== undefined) throw new Refusal('conflict', 'identity.person-taken')
}

/** Everybody who was ever let in, by the pseudonym in the ledger; also those of a copied ledger, who have no account here. */
export async function actorsIn(identity: Identity, organisation: string): Promise<readonly string[]> {
  const rows = await identity.db.selectFrom('grant').select('actor').where('organisation', '=', organisation).execute()
  return rows.map(({ actor }) => actor)
}

/**
 * What the actors of a ledger are called today. An erased account gives no name, an actor that never had one neither; who
 * came along with a copied ledger is called as the person that he is in it.
 */
export async function namesOfActors(
  identity: Identity,
  organisation: string,
  actors: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (actors.length === 0) return new Map()
  const wanted = [...new Set(actors)]
  const rows = await identity.db
    .selectFrom('grant')
    .innerJoin('user', 'user.id', 'grant.account')
    .select(['grant.actor', 'user.name'])
    .where('grant.organisation', '=', organisation)
    .where('grant.actor', 'in', wanted)
    .execute()
  const known = new Map(rows.map(({ actor, name }) => [actor, name]))
  const unknown = wanted.filter((actor) => !known.has(actor))
  return unknown.length === 0 ? known : new Map([...known, ...(await copiedNames(identity, organisation, unknown))])
}

/** A grant that a copy brought along ended the moment it was made: nobody ever signed in by it. */
async function copiedNames(
  identity: Identity,
  organisation: string,
  actors: readonly string[],
): Promise<readonly (readonly [string, string])[]> {
  const { rows } = await sql<{ actor: string; name: string }>`
    select copied.actor, record.title as name from identity."grant" copied
    join public.record on record.organisation = copied.organisation and record.id = copied.person
    where copied.organisation = ${organisation} and copied.actor = any(${actors}) and copied.account is null
      and copied.ends_at = copied.created_at and record.title <> ''`.execute(identity.db)
  return rows.map(({ actor, name }) => [actor, name] as const)
}

/** Organisations where the account is let in, other than this one. */
export async function grantsElsewhere(identity: Identity, account: string, organisation: string): Promise<number> {
  const grants = await grantsOf(identity, account)
  return grants.filter((grant) => grant.organisation.id !== organisation).length
}

/**
 * Removes an account for good (AVG art. 17), with what it was typing and what it was invited by; its grants keep their
 * pseudonyms, so the ledgers stay whole.
 */
export async function eraseAccount(identity: Identity, account: Pick<Account, 'id' | 'email'>): Promise<void> {
  await identity.db.transaction().execute(async (tx) => {
    const grants = await tx
      .selectFrom('grant')
      .select(['organisation', 'ends_at'])
      .where('account', '=', account.id)
      .execute()
    for (const { organisation } of grants) await lockGrants(tx, organisation)
    await tx.deleteFrom('user').where('id', '=', account.id).execute()
    for (const { organisation, ends_at } of grants) if (ends_at === null) await hasAdministrator(tx, organisation)
    await tx.deleteFrom('invitation').where('email', '=', tidyEmail(account.email)).execute()
    for (const table of ['draft', 'view', 'visit']) {
      await sql`delete from ${sql.id('public', table)} where account = ${account.id}`.execute(tx)
    }
  })
}
