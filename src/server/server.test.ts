import { createHash, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ADDRESS, type Call, callerOf, cookieIn, PASSWORD, type TestServer, testServer } from '../../test/server.ts'
import { grantRoles } from '../platform/identity/grants.ts'

let server: TestServer
let call: Call
beforeAll(async () => {
  server = await testServer()
  call = server.call
})
afterAll(() => server.close())

async function signedIn(email: string, password = PASSWORD): Promise<string> {
  const answer = await call('POST', '/auth/sign-in/email', { body: { email, password } })
  expect(answer.status).toBe(200)
  return cookieIn(answer)
}

const secretOf = (link: unknown): string => String(link).split('/').at(-1) ?? ''

function at(body: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, name) => (typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined),
    body,
  )
}

describe('somebody who signs in', () => {
  it('is told who he is, in the organisations that let him in', async () => {
    const org = await server.organisation()
    const { account } = await server.member(org, ['reader'])
    const cookie = await signedIn(account.email)
    const me = await call('GET', '/me', { cookie })
    expect(me.body).toMatchObject({
      account: { email: account.email },
      organisations: [{ slug: org.slug, roles: ['reader'], person: null }],
      canCreateOrganisation: false,
    })
    expect((await call('POST', '/auth/sign-out', { cookie, body: {} })).status).toBe(200)
    expect((await call('GET', '/me', { cookie })).status).toBe(401)
  })

  it('is refused with a wrong password, in his language', async () => {
    const { account } = await server.member(await server.organisation(), ['reader'])
    const body = { email: account.email, password: 'wrong wrong wrong' }
    const english = await call('POST', '/auth/sign-in/email', { body })
    expect(english).toMatchObject({ status: 401, body: { kind: 'unauthenticated', code: 'account.wrong-password' } })
    expect(at(english.body, 'message')).toContain('do not match')
    const dutch = await call('POST', '/auth/sign-in/email', { body, headers: { 'accept-language': 'nl-BE,en;q=0.5' } })
    expect(at(dutch.body, 'message')).toContain('horen niet bij elkaar')
    expect(at((await call('POST', '/auth/sign-in/email?language=nl', { body })).body, 'message')).toContain(
      'horen niet',
    )
  })

  it('cannot reach what the login library offers beyond that', async () => {
    const body = { name: 'Eve', email: 'eve@example.org', password: PASSWORD }
    expect((await call('POST', '/auth/sign-up/email', { body })).status).toBe(404)
    expect((await call('POST', '/auth/update-user', { body })).status).toBe(404)
  })

  it('waits after many wrong passwords', async () => {
    const { account } = await server.member(await server.organisation(), ['reader'])
    const statuses: number[] = []
    for (let i = 0; i < 11; i++) {
      const body = { email: account.email, password: 'wrong wrong wrong' }
      statuses.push((await call('POST', '/auth/sign-in/email', { body })).status)
    }
    expect(statuses.slice(0, 2)).toEqual([401, 401])
    const last = await call('POST', '/auth/sign-in/email', { body: { email: account.email, password: PASSWORD } })
    expect(last).toMatchObject({ status: 429, body: { code: 'account.too-many-attempts' } })
    // The limit is kept in the database by network address; the other tests come from the same one.
    await server.installation.database.owner.query(`delete from identity."rateLimit" where key like '127.0.0.1|%'`)
  })

  it('gets a cookie that scripts cannot read and other sites do not send', async () => {
    const { account } = await server.member(await server.organisation(), ['reader'])
    const answer = await call('POST', '/auth/sign-in/email', { body: { email: account.email, password: PASSWORD } })
    expect(answer.headers.getSetCookie()[0]).toMatch(/HttpOnly; SameSite=Lax/)
  })
})

