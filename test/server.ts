import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import type { Role } from '../src/kernel/permission.ts'
import { foundOrganisation } from '../src/modules/organisation/service.ts'
import type { Clock } from '../src/platform/clock.ts'
import { createAccount } from '../src/platform/identity/accounts.ts'
import { findGrant, grantRoles } from '../src/platform/identity/grants.ts'
import { createToken } from '../src/platform/identity/tokens.ts'
import type { Acting } from '../src/platform/store/store.ts'
import { appOf } from '../src/server/app.ts'
import { type Config, configOf } from '../src/server/config.ts'
import { type Installation, openInstallation } from '../src/server/installation.ts'
import { FAST } from './setup/shared.ts'

/** Where the tests' server believes that people reach it. */
export const ADDRESS = 'http://localhost:4400'
export const PASSWORD = 'correct horse battery staple'

export interface Answer {
  readonly status: number
  readonly body: unknown
  readonly text: string
  readonly headers: Headers
}

export interface Sent {
  readonly token?: string
  readonly cookie?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly bytes?: Uint8Array<ArrayBuffer>
}

export type Call = (method: string, path: string, sent?: Sent) => Promise<Answer>

export interface TestOrganisation {
  readonly id: string
  readonly slug: string
}

export interface TestMember {
  readonly account: { readonly id: string; readonly email: string }
  readonly actor: Acting
  readonly token: string
  /** Calls below the organisation with the member's token. */
  readonly call: Call
}

export interface TestServer {
  readonly installation: Installation
  readonly port: number
  readonly call: Call
  organisation(name?: string): Promise<TestOrganisation>
  member(of: TestOrganisation, roles: readonly Role[], person?: string): Promise<TestMember>
  close(): Promise<void>
}

/** A whole server over real HTTP, on the database that all test files share or in a data folder of its own. */
export async function testServer(
  options: { readonly data?: string; readonly clock?: Clock; readonly config?: Partial<Config> } = {},
): Promise<TestServer> {
  const data = options.data ?? inject('dataFolder')
  const config = {
    ...configOf({ WAARBORG_DATA: data, WAARBORG_BIND: '127.0.0.1:0', WAARBORG_ADDRESS: ADDRESS, LANG: 'en' }),
    logLevel: 'silent' as const,
    ...options.config,
  }
  const clock = options.clock === undefined ? {} : { clock: options.clock }
  const installation = await openInstallation(config, { use: 'command', settings: FAST, ...clock })
  const app = appOf(installation)
  await app.listen({ host: '127.0.0.1', port: 0 })
  const listening = app.server.address()
  if (listening === null || typeof listening === 'string') throw new Error('cannot find the port')
  const { port } = listening
  const call = callerOf(port, '/api')
  return {
    installation,
    port,
    call,
    organisation: (name = 'Voorbeeld BV') => newOrganisation(installation, name),
    member: (of, roles, person) => newMember(installation, port, { of, roles, person: person ?? null }),
    close: async () => {
      await app.close()
      await installation.close()
    },
  }
}

/** Sends JSON or bytes and reads the answer, whatever it is. English unless the test says otherwise. */
export function callerOf(port: number, prefix: string, always: Sent = {}): Call {
  return async (method, path, given = {}) => {
    const sent = { ...always, ...given }
    const body = sent.bytes ?? (sent.body === undefined ? null : JSON.stringify(sent.body))
    const init = { method, headers: headersOf(sent), redirect: 'manual' as const }
    const response = await fetch(`http://127.0.0.1:${port}${prefix}${path}`, body === null ? init : { ...init, body })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.startsWith('application/json') === true
    return {
      status: response.status,
      text,
      headers: response.headers,
      body: isJson && text !== '' ? JSON.parse(text) : null,
    }
  }
}

function headersOf({ token, cookie, headers: said, body, bytes }: Sent): Headers {
  const headers = new Headers({ 'accept-language': 'en', ...said })
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`)
  if (cookie !== undefined) {
    headers.set('cookie', cookie)
    if (!headers.has('origin')) headers.set('origin', ADDRESS)
  }
  if (body !== undefined) headers.set('content-type', 'application/json')
  if (bytes !== undefined && !headers.has('content-type')) headers.set('content-type', 'application/octet-stream')
  return headers
}

async function newOrganisation(installation: Installation, name: string): Promise<TestOrganisation> {
  const actor: Acting = { id: randomUUID(), roles: ['coordinator'], person: null, behalf: null, channel: 'system' }
  const slug = `org-${randomUUID()}`
  return await foundOrganisation(installation.store, { name, slug, language: 'nl', actor })
}

async function newMember(
  installation: Installation,
  port: number,
  { of, roles, person }: { of: TestOrganisation; roles: readonly Role[]; person: string | null },
): Promise<TestMember> {
  const { identity } = installation
  const email = `${randomUUID()}@example.org`
  const account = await createAccount(identity, { name: roles.join(' '), email, password: PASSWORD, language: null })
  await grantRoles(identity, { organisation: of.id, account: account.id, roles, person, by: { actor: null } })
  const grant = await findGrant(identity, account.id, of.slug)
  if (grant === null) throw new Error('cannot find the grant just made')
  const { token } = await createToken(identity, grant, { account: account.id, label: 'test', expiresAt: null })
  return {
    account,
    token,
    actor: { id: grant.actor, roles, person, behalf: null, channel: 'api' },
    call: callerOf(port, `/api/organisations/${of.slug}`, { token }),
  }
}

/** The cookies of a reply, as a browser sends them back. */
export function cookieIn(answer: Pick<Answer, 'headers'>): string {
  return answer.headers
    .getSetCookie()
    .map((value) => value.split(';')[0])
    .join('; ')
}
