import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type AnyContract, fileBody, fileReply, needsOf } from '../../kernel/contract.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { inOrganisation } from '../store/store.ts'
import type { Asking, Input, Route, Services, Signed, Visit } from './bind.ts'
import { disposition, FILE_POLICY } from './headers.ts'
import { languageOf } from './language.ts'
import { headersOf } from './login-routes.ts'
import { actingAs, type Caller, callerOf, checkNeeds, grantOf } from './who.ts'

/** Makes an address of each route. What anybody may do where is settled here, before a handler runs. */
export function serveRoutes(app: FastifyInstance, services: Services, routes: readonly Route[]): void {
  const serve = (to: FastifyInstance, route: Route): void => {
    to.route({
      method: route.contract.method,
      url: `/api${route.contract.path}`,
      handler: (request, reply) => answer(services, route, request, reply),
    })
  }
  for (const route of routes) if (!takesFile(route)) serve(app, route)
  void app.register(async (files) => {
    // A file is its bytes, whatever kind its sender says that it is: JSON as well is not read here.
    files.removeAllContentTypeParsers()
    files.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
    for (const route of routes) if (takesFile(route)) serve(files, route)
  })
}

function takesFile({ contract }: Pick<Route, 'contract'>): boolean {
  return contract.body === fileBody
}

async function answer(
  services: Services,
  { contract, handle }: Route,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const headers = headersOf(request)
  // Where anybody may call, a stale token or session is nobody's; elsewhere it is refused.
  const caller = needsOf(contract) === 'anybody' ? null : await callerOf(services.identity, headers)
  const asking = askingOf(services, request, reply, { caller, headers })
  const input = inputOf(contract, request)
  if (handle.kind === 'open') return send(contract, await handle.run(asking, input), reply)
  if (caller === null) throw new Refusal('unauthenticated', 'account.signed-out')
  const signed: Signed = { ...asking, account: caller.account, bound: caller.bound }
  asking.setCookies(caller.cookies)
  if (handle.kind === 'signed') return send(contract, await handle.run(signed, input), reply)
  const visit = await visitOf(services, signed, caller, slugIn(request))
  checkNeeds(contract, visit.grant.roles, services.store.registry)
  return send(contract, await handle.run(visit, input), reply)
}

function askingOf(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  { caller, headers }: { readonly caller: Caller | null; readonly headers: Headers },
): Asking {
  const asked = isObject(request.query) ? request.query['language'] : undefined
  const language = languageOf(asked, request.headers['accept-language'], caller?.account.language ?? null)
  return {
    services,
    language,
    words: services.wordsIn(language),
    account: caller?.account ?? null,
    headers,
    setCookies: (cookies) => {
      for (const cookie of cookies) void reply.header('set-cookie', cookie)
    },
  }
}

/** Lets a caller into an organisation, or throws not_found. */
export async function visitOf(services: Services, signed: Signed, caller: Caller, slug: string): Promise<Visit> {
  const grant = await grantOf(services.identity, caller, slug)
  const actor = actingAs(grant, caller.channel)
  return {
    ...signed,
    grant,
    actor,
    within: (work) => inOrganisation(services.store, { organisation: grant.organisation.id, actor }, work),
  }
}

function slugIn(request: FastifyRequest): string {
  const slug = isObject(request.params) ? request.params['organisation'] : null
  return typeof slug === 'string' ? slug : ''
}

function inputOf(contract: AnyContract, request: FastifyRequest): Input<unknown, unknown, unknown> {
  const isFile = takesFile({ contract })
  // A body that was not read as JSON is a stream, and only a contract that takes a file wants that.
  const isStream = isObject(request.body) && 'pipe' in request.body
  if (isStream && !isFile) throw new Refusal('invalid', 'request.not-json')
  const body = isFile ? { name: fileName(request), bytes: isStream ? request.body : request.raw } : request.body
  return { params: request.params, query: request.query, body }
}

function fileName(request: FastifyRequest): string {
  const header = request.headers['x-file-name']
  try {
    return decodeURIComponent(typeof header === 'string' ? header : '')
  } catch {
    throw new Refusal('invalid', 'file.bad-name')
  }
}

/** Checks what goes out against the contract: what it does not name is left out, what it names and is missing is a bug. */
async function send(contract: AnyContract, value: unknown, reply: FastifyReply): Promise<FastifyReply> {
  const parsed = contract.reply.safeParse(value)
  if (!parsed.success) {
    throw new Error(`cannot answer \`${contract.method} ${contract.path}\` as its contract says`, {
      cause: parsed.error,
    })
  }
  void reply.header('cache-control', 'no-store')
  if (contract.reply === fileReply) {
    const { name, type, bytes, isShown } = fileReply.parse(value)
    return await reply
      .header('content-security-policy', FILE_POLICY)
      .header('content-disposition', disposition(isShown === true ? 'inline' : 'attachment', name))
      .type(type)
      .send(bytes instanceof Uint8Array ? Buffer.from(bytes) : Readable.from(bytes))
  }
  if (parsed.data === undefined) return await reply.code(204).send()
  return await reply.type('application/json; charset=utf-8').send(JSON.stringify(parsed.data))
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
