import { randomUUID } from 'node:crypto'
import { getMigrations } from 'better-auth/db/migration'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sharedDatabase } from '../../../test/setup/shared.ts'
import type { Role } from '../../kernel/permission.ts'
import { migrations } from '../../server/migrations.ts'
import type { Database } from '../database/database.ts'
import { migrate } from '../database/migrate.ts'
import type { Message } from '../mail.ts'
import { createAccount, findAccount, mailReset, reset, resetLink, resetOf } from './accounts.ts'
import { eventsOf } from './events.ts'
import {
  changeGrant,
  eraseAccount,
  findGrant,
  grantRoles,
  grantsOf,
  membersOf,
  namesOfActors,
  removeGrant,
} from './grants.ts'
import { type Identity, openIdentity } from './identity.ts'
import { acceptInvitation, invitationOf, invitationsOf, invite, withdrawInvitation } from './invitations.ts'
import { CLIENT_ADDRESS_HEADER, libraryOptions } from './login.ts'
import { bearerOf, createToken, revokeToken, tokensOf } from './tokens.ts'

const BASE = 'http://localhost:4400'
const PASSWORD = 'correct horse battery'

let database: Database
let identity: Identity
let now = new Date()
const sent: Message[] = []

beforeAll(async () => {
  database = await sharedDatabase()
  await migrate(database.owner, migrations, { beforeMigrating: async () => undefined })
  identity = openIdentity({
    owner: database.owner,
    baseAddress: BASE,
    secret: 'a secret of at least thirty-two characters',
    secureCookies: false,
    clock: { now: () => now },
    mail: { send: async (message) => void sent.push(message) },
    wordsIn: () => (key, values) => `${key} ${JSON.stringify(values ?? {})}`,
    onError: (error) => {
      throw error
    },
  })
})
// Other test files share the database, and theirs is the real time.
beforeEach(() => {
  now = new Date()
})
afterAll(() => identity.close())

const email = (): string => `${randomUUID()}@example.org`
const ROOM = { actor: null }

async function organisation(): Promise<{ id: string; slug: string; name: string }> {
  const made = { id: randomUUID(), slug: `org-${randomUUID()}`, name: 'Example' }
  await database.owner.query(
    'insert into organisation (id, slug, name, ledger, created_at) values ($1, $2, $3, $4, now())',
    [made.id, made.slug, made.name, randomUUID()],
  )
  return made
}

async function account(name = 'Ann'): Promise<{ id: string; email: string }> {
  return createAccount(identity, { name, email: email(), password: PASSWORD, language: 'nl' })
}

async function member(roles: readonly Role[], of?: { id: string; slug: string; name: string }) {
  const at = of ?? (await organisation())
  const who = await account()
  await grantRoles(identity, { organisation: at.id, account: who.id, roles, person: null, by: ROOM })
  const grant = await findGrant(identity, who.id, at.slug)
  if (grant === null) throw new Error('cannot find the grant')
  return { at, who, grant }
}

