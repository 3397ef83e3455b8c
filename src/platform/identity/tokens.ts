import { type SqlBool, sql } from 'kysely'
import { Refusal } from '../../kernel/refusal.ts'
import { languageOf } from './accounts.ts'
import { recordEvent } from './events.ts'
import { type Grant, isLive, rolesIn } from './grants.ts'
import { type Identity, newSecret, secretHash } from './identity.ts'
import type { Account } from './login.ts'

/** Lets a secret scanner recognise a leaked token. */
const TOKEN_PREFIX = 'wbt_'
/** How precisely "last used" is kept: a write per request would cost more than the request. */
const LAST_USED_STEP_MS = 60_000

export interface TokenListed {
  readonly id: string
  readonly label: string
  readonly createdAt: Date
  readonly expiresAt: Date | null
  readonly lastUsedAt: Date | null
}

/** Makes a token with which a program can do in one organisation what the account may. The token is shown once. */
export async function createToken(
  identity: Identity,
  grant: Grant,
  input: { readonly account: string; readonly label: string; readonly expiresAt: Date | null },
): Promise<{ readonly id: string; readonly token: string }> {
  const token = `${TOKEN_PREFIX}${newSecret()}`
  const now = identity.clock.now()
  const organisation = grant.organisation.id
  const id = await identity.db.transaction().execute(async (tx) => {
    const made = await tx
      .insertInto('api_token')
      .values({
        token_hash: secretHash(token),
        account: input.account,
        organisation,
        label: input.label,
        created_at: now,
        expires_at: input.expiresAt,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const { actor } = grant
    await recordEvent(tx, {
      organisation,
      at: now,
      actor,
      subject: actor,
      kind: 'token-made',
      details: { token: made.id },
    })
    return made.id
  })
  return { id, token }
}

export async function tokensOf(
  identity: Identity,
  organisation: string,
  account: string,
): Promise<readonly TokenListed[]> {
  const rows = await identity.db
    .selectFrom('api_token')
    .select(['id', 'label', 'created_at', 'expires_at', 'last_used_at'])
    .where('organisation', '=', organisation)
    .where('account', '=', account)
    .orderBy('created_at', 'desc')
    .execute()
  return rows.map(({ id, label, created_at, expires_at, last_used_at }) => ({
    id,
    label,
    createdAt: created_at,
    expiresAt: expires_at,
    lastUsedAt: last_used_at,
  }))
}

export async function revokeToken(
  identity: Identity,
  grant: Grant,
  input: { readonly account: string; readonly id: string },
): Promise<void> {
  const organisation = grant.organisation.id
  await identity.db.transaction().execute(async (tx) => {
    const gone = await tx
      .deleteFrom('api_token')
      .where('id', '=', input.id)
      .where('organisation', '=', organisation)
      .where('account', '=', input.account)
      .returning('id')
      .executeTakeFirst()
    if (gone === undefined) throw new Refusal('not_found', 'token.unknown')
    const details = { token: input.id }
    const { actor } = grant
    await recordEvent(tx, {
      organisation,
      at: identity.clock.now(),
      actor,
      subject: actor,
      kind: 'token-revoked',
      details,
    })
  })
}

/** Whose token it is and what that account is in the token's one organisation; null when it no longer counts. */
export async function bearerOf(
  identity: Identity,
  token: string,
): Promise<{ readonly account: Account; readonly grant: Grant } | null> {
  if (!token.startsWith(TOKEN_PREFIX)) return null
  const now = identity.clock.now()
  const row = await identity.db
    .selectFrom('api_token')
    .innerJoin('user', 'user.id', 'api_token.account')
    .innerJoin('grant', (join) =>
      join.onRef('grant.account', '=', 'api_token.account').onRef('grant.organisation', '=', 'api_token.organisation'),
    )
    .innerJoin('public.organisation as organisation', 'organisation.id', 'api_token.organisation')
    .select([
      'api_token.id',
      'api_token.last_used_at',
      'user.id as accountId',
      'user.name',
      'user.email',
      'user.language',
    ])
    .select(['grant.actor', 'grant.roles', 'grant.person'])
    .select(['organisation.id as organisationId', 'organisation.slug', 'organisation.is_sample'])
    .select('organisation.name as organisationName')
    .where('api_token.token_hash', '=', secretHash(token))
    .where(sql<SqlBool>`(api_token.expires_at is null or api_token.expires_at > ${now})`)
    .where(isLive(now))
    .executeTakeFirst()
  if (row === undefined) return null
  if (row.last_used_at === null || now.getTime() - row.last_used_at.getTime() > LAST_USED_STEP_MS) {
    await identity.db.updateTable('api_token').set({ last_used_at: now }).where('id', '=', row.id).execute()
  }
  return {
    account: { id: row.accountId, name: row.name, email: row.email, language: languageOf(row.language) },
    grant: {
      organisation: { id: row.organisationId, slug: row.slug, name: row.organisationName, isSample: row.is_sample },
      actor: row.actor,
      roles: rolesIn(row.roles),
      person: row.person,
    },
  }
}
