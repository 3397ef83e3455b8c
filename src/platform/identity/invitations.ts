import type { Role } from '../../kernel/permission.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Language } from '../../kernel/text.ts'
import { checkPassword, createAccount, findAccount } from './accounts.ts'
import { recordEvent } from './events.ts'
import { insertGrant, rolesIn } from './grants.ts'
import { type Identity, newSecret, secretHash } from './identity.ts'
import { tidyEmail } from './login.ts'

const INVITATION_MS = 14 * 24 * 60 * 60_000

export interface NewInvitation {
  readonly organisation: { readonly id: string; readonly name: string }
  readonly email: string
  readonly roles: readonly Role[]
  readonly person: string | null
  /** The actor who invites, and the name that the mail gives. */
  readonly by: { readonly actor: string; readonly name: string }
  readonly language: Language
}

export interface InvitationMade {
  readonly id: string
  /** To hand over: shown once, stored only as a hash. */
  readonly link: string
  readonly isSent: boolean
}

/** Invites by link, and mails the link too where a mail server is set. A mail that fails leaves the link to hand over. */
export async function invite(identity: Identity, input: NewInvitation): Promise<InvitationMade> {
  const secret = newSecret()
  const now = identity.clock.now()
  const organisation = input.organisation.id
  const id = await identity.db.transaction().execute(async (tx) => {
    const made = await tx
      .insertInto('invitation')
      .values({
        token_hash: secretHash(secret),
        organisation,
        email: tidyEmail(input.email),
        roles: [...input.roles],
        person: input.person,
        invited_by: input.by.actor,
        created_at: now,
        expires_at: new Date(now.getTime() + INVITATION_MS),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const details = { invitation: made.id, roles: input.roles }
    await recordEvent(tx, { organisation, at: now, actor: input.by.actor, subject: null, kind: 'invited', details })
    return made.id
  })
  const link = `${identity.baseAddress}/invitation/${secret}`
  return { id, link, isSent: await mailInvitation(identity, input, link) }
}

async function mailInvitation(identity: Identity, input: NewInvitation, link: string): Promise<boolean> {
  if (identity.mail === null) return false
  const words = identity.wordsIn(input.language)
  const values = { organisation: input.organisation.name, by: input.by.name, link }
  try {
    await identity.mail.send({
      to: tidyEmail(input.email),
      subject: words('mail.invitation.subject', values),
      text: words('mail.invitation.text', values),
    })
    return true
  } catch {
    // Another path: the caller shows the link and says that it was not mailed.
    return false
  }
}

export interface OpenInvitation {
  readonly id: string
  readonly email: string
  readonly roles: readonly Role[]
  readonly person: string | null
  readonly organisation: { readonly id: string; readonly slug: string; readonly name: string }
}

/** The invitation behind a link. Throws not_found when it is unknown, used, withdrawn or too old: a link tells no more. */
export async function invitationOf(identity: Identity, secret: string): Promise<OpenInvitation> {
  const row = await identity.db
    .selectFrom('invitation')
    .innerJoin('public.organisation as organisation', 'organisation.id', 'invitation.organisation')
    .select(['invitation.id', 'invitation.email', 'invitation.roles', 'invitation.person'])
    .select(['organisation.id as organisationId', 'organisation.slug', 'organisation.name'])
    .where('token_hash', '=', secretHash(secret))
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', identity.clock.now())
    .executeTakeFirst()
  if (row === undefined) throw new Refusal('not_found', 'invitation.unknown')
  return {
    id: row.id,
    email: row.email,
    roles: rolesIn(row.roles),
    person: row.person,
    organisation: { id: row.organisationId, slug: row.slug, name: row.name },
  }
}

export interface Acceptance {
  readonly name: string | null
  readonly password: string
  readonly language: Language | null
  /** The headers of the request, from which the session learns where it comes from. */
  readonly headers: Headers
}

/**
 * Accepts: makes the account, or asks the password of the one that has this address, and lets it in. Gives the slug of
 * the organisation and the cookies of the new session.
 */
export async function acceptInvitation(
  identity: Identity,
  secret: string,
  input: Acceptance,
): Promise<{ readonly slug: string; readonly cookies: readonly string[] }> {
  const invitation = await invitationOf(identity, secret)
  const { email } = invitation
  if ((await findAccount(identity, email)) === null) {
    const { password, language } = input
    checkPassword(password)
    if (input.name === null) {
      throw new Refusal('invalid', 'account.no-name', { faults: [{ path: 'name', code: 'field.required' }] })
    }
    await createAccount(identity, { name: input.name, email, password, language })
  }
  const cookies = await identity.login.signIn({ email, password: input.password }, input.headers)
  if (cookies === null) throw new Refusal('invalid', 'account.wrong-password')
  const account = await findAccount(identity, email)
  if (account === null) throw new Error('cannot find the account that just signed in')
  await identity.db.transaction().execute(async (tx) => {
    const taken = await tx
      .updateTable('invitation')
      .set({ accepted_at: identity.clock.now() })
      .where('id', '=', invitation.id)
      .where('accepted_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (taken === undefined) throw new Refusal('not_found', 'invitation.unknown')
    await insertGrant(tx, identity, {
      organisation: invitation.organisation.id,
      account: account.id,
      roles: invitation.roles,
      person: invitation.person,
      by: { actor: null },
    })
  })
  return { slug: invitation.organisation.slug, cookies }
}

export interface InvitationListed {
  readonly id: string
  readonly email: string
  readonly roles: readonly Role[]
  readonly person: string | null
  readonly createdAt: Date
  readonly expiresAt: Date
}

export async function invitationsOf(identity: Identity, organisation: string): Promise<readonly InvitationListed[]> {
  const rows = await identity.db
    .selectFrom('invitation')
    .select(['id', 'email', 'roles', 'person', 'created_at', 'expires_at'])
    .where('organisation', '=', organisation)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', identity.clock.now())
    .orderBy('created_at', 'desc')
    .execute()
  return rows.map(({ id, email, roles, person, created_at, expires_at }) => ({
    id,
    email,
    roles: rolesIn(roles),
    person,
    createdAt: created_at,
    expiresAt: expires_at,
  }))
}

export async function withdrawInvitation(
  identity: Identity,
  organisation: string,
  id: string,
  by: { readonly actor: string },
): Promise<void> {
  const now = identity.clock.now()
  await identity.db.transaction().execute(async (tx) => {
    const withdrawn = await tx
      .updateTable('invitation')
      .set({ withdrawn_at: now })
      .where('organisation', '=', organisation)
      .where('id', '=', id)
      .where('accepted_at', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (withdrawn === undefined) throw new Refusal('not_found', 'invitation.unknown')
    const details = { invitation: id }
    await recordEvent(tx, {
      organisation,
      at: now,
      actor: by.actor,
      subject: null,
      kind: 'invitation-withdrawn',
      details,
    })
  })
}
