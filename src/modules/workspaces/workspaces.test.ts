import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ADDRESS, cookieIn, PASSWORD, type TestServer, testServer } from '../../../test/server.ts'
import { grantRoles } from '../../platform/identity/grants.ts'
import { removeOrganisation } from '../../platform/store/organisation.ts'
import { atMost, WORKSPACE_MOST } from './service.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

describe('the workspace file of an organisation', () => {
  it('goes out and comes in over HTTP: same root, and whoever brought it administers it', async () => {
    const organisation = await server.organisation()
    const administrator = await server.member(organisation, ['administrator', 'coordinator'])
    await administrator.call('POST', '/registers/risk', { body: { set: { title: 'Brand' } } })
    const { body: before } = await administrator.call('POST', '/ledger/verify')
    const answer = await fetch(`http://127.0.0.1:${server.port}/api/organisations/${organisation.slug}/workspace`, {
      headers: { authorization: `Bearer ${administrator.token}` },
    })
    expect(answer.headers.get('content-disposition')).toContain(`${organisation.slug}.waarborg`)
    const bytes = new Uint8Array(await answer.arrayBuffer())

    const sent = {
      cookie: await signedIn(administrator.account.email),
      bytes,
      headers: { 'x-file-name': 'copy.waarborg' },
    }
    const twice = await server.call('POST', '/workspaces', sent)
    expect([twice.status, twice.body]).toMatchObject([409, { code: 'organisation.ledger-exists' }])
    // Whoever administers nothing may not make an organisation, so one stays behind.
    const other = await server.organisation()
    const grant = { organisation: other.id, account: administrator.account.id, roles: ['administrator'] as const }
    await grantRoles(server.installation.identity, { ...grant, person: null, by: { actor: null } })
    await removeOrganisation(server.installation.store, organisation.id)
    const brought = await server.call('POST', '/workspaces', sent)
    expect([brought.status, brought.body]).toMatchObject([200, { root: rootIn(before) }])
    const slug = slugIn(brought.body)
    const { status, body } = await server.call('POST', `/organisations/${slug}/ledger/verify`, { cookie: sent.cookie })
    expect([status, body]).toMatchObject([200, { ok: true, root: rootIn(before) }])
  })

  it('is for administrators, and comes in only by somebody who is signed in', async () => {
    const organisation = await server.organisation()
    const reader = await server.member(organisation, ['reader'])
    expect((await reader.call('GET', '/workspace')).status).toBe(403)
    const bytes = new Uint8Array([1, 2, 3])
    const headers = { 'x-file-name': 'x.waarborg' }
    expect((await server.call('POST', '/workspaces', { token: reader.token, bytes, headers })).status).toBe(403)
    expect((await server.call('POST', '/workspaces', { bytes, headers })).status).toBe(401)
  })

  it('that is none is refused with a sentence', async () => {
    const organisation = await server.organisation()
    const { account } = await server.member(organisation, ['administrator'])
    const bytes = new TextEncoder().encode('{"format":"zip"}\n')
    const sent = { cookie: await signedIn(account.email), bytes, headers: { 'x-file-name': 'x.waarborg' } }
    const { status, body } = await server.call('POST', '/workspaces', sent)
    expect([status, body]).toMatchObject([422, { code: 'workspace.not-one' }])
  })
})

const rootIn = (body: unknown): string => z.object({ root: z.string() }).parse(body).root
const slugIn = (body: unknown): string => z.object({ slug: z.string() }).parse(body).slug

async function signedIn(email: string): Promise<string> {
  const body = { email, password: PASSWORD }
  return cookieIn(await server.call('POST', '/auth/sign-in/email', { body, headers: { origin: ADDRESS } }))
}

describe('a file that is too large', () => {
  it('is refused as soon as its bytes are more than a server takes in over HTTP', async () => {
    async function* twoGigabytes(): AsyncGenerator<Uint8Array> {
      const chunk = new Uint8Array(64 * 1024 * 1024)
      for (let sent = 0; sent <= WORKSPACE_MOST; sent += chunk.length) yield chunk
    }
    let taken = 0
    const read = async (): Promise<void> => {
      for await (const chunk of atMost(twoGigabytes(), WORKSPACE_MOST)) taken += chunk.length
    }
    await expect(read()).rejects.toMatchObject({
      code: 'workspace.too-large',
      details: { values: { megabytes: 2_000 } },
    })
    expect(taken).toBeLessThanOrEqual(WORKSPACE_MOST)
  })
})