describe('a change that another site sends', () => {
  it('is refused with the cookie of whoever is signed in', async () => {
    const { account } = await server.member(await server.organisation(), ['reader'])
    const cookie = await signedIn(account.email)
    const body = { language: 'en' }
    const refused = { status: 403, body: { code: 'request.other-site' } }
    const foreign: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: ADDRESS, 'sec-fetch-site': 'cross-site' },
      { origin: ADDRESS, 'sec-fetch-site': 'same-site' },
    ]
    for (const headers of foreign) expect(await call('PATCH', '/me', { cookie, body, headers })).toMatchObject(refused)
    expect(await call('PATCH', '/me', { body, headers: { cookie } })).toMatchObject(refused)
    expect((await call('PATCH', '/me', { cookie, body })).status).toBe(204)
  })
})

describe('a token', () => {
  it('is refused when it is none, and when it is another organisation’s', async () => {
    const member = await server.member(await server.organisation(), ['coordinator'])
    const other = await server.organisation()
    expect((await call('GET', `/organisations/${other.slug}/registers/risk`)).status).toBe(401)
    expect(await call('GET', '/me', { token: 'wbt_nothing' })).toMatchObject({
      status: 401,
      body: { code: 'token.unknown' },
    })
    const stranger = await call('GET', `/organisations/${other.slug}/registers/risk`, { token: member.token })
    expect(stranger).toMatchObject({ status: 404, body: { code: 'organisation.unknown' } })
    const none = await call('GET', `/organisations/no-such/registers/risk`, { token: member.token })
    for (const name of ['kind', 'code', 'message', 'values', 'attached']) {
      expect(at(none.body, name)).toEqual(at(stranger.body, name))
    }
  })

  it('reaches neither the account behind it nor its other organisations', async () => {
    const org = await server.organisation()
    const { account, call: own, token } = await server.member(org, ['administrator'])
    const elsewhere = await server.organisation()
    const { identity } = server.installation
    await grantRoles(identity, {
      organisation: elsewhere.id,
      account: account.id,
      roles: ['reader'],
      person: null,
      by: { actor: null },
    })
    const me = await call('GET', '/me', { token })
    expect(me.body).toMatchObject({ organisations: [{ slug: org.slug }], canCreateOrganisation: false })
    expect(me.text).not.toContain(elsewhere.slug)
    const noAccount = { status: 403, body: { code: 'token.not-for-account' } }
    expect(await call('PATCH', '/me', { token, body: { name: 'Eve' } })).toMatchObject(noAccount)
    expect(await own('POST', `/members/${account.id}/reset`)).toMatchObject(noAccount)
    expect((await call('POST', '/organisations', { token, body: { name: 'Own' } })).status).toBe(403)
  })

  it('is made in the browser, shown once, and revoked', async () => {
    const org = await server.organisation()
    const { account, call: own } = await server.member(org, ['coordinator'])
    const byToken = await own('POST', '/tokens', { body: { label: 'again' } })
    expect(byToken).toMatchObject({ status: 403, body: { code: 'token.not-by-token' } })
    const inBrowser = callerOf(server.port, `/api/organisations/${org.slug}`, { cookie: await signedIn(account.email) })
    const made = await inBrowser('POST', '/tokens', { body: { label: 'script' } })
    const token = String(at(made.body, 'token'))
    const list = await call('GET', `/organisations/${org.slug}/tokens`, { token })
    expect(list.text).not.toContain(token)
    expect(list.text).toContain('script')
    await inBrowser('DELETE', `/tokens/${String(at(made.body, 'id'))}`)
    expect((await call('GET', `/organisations/${org.slug}/tokens`, { token })).status).toBe(401)
  })
})