function signInRequest(body: object, address: string, headers: Record<string, string> = {}): Request {
  return new Request(`${BASE}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', [CLIENT_ADDRESS_HEADER]: address, ...headers },
    body: JSON.stringify(body),
  })
}

describe('accounts', () => {
  it('sign in with the right password only, whatever the case of the address', async () => {
    const who = await account()
    const right = { email: who.email.toUpperCase(), password: PASSWORD }
    expect(await identity.login.signIn({ ...right, password: 'something else' }, new Headers())).toBeNull()
    const cookies = await identity.login.signIn(right, new Headers())
    const cookie = cookies?.map((value) => value.split(';')[0]).join('; ') ?? ''
    expect(cookies?.[0]).toMatch(/HttpOnly/i)
    const session = await identity.login.sessionOf(new Headers({ cookie }))
    expect(session?.account).toMatchObject({ id: who.id, name: 'Ann', language: 'nl' })
    expect(await identity.login.sessionOf(new Headers({ cookie: cookie.replace('.', '.x') }))).toBeNull()
  })

  it('are refused a short password and a taken address', async () => {
    const who = await account()
    const again = { name: 'Bob', email: who.email, password: PASSWORD, language: null }
    await expect(createAccount(identity, again)).rejects.toMatchObject({ code: 'account.exists' })
    const short = { ...again, email: email(), password: 'elevenchars' }
    await expect(createAccount(identity, short)).rejects.toMatchObject({ code: 'account.password-too-short' })
  })

  it('cannot be made by signing up', async () => {
    const request = new Request(`${BASE}/api/auth/sign-up/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [CLIENT_ADDRESS_HEADER]: '192.0.2.1' },
      body: JSON.stringify({ name: 'Eve', email: email(), password: PASSWORD }),
    })
    expect((await identity.login.handle(request)).status).toBe(400)
  })

  it('wait after many wrong passwords for one address, from wherever they come', async () => {
    const who = await account()
    for (let i = 0; i < 10; i++) {
      const reply = await identity.login.handle(signInRequest({ email: who.email, password: 'wrong' }, `192.0.2.${i}`))
      expect(reply.status).toBe(401)
    }
    const right = (): Request => signInRequest({ email: who.email, password: PASSWORD }, '198.51.100.1')
    expect((await identity.login.handle(right())).status).toBe(429)
    now = new Date(now.getTime() + 16 * 60_000)
    expect((await identity.login.handle(right())).status).toBe(200)
  })

  it('wait after many tries from one address, for whichever account', async () => {
    const statuses: number[] = []
    for (let i = 0; i < 21; i++) {
      statuses.push(
        (await identity.login.handle(signInRequest({ email: email(), password: 'wrong' }, '203.0.113.9'))).status,
      )
    }
    expect(statuses.at(-1)).toBe(429)
  })

  it('refuse a form that another site sends', async () => {
    const who = await account()
    const headers = { origin: 'https://evil.example', cookie: 'a=b' }
    const request = signInRequest({ email: who.email, password: PASSWORD }, '192.0.2.77', headers)
    expect((await identity.login.handle(request)).status).toBe(403)
  })
})

describe('a reset', () => {
  it('sets the password once and ends the sessions', async () => {
    const who = await account()
    const cookies = await identity.login.signIn({ email: who.email, password: PASSWORD }, new Headers())
    const secret = (await resetLink(identity, who)).split('/').at(-1) ?? ''
    expect(await resetOf(identity, secret)).toEqual({ email: who.email })
    await reset(identity, secret, 'another long password')
    const cookie = cookies?.map((value) => value.split(';')[0]).join('; ') ?? ''
    expect(await identity.login.sessionOf(new Headers({ cookie }))).toBeNull()
    expect(
      await identity.login.signIn({ email: who.email, password: 'another long password' }, new Headers()),
    ).not.toBeNull()
    await expect(reset(identity, secret, 'yet another password')).rejects.toMatchObject({ kind: 'not_found' })
  })

  it('is mailed at most three times an hour, and to nobody unknown', async () => {
    const who = await account()
    sent.length = 0
    await mailReset(identity, email(), 'en')
    for (let i = 0; i < 5; i++) await mailReset(identity, who.email, 'en')
    expect(sent.map(({ to }) => to)).toEqual([who.email, who.email, who.email])
  })

  it('is too old after a day', async () => {
    const secret = (await resetLink(identity, await account())).split('/').at(-1) ?? ''
    now = new Date(now.getTime() + 25 * 60 * 60_000)
    await expect(resetOf(identity, secret)).rejects.toMatchObject({ code: 'account.reset-unknown' })
  })
})

