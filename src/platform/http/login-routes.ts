import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refusal, type RefusalKind } from '../../kernel/refusal.ts'
import type { Identity } from '../identity/identity.ts'
import { CLIENT_ADDRESS_HEADER, PASSWORD_LEAST, PASSWORD_MOST } from '../identity/login.ts'

/** All that is let through to the login library; whatever else it offers is not there. */
const PATHS = [
  ['POST', '/sign-in/email'],
  ['POST', '/sign-out'],
  ['GET', '/get-session'],
  ['POST', '/change-password'],
  ['GET', '/list-sessions'],
  ['POST', '/revoke-session'],
  ['POST', '/revoke-other-sessions'],
] as const

/** What the library says no with, in our vocabulary. */
const CODES: Readonly<Record<string, readonly [RefusalKind, string]>> = {
  INVALID_EMAIL_OR_PASSWORD: ['unauthenticated', 'account.wrong-password'],
  INVALID_EMAIL: ['unauthenticated', 'account.wrong-password'],
  INVALID_PASSWORD: ['invalid', 'account.wrong-password'],
  TOO_MANY_ATTEMPTS: ['forbidden', 'account.too-many-attempts'],
  PASSWORD_TOO_SHORT: ['invalid', 'account.password-too-short'],
  PASSWORD_TOO_LONG: ['invalid', 'account.password-too-long'],
  INVALID_ORIGIN: ['forbidden', 'request.other-site'],
  MISSING_OR_NULL_ORIGIN: ['forbidden', 'request.other-site'],
  CROSS_SITE_NAVIGATION_LOGIN_BLOCKED: ['forbidden', 'request.other-site'],
}

export function loginRoutes(app: FastifyInstance, identity: Identity): void {
  for (const [method, path] of PATHS) {
    app.route({
      method,
      url: `/api/auth${path}`,
      handler: (request, reply) => handOver(identity, request, reply),
    })
  }
}

async function handOver(identity: Identity, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const headers = headersOf(request)
  // Other sites were refused before this; the library wants to see an origin from programs as well.
  if (!headers.has('origin')) headers.set('origin', new URL(identity.baseAddress).origin)
  const hasBody = request.method !== 'GET' && request.body !== undefined && request.body !== null
  const answer = await identity.login.handle(
    new Request(`${identity.baseAddress}${request.url}`, {
      method: request.method,
      headers,
      ...(hasBody ? { body: JSON.stringify(request.body) } : {}),
    }),
  )
  if (answer.status >= 400) throw await refusalIn(answer, identity.baseAddress, reply)
  for (const cookie of answer.headers.getSetCookie()) void reply.header('set-cookie', cookie)
  await reply
    .code(answer.status)
    .type('application/json; charset=utf-8')
    .send(await answer.text())
}

/** The request's headers, with the address of the one who asks as the server itself knows it. */
export function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (name === 'content-length' || name === 'transfer-encoding' || value === undefined) continue
    headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  headers.set(CLIENT_ADDRESS_HEADER, request.ip)
  return headers
}

async function refusalIn(answer: Response, baseAddress: string, reply: FastifyReply): Promise<Error> {
  if (answer.status >= 500) return new Error('cannot go on: the login library failed')
  const retryAfter = answer.headers.get('x-retry-after')
  if (retryAfter !== null) void reply.header('retry-after', retryAfter)
  const body: unknown = await answer.json().catch(() => null)
  const code = typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : ''
  const fallback = answer.status === 429 ? 'TOO_MANY_ATTEMPTS' : ''
  const [kind, ours] = CODES[code === '' ? fallback : code] ?? byStatus(answer.status)
  const values = { least: PASSWORD_LEAST, most: PASSWORD_MOST, address: new URL(baseAddress).origin }
  return new Refusal(kind, ours, { values })
}

function byStatus(status: number): readonly [RefusalKind, string] {
  return status === 401 ? ['unauthenticated', 'account.signed-out'] : ['invalid', 'account.not-possible']
}