describe('members', () => {
  it('are invited by a link, which makes an account with these roles', async () => {
    const org = await server.organisation()
    const admin = await server.member(org, ['administrator'])
    const email = `${randomUUID()}@example.org`
    const invited = await admin.call('POST', '/invitations', { body: { email, roles: ['reader'] } })
    expect(invited.body).toMatchObject({ isSent: false })
    const token = secretOf(at(invited.body, 'link'))
    const shown = await call('GET', `/invitations/${token}`)
    expect(shown.body).toMatchObject({
      email,
      organisation: { name: 'Voorbeeld BV' },
      roles: ['reader'],
      hasAccount: false,
    })
    const short = await call('POST', `/invitations/${token}`, { body: { name: 'Bob', password: 'short' } })
    expect(short).toMatchObject({ status: 422, body: { code: 'account.password-too-short' } })
    const accepted = await call('POST', `/invitations/${token}`, { body: { name: 'Bob', password: PASSWORD } })
    expect(accepted).toMatchObject({ status: 200, body: { slug: org.slug } })
    const me = await call('GET', '/me', { cookie: cookieIn(accepted) })
    expect(at(me.body, 'organisations')).toMatchObject([{ slug: org.slug, roles: ['reader'] }])
    expect((await call('GET', `/invitations/${token}`)).status).toBe(404)
    const list = await admin.call('GET', '/members')
    expect(list.text).toContain(email)
    expect(JSON.stringify(at(list.body, 'events'))).toContain('joined')
  })

  it('are looked after by administrators only', async () => {
    const org = await server.organisation()
    const coordinator = await server.member(org, ['coordinator'])
    for (const [method, path] of [
      ['GET', '/members'],
      ['POST', '/invitations'],
    ] as const) {
      const body = method === 'POST' ? { body: { email: 'a@example.org', roles: ['reader'] } } : {}
      expect((await coordinator.call(method, path, body)).status).toBe(403)
    }
  })

  it('keep an administrator', async () => {
    const org = await server.organisation()
    const admin = await server.member(org, ['administrator'])
    const last = { status: 409, body: { code: 'identity.last-administrator' } }
    expect(await admin.call('DELETE', `/members/${admin.account.id}`)).toMatchObject(last)
    const lower = { body: { roles: ['reader'] } }
    expect(await admin.call('PATCH', `/members/${admin.account.id}`, lower)).toMatchObject(last)
    await server.member(org, ['administrator'])
    expect((await admin.call('DELETE', `/members/${admin.account.id}`)).status).toBe(204)
    expect((await admin.call('GET', '/members')).status).toBe(401)
  })

  it('are linked to a person of their own ISMS', async () => {
    const org = await server.organisation()
    const admin = await server.member(org, ['administrator', 'coordinator'])
    const made = await admin.call('POST', '/registers/person', { body: { set: { name: 'Fenna Postma' } } })
    const person = String(at(made.body, 'record', 'id'))
    expect((await admin.call('PATCH', `/members/${admin.account.id}`, { body: { person } })).status).toBe(204)
    const members = await admin.call('GET', '/members')
    expect(at(members.body, 'members')).toMatchObject([{ person: { id: person, title: 'Fenna Postma' }, isMe: true }])
    const elsewhere = await server.organisation()
    const stranger = await server.member(elsewhere, ['administrator'])
    const foreign = await stranger.call('PATCH', `/members/${stranger.account.id}`, { body: { person } })
    expect(foreign.status).toBe(404)
  })

  it('get a link for a new password from the administrator, unless others let them in as well', async () => {
    const org = await server.organisation()
    const admin = await server.member(org, ['administrator'])
    const { account } = await server.member(org, ['reader'])
    const cookie = await signedIn(admin.account.email)
    const inBrowser = callerOf(server.port, `/api/organisations/${org.slug}`, { cookie })
    const made = await inBrowser('POST', `/members/${account.id}/reset`)
    const token = secretOf(at(made.body, 'link'))
    expect((await call('GET', `/reset/${token}`)).body).toEqual({ email: account.email })
    const password = 'a password that is new'
    expect((await call('POST', `/reset/${token}`, { body: { password } })).status).toBe(204)
    await signedIn(account.email, password)
    expect((await call('POST', `/reset/${token}`, { body: { password } })).status).toBe(404)

    const kept = secretOf(at((await inBrowser('POST', `/members/${account.id}/reset`)).body, 'link'))
    const elsewhere = await server.organisation()
    const other = await server.member(elsewhere, ['administrator'])
    const invited = await other.call('POST', '/invitations', { body: { email: account.email, roles: ['consultant'] } })
    await call('POST', `/invitations/${secretOf(at(invited.body, 'link'))}`, { body: { password } })
    const refused = await inBrowser('POST', `/members/${account.id}/reset`)
    expect(refused).toMatchObject({ status: 403, body: { code: 'account.elsewhere-too' } })
    // A link from before would let this administrator into the other organisation.
    expect((await call('POST', `/reset/${kept}`, { body: { password } })).status).toBe(404)
  })

  it('are not told apart from strangers by who asks for a new password', async () => {
    const { account } = await server.member(await server.organisation(), ['reader'])
    const known = await call('POST', '/reset', { body: { email: account.email } })
    const unknown = await call('POST', '/reset', { body: { email: 'nobody@example.org' } })
    expect([known.status, known.text]).toEqual([unknown.status, unknown.text])
  })
})

