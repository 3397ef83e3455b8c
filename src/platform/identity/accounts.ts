import { sql } from 'kysely'
import { Refusal } from '../../kernel/refusal.ts'
import type { Language } from '../../kernel/text.ts'
import { type Identity, newSecret, secretHash } from './identity.ts'
import { type Account, type NewAccount, PASSWORD_LEAST, PASSWORD_MOST, tidyEmail } from './login.ts'

/** A link by mail is used within the hour, one that is handed over on the same day. */
const MAILED_RESET_MS = 60 * 60_000
const HANDED_RESET_MS = 24 * 60 * 60_000
/** Mailed resets per account and hour: keeps a stranger from filling somebody's mailbox. */
const MAILED_RESETS_MOST = 3
/** Held while the first account is made, so that two who come at once cannot both be first. */
const FIRST_RUN_LOCK = 4_400_100

export function languageOf(value: string | null): Language | null {
  return value === 'nl' || value === 'en' ? value : null
}

/** Whether nobody has an account yet. */
export async function isFirstRun(identity: Pick<Identity, 'db'>): Promise<boolean> {
  const row = await identity.db.selectFrom('user').select('id').limit(1).executeTakeFirst()
  return row === undefined
}

export async function findAccount(identity: Identity, email: string): Promise<Account | null> {
  const row = await identity.db
    .selectFrom('user')
    .select(['id', 'name', 'email', 'language'])
    .where('email', '=', tidyEmail(email))
    .executeTakeFirst()
  return row === undefined ? null : { ...row, language: languageOf(row.language) }
}

/** Refuses a password that is too short or too long, in the same words wherever one is set. */
export function checkPassword(password: string): void {
  if (password.length < PASSWORD_LEAST) {
    throw new Refusal('invalid', 'account.password-too-short', {
      faults: [{ path: 'password', code: 'account.password-too-short', values: { least: PASSWORD_LEAST } }],
      values: { least: PASSWORD_LEAST },
    })
  }
  if (password.length > PASSWORD_MOST) {
    throw new Refusal('invalid', 'account.password-too-long', { values: { most: PASSWORD_MOST } })
  }
}

/** Makes an account. Only first run, invitations and the command line may call this. */
export async function createAccount(identity: Identity, input: NewAccount): Promise<Account> {
  checkPassword(input.password)
  if ((await findAccount(identity, input.email)) !== null) throw new Refusal('conflict', 'account.exists')
  await identity.login.createAccount(input)
  const account = await findAccount(identity, input.email)
  if (account === null) throw new Error('cannot find the account that was just made')
  return account
}

/**
 * Runs `work` as the only first run, and refuses once somebody has an account. INVARIANT: nobody waits for the lock. Anybody may
 * call this, and each who waited would hold one of few connections, until none is left for the one who is first.
 */
export async function atFirstRun<T>(identity: Identity, work: () => Promise<T>): Promise<T> {
  return await identity.db.transaction().execute(async (tx) => {
    const { rows } = await sql<{
      alone: boolean
    }>`select pg_try_advisory_xact_lock(${FIRST_RUN_LOCK}) as alone`.execute(tx)
    if (!(await isFirstRun({ db: tx }))) throw new Refusal('conflict', 'account.not-first')
    if (rows[0]?.alone !== true) throw new Refusal('conflict', 'server.busy')
    return await work()
  })
}

/** A link with which a password can be set once, to hand over. */
export async function resetLink(identity: Identity, account: Pick<Account, 'id'>): Promise<string> {
  return await newReset(identity, account.id, HANDED_RESET_MS)
}

async function newReset(identity: Identity, account: string, validMs: number): Promise<string> {
  const secret = newSecret()
  const now = identity.clock.now()
  await identity.db
    .insertInto('password_reset')
    .values({
      token_hash: secretHash(secret),
      account,
      created_at: now,
      expires_at: new Date(now.getTime() + validMs),
    })
    .execute()
  return `${identity.baseAddress}/reset/${secret}`
}

/**
 * Mails a link to whoever has this address, and says nothing about whether anybody does. Without a mail server nothing
 * happens: an administrator or the command line makes the link.
 */
export async function mailReset(identity: Identity, email: string, asked: Language): Promise<void> {
  const account = await findAccount(identity, email)
  if (account === null || identity.mail === null) return
  const { count } = await identity.db
    .selectFrom('password_reset')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('account', '=', account.id)
    .where('created_at', '>', new Date(identity.clock.now().getTime() - MAILED_RESET_MS))
    .executeTakeFirstOrThrow()
  if (Number(count) >= MAILED_RESETS_MOST) return
  const link = await newReset(identity, account.id, MAILED_RESET_MS)
  // Not waited for: how long the mail server takes would tell a stranger that somebody has this address.
  void mailResetLink(identity, { ...account, language: account.language ?? asked }, link)
}

/** Mails a link to set a password. False where no mail server is set, or it does not take the mail. */
export async function mailResetLink(
  identity: Identity,
  to: { readonly email: string; readonly name: string; readonly language: Language },
  link: string,
): Promise<boolean> {
  if (identity.mail === null) return false
  const words = identity.wordsIn(to.language)
  const text = words('mail.reset.text', { name: to.name, link })
  try {
    await identity.mail.send({ to: to.email, subject: words('mail.reset.subject'), text })
    return true
  } catch {
    // Another path: an administrator hands the link over, and who asked himself asks again.
    return false
  }
}

/** Whose password the link sets. */
export async function resetOf(identity: Identity, secret: string): Promise<{ readonly email: string }> {
  const row = await identity.db
    .selectFrom('password_reset')
    .innerJoin('user', 'user.id', 'password_reset.account')
    .select('user.email')
    .where('token_hash', '=', secretHash(secret))
    .where('used_at', 'is', null)
    .where('expires_at', '>', identity.clock.now())
    .executeTakeFirst()
  if (row === undefined) throw new Refusal('not_found', 'account.reset-unknown')
  return row
}

/** Sets the password, ends all sessions, and makes every other open link of the account useless. */
export async function reset(identity: Identity, secret: string, password: string): Promise<void> {
  checkPassword(password)
  const now = identity.clock.now()
  const account = await identity.db.transaction().execute(async (tx) => {
    const used = await tx
      .updateTable('password_reset')
      .set({ used_at: now })
      .where('token_hash', '=', secretHash(secret))
      .where('used_at', 'is', null)
      .where('expires_at', '>', now)
      .returning('account')
      .executeTakeFirst()
    if (used === undefined) throw new Refusal('not_found', 'account.reset-unknown')
    await tx
      .updateTable('password_reset')
      .set({ used_at: now })
      .where('account', '=', used.account)
      .where('used_at', 'is', null)
      .execute()
    return used.account
  })
  await identity.login.setPassword(account, password)
}