describe('an invitation', () => {
  it('makes an account with the roles that it names, once', async () => {
    const { at, grant } = await member(['administrator'])
    sent.length = 0
    const to = email()
    const made = await invite(identity, {
      organisation: at,
      email: to,
      roles: ['reader'],
      person: null,
      by: { actor: grant.actor, name: 'Ann' },
      language: 'nl',
    })
    expect(made.isSent).toBe(true)
    expect(sent[0]?.to).toBe(to)
    const secret = made.link.split('/').at(-1) ?? ''
    expect(await invitationOf(identity, secret)).toMatchObject({ email: to, roles: ['reader'] })
    const input = { name: 'Bob', password: PASSWORD, language: null, headers: new Headers() }
    expect(await acceptInvitation(identity, secret, input)).toMatchObject({ slug: at.slug })
    const bob = await findAccount(identity, to)
    expect((await findGrant(identity, bob?.id ?? randomUUID(), at.slug))?.roles).toEqual(['reader'])
    await expect(acceptInvitation(identity, secret, input)).rejects.toMatchObject({ code: 'invitation.unknown' })
  })

  it('asks the password of an account that is there already', async () => {
    const { at, grant } = await member(['administrator'])
    const who = await account()
    const by = { actor: grant.actor, name: 'Ann' }
    const roles = ['consultant'] as const
    const { link } = await invite(identity, {
      organisation: at,
      email: who.email,
      roles,
      person: null,
      by,
      language: 'en',
    })
    const secret = link.split('/').at(-1) ?? ''
    const input = { name: 'Eve', password: 'not her password', language: null, headers: new Headers() }
    await expect(acceptInvitation(identity, secret, input)).rejects.toMatchObject({ code: 'account.wrong-password' })
    await acceptInvitation(identity, secret, { ...input, password: PASSWORD })
    expect(await findGrant(identity, who.id, at.slug)).not.toBeNull()
  })

  it('is worth nothing once withdrawn', async () => {
    const { at, grant } = await member(['administrator'])
    const by = { actor: grant.actor, name: 'Ann' }
    const made = await invite(identity, {
      organisation: at,
      email: email(),
      roles: ['reader'],
      person: null,
      by,
      language: 'en',
    })
    expect(await invitationsOf(identity, at.id)).toHaveLength(1)
    await expect(withdrawInvitation(identity, randomUUID(), made.id, by)).rejects.toMatchObject({ kind: 'not_found' })
    await withdrawInvitation(identity, at.id, made.id, by)
    const secret = made.link.split('/').at(-1) ?? ''
    await expect(invitationOf(identity, secret)).rejects.toMatchObject({ kind: 'not_found' })
    expect((await eventsOf(identity, at.id)).map(({ kind }) => kind)).toContain('invitation-withdrawn')
  })
})