describe('a file', () => {
  const bytes = new TextEncoder().encode('%PDF-1.7 something')
  const hash = createHash('sha256').update(bytes).digest('hex')
  const named = (name: string): { bytes: Uint8Array<ArrayBuffer>; headers: Record<string, string> } => ({
    bytes,
    headers: { 'x-file-name': encodeURIComponent(name) },
  })

  it('comes back as it was, to its own organisation only', async () => {
    const { call: own } = await server.member(await server.organisation(), ['coordinator'])
    const sent = await own('POST', '/files', named('../../Contract é.pdf'))
    expect(sent.body).toEqual({ hash, name: 'Contract é.pdf', type: 'application/pdf', size: bytes.length })
    const got = await own('GET', `/files/${hash}`)
    expect(got.text).toBe('%PDF-1.7 something')
    expect(got.headers.get('content-disposition')).toBe(
      'inline; filename="Contract _.pdf"; filename*=UTF-8\'\'Contract%20%C3%A9.pdf',
    )
    expect(got.headers.get('x-content-type-options')).toBe('nosniff')
    expect(got.headers.get('content-security-policy')).toContain("default-src 'none'")
    const stranger = await server.member(await server.organisation(), ['coordinator'])
    expect((await stranger.call('GET', `/files/${hash}`)).status).toBe(404)
    expect((await stranger.call('GET', `/files/${hash}/about`)).status).toBe(404)
  })

  it('of a kind that runs in a browser is refused', async () => {
    const { call: own } = await server.member(await server.organisation(), ['coordinator'])
    for (const name of ['page.html', 'image.svg', 'program.exe', 'none']) {
      expect(await own('POST', '/files', named(name))).toMatchObject({
        status: 422,
        body: { code: 'file.type-not-allowed' },
      })
    }
    expect((await own('POST', '/files', { bytes, headers: { 'x-file-name': '%E0%A4%A' } })).status).toBe(422)
  })

  it('that is JSON comes back as it was, whatever its sender calls it', async () => {
    const { call: own } = await server.member(await server.organisation(), ['coordinator'])
    const headers = { 'x-file-name': 'scan.json', 'content-type': 'application/json' }
    const json = new TextEncoder().encode('{ "found": [] }')
    const sent = await own('POST', '/files', { bytes: json, headers })
    expect(sent.body).toMatchObject({ size: json.length, type: 'application/json' })
    expect((await own('GET', `/files/${String(at(sent.body, 'hash'))}`)).text).toBe('{ "found": [] }')
  })

  it('is not taken from a reader', async () => {
    const { call: own } = await server.member(await server.organisation(), ['reader'])
    expect((await own('POST', '/files', named('a.pdf'))).status).toBe(403)
  })
})

describe('an address', () => {
  it('that is none says so, and one that knows other methods names them', async () => {
    expect(await call('GET', '/nothing')).toMatchObject({ status: 404, body: { code: 'request.no-such-address' } })
    const wrong = await call('DELETE', '/start')
    expect(wrong).toMatchObject({ status: 405, body: { code: 'request.wrong-method' } })
    expect(wrong.headers.get('allow')).toBe('GET, POST')
  })

  it('refuses what is no JSON, and names every fault of what is', async () => {
    const { call: own } = await server.member(await server.organisation(), ['coordinator'])
    const headers = { 'content-type': 'application/json' }
    const broken = await own('POST', '/registers/risk', { bytes: new TextEncoder().encode('{'), headers })
    expect(broken).toMatchObject({ status: 422, body: { code: 'request.bad-json' } })
    const text = await own('POST', '/registers/risk', {
      bytes: new TextEncoder().encode('a=b'),
      headers: { 'content-type': 'text/plain' },
    })
    expect(text).toMatchObject({ status: 415, body: { code: 'request.not-json' } })
    const polluted = await own('POST', '/registers/risk', {
      bytes: new TextEncoder().encode('{"__proto__":{"a":1}}'),
      headers,
    })
    expect(polluted.status).toBe(422)
    const faulty = await own('POST', '/registers/risk', { body: { set: { title: 7 }, validFrom: 'soon' } })
    expect(at(faulty.body, 'faults')).toMatchObject([{ path: 'validFrom' }])
  })

  it('gives security headers and no stale copies', async () => {
    const answer = await call('GET', '/start')
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'")
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect((await call('GET', '/health')).body).toEqual({ ok: true })
  })
})

it('begins with the first account and organisation, once', async () => {
  const data = mkdtempSync(join(tmpdir(), 'first-run-'))
  const fresh = await testServer({ data })
  try {
    expect((await fresh.call('GET', '/start')).body).toEqual({ isFirst: true, hasMail: false })
    const first = {
      name: 'Ann',
      email: 'Ann@Example.org',
      password: PASSWORD,
      organisation: { name: 'Zorg & Zo BV' },
      language: 'nl',
    }
    const weak = await fresh.call('POST', '/start', { body: { ...first, password: 'password' } })
    expect(weak).toMatchObject({ status: 422, body: { code: 'account.password-too-short' } })
    // More at once than there are connections: whoever waited for the first would keep them from him.
    const others = Array.from({ length: 8 }, (_, index) => `bob${index}@example.org`)
    const tries = await Promise.all(
      [first.email, ...others].map((email) => fresh.call('POST', '/start', { body: { ...first, email } })),
    )
    expect(tries.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(new Set(tries.map(({ status }) => status))).toEqual(new Set([200, 409]))
    const made = tries.find(({ status }) => status === 200)
    expect(made?.body).toEqual({ slug: 'zorg-zo-bv' })
    expect((await fresh.call('GET', '/start')).body).toEqual({ isFirst: false, hasMail: false })
    const cookie = cookieIn(made ?? { headers: new Headers() })
    const me = await fresh.call('GET', '/me', { cookie })
    expect(me.body).toMatchObject({
      account: { language: 'nl' },
      organisations: [{ slug: 'zorg-zo-bv', roles: ['administrator', 'coordinator'] }],
      canCreateOrganisation: true,
    })
    const controls = await fresh.call('GET', '/organisations/zorg-zo-bv/registers/control?limit=1', { cookie })
    expect(at(controls.body, 'total')).toBe(93)
    const second = await fresh.call('POST', '/organisations', { cookie, body: { name: 'Zorg & Zo BV' } })
    expect(second.body).toEqual({ slug: 'zorg-zo-bv-2' })
  } finally {
    await fresh.close()
    rmSync(data, { recursive: true, force: true })
  }
})