describe('a grant', () => {
  it('keeps the last administrator of an organisation', async () => {
    const { at, who } = await member(['administrator', 'coordinator'])
    const last = { code: 'identity.last-administrator' }
    await expect(removeGrant(identity, at.id, who.id, ROOM)).rejects.toMatchObject(last)
    const lower = { organisation: at.id, account: who.id, by: ROOM, roles: ['coordinator'] as const }
    await expect(changeGrant(identity, lower)).rejects.toMatchObject(last)
    const ending = { organisation: at.id, account: who.id, by: ROOM, endsAt: new Date(now.getTime() + 1000) }
    await expect(changeGrant(identity, ending)).rejects.toMatchObject(last)
    await expect(eraseAccount(identity, who)).rejects.toMatchObject(last)
    await member(['administrator'], at)
    await changeGrant(identity, lower)
    expect((await findGrant(identity, who.id, at.slug))?.roles).toEqual(['coordinator'])
  })

  it('lets only one of two administrators remove the other when both try at once', async () => {
    const first = await member(['administrator'])
    const second = await member(['administrator'], first.at)
    const tries = await Promise.allSettled([
      removeGrant(identity, first.at.id, first.who.id, ROOM),
      removeGrant(identity, first.at.id, second.who.id, ROOM),
    ])
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('comes back under the same pseudonym', async () => {
    const { at } = await member(['administrator'])
    const { who, grant } = await member(['reader'], at)
    await removeGrant(identity, at.id, who.id, ROOM)
    expect(await findGrant(identity, who.id, at.slug)).toBeNull()
    await grantRoles(identity, { organisation: at.id, account: who.id, roles: ['owner'], person: null, by: ROOM })
    expect(await findGrant(identity, who.id, at.slug)).toMatchObject({ actor: grant.actor, roles: ['owner'] })
  })

  it('ends on its day', async () => {
    const { at } = await member(['administrator'])
    const { who } = await member(['external_auditor'], at)
    await changeGrant(identity, {
      organisation: at.id,
      account: who.id,
      by: ROOM,
      endsAt: new Date(now.getTime() + 1000),
    })
    expect(await membersOf(identity, at.id)).toHaveLength(2)
    now = new Date(now.getTime() + 2000)
    expect(await grantsOf(identity, who.id)).toEqual([])
    expect(await membersOf(identity, at.id)).toHaveLength(1)
  })

  it('links one account to a person, not two', async () => {
    const { at, who } = await member(['administrator'])
    const other = await member(['owner'], at)
    const person = randomUUID()
    await changeGrant(identity, { organisation: at.id, account: who.id, by: ROOM, person })
    const taken = changeGrant(identity, { organisation: at.id, account: other.who.id, by: ROOM, person })
    await expect(taken).rejects.toMatchObject({ code: 'identity.person-taken' })
  })

  it('keeps its pseudonym and loses its name when the account is erased', async () => {
    const { at } = await member(['administrator'])
    const { who, grant } = await member(['owner'], at)
    expect((await namesOfActors(identity, at.id, [grant.actor])).get(grant.actor)).toBe('Ann')
    const invited = {
      organisation: at,
      email: who.email,
      roles: ['owner'] as const,
      person: null,
      language: 'nl' as const,
    }
    await invite(identity, { ...invited, by: { actor: grant.actor, name: 'Ann' } })
    await database.owner.query(
      `insert into draft (organisation, account, register, record, data, saved_at) values ($1, $2, 'risk', 'new', '{}', now())`,
      [at.id, who.id],
    )
    await eraseAccount(identity, who)
    const left = await database.owner.query(
      'select account from draft where account = $1 union all select email from identity.invitation where email = $2',
      [who.id, who.email],
    )
    expect(left.rows).toEqual([])
    expect((await namesOfActors(identity, at.id, [grant.actor])).size).toBe(0)
    const { rows } = await database.owner.query('select 1 from identity."grant" where actor = $1', [grant.actor])
    expect(rows).toHaveLength(1)
  })
})

describe('a token', () => {
  it('acts as its account in its one organisation until it is revoked', async () => {
    const { who, grant } = await member(['administrator', 'coordinator'])
    const input = { account: who.id, label: 'script', expiresAt: null }
    const { id, token } = await createToken(identity, grant, input)
    expect(await bearerOf(identity, token)).toMatchObject({ account: { id: who.id }, grant })
    expect(await bearerOf(identity, `${token}x`)).toBeNull()
    expect((await tokensOf(identity, grant.organisation.id, who.id))[0]?.lastUsedAt).toEqual(now)
    await revokeToken(identity, grant, { account: who.id, id })
    expect(await bearerOf(identity, token)).toBeNull()
  })

  it('dies with the grant and at its own end', async () => {
    const { at } = await member(['administrator'])
    const { who, grant } = await member(['reader'], at)
    const lasting = await createToken(identity, grant, { account: who.id, label: 'a', expiresAt: null })
    const brief = await createToken(identity, grant, {
      account: who.id,
      label: 'b',
      expiresAt: new Date(now.getTime() + 1000),
    })
    now = new Date(now.getTime() + 2000)
    expect(await bearerOf(identity, brief.token)).toBeNull()
    expect(await bearerOf(identity, lasting.token)).not.toBeNull()
    await removeGrant(identity, at.id, who.id, ROOM)
    expect(await bearerOf(identity, lasting.token)).toBeNull()
  })

  it('is stored as a hash only', async () => {
    const { who, grant } = await member(['administrator'])
    const { token } = await createToken(identity, grant, { account: who.id, label: 'a', expiresAt: null })
    const { rows } = await database.owner.query<{ row: string }>('select t::text as row from identity.api_token t')
    expect(rows.some(({ row }) => row.includes(token))).toBe(false)
  })
})

it('has the tables that the login library asks for', async () => {
  const { baseAddress, db, clock } = identity
  const options = { baseAddress, db, clock, secret: 'a'.repeat(32), secureCookies: false, onError: () => undefined }
  const { toBeCreated, toBeAdded, toBeAddedIndexes } = await getMigrations(libraryOptions(options))
  expect([...toBeCreated, ...toBeAdded, ...toBeAddedIndexes]).toEqual([])
})

it('is out of reach of the role that serves requests', async () => {
  await expect(database.app.query('select * from identity."user"')).rejects.toThrow('permission denied')
})
