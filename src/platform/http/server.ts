import { randomUUID } from 'node:crypto'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify'
import { Refusal } from '../../kernel/refusal.ts'
import type { Route, Services } from './bind.ts'
import { acceptsGzip, compressed } from './compress.ts'
import { securityHeaders } from './headers.ts'
import { languageOf } from './language.ts'
import { errorShown } from './log.ts'
import { loginRoutes } from './login-routes.ts'
import { refusalOf, replyTo, replyToBug } from './refusals.ts'
import { refuseOtherSite } from './same-site.ts'
import { serveRoutes } from './serve.ts'
import { Statics } from './statics.ts'

export interface HttpOptions {
  readonly baseAddress: string
  /** Whose `X-Forwarded-For` is believed: addresses or networks of proxies; nobody's when false. */
  readonly trustProxy: boolean | string | readonly string[]
  /** Folder of the built web client; where it is missing only the API is served. */
  readonly web: string
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
}

export interface HttpParts {
  readonly options: HttpOptions
  readonly services: Services
  readonly routes: readonly Route[]
  /** Whether the database answers; asked by whoever watches the server. */
  readonly isHealthy: () => Promise<boolean>
  /** The OpenAPI document, made when first asked for. */
  readonly openApi: () => unknown
}

/** Largest JSON body: several rich texts of half a megabyte, and no filling of memory. Files go by a way of their own. */
const BODY_MOST = 8 << 20
/** An invitation's secret in a path is 43 characters long; the framework's own limit of 100 is for patterns. */
const PARAMETER_MOST = 200

/** The whole server, not yet listening. */
export function buildServer(parts: HttpParts): FastifyInstance {
  const app = Fastify({
    logger: loggerOf(parts.options),
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    trustProxy: trusted(parts.options.trustProxy),
    bodyLimit: BODY_MOST,
    routerOptions: { maxParamLength: PARAMETER_MOST },
    forceCloseConnections: 'idle',
    return503OnClosing: true,
  })
  app.removeContentTypeParser('text/plain')
  // Everything that is no JSON stays a stream, read only by a contract that takes a file.
  app.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
  guardEveryRequest(app, parts)
  answerProblems(app, parts)
  app.get('/api/health', async (_request, reply) => {
    const isHealthy = await parts.isHealthy()
    return await reply.code(isHealthy ? 200 : 503).send({ ok: isHealthy })
  })
  app.get('/api/openapi.json', async (_request, reply) => await reply.send(parts.openApi()))
  loginRoutes(app, parts.services.identity)
  serveRoutes(app, parts.services, parts.routes)
  answerTheRest(app, parts)
  return app
}

/** Ids, counts and durations only: an address may hold what somebody searched for, so only its pattern is logged. */
function loggerOf({ logLevel }: HttpOptions): false | object {
  if (logLevel === 'silent') return false
  return {
    level: logLevel,
    base: null,
    serializers: { req: ({ method }: { readonly method: string }) => ({ method }), err: errorShown },
  }
}

function trusted(proxies: HttpOptions['trustProxy']): boolean | string | string[] {
  return typeof proxies === 'object' ? [...proxies] : proxies
}

function guardEveryRequest(app: FastifyInstance, { options }: HttpParts): void {
  const headers = securityHeaders(options.baseAddress)
  app.addHook('onRequest', async (request, reply) => {
    void reply.headers(headers)
    const { authorization, cookie, origin } = request.headers
    const site = single(request.headers['sec-fetch-site'])
    refuseOtherSite({ method: request.method, authorization, cookie, origin, site }, options.baseAddress)
  })
  app.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' || reply.hasHeader('content-encoding')) return payload
    if (!acceptsGzip(single(request.headers['accept-encoding']))) return payload
    const smaller = await compressed(payload)
    if (smaller === null) return payload
    void reply.header('content-encoding', 'gzip').header('vary', 'accept-encoding').removeHeader('content-length')
    return smaller
  })
  app.addHook('onResponse', async (request, reply) => {
    const { method, url } = request.routeOptions
    request.log.info({ method, route: url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'answered')
  })
}

function single(header: string | readonly string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : header?.[0]
}

function answerProblems(app: FastifyInstance, { services }: HttpParts): void {
  app.setErrorHandler(async (error, request, reply) => {
    const refusal = refusalOf(error)
    if (refusal === null) request.log.error({ err: error }, 'cannot answer')
    const words = services.wordsIn(languageIn(request))
    const { status, body } = refusal === null ? replyToBug(words, request.id) : replyTo(refusal, words, request.id)
    void reply.header('cache-control', 'no-store').removeHeader('content-disposition')
    return await reply.code(status).type('application/json; charset=utf-8').send(JSON.stringify(body))
  })
}

/** Before anybody is known there is no account to ask, so a problem speaks the caller's language. */
function languageIn(request: FastifyRequest): 'nl' | 'en' {
  const query: unknown = request.query
  const asked = typeof query === 'object' && query !== null && 'language' in query ? query.language : undefined
  return languageOf(asked, request.headers['accept-language'], null)
}

/** What no route answers: a file of the web client, the client's own page, or nothing. */
function answerTheRest(app: FastifyInstance, { options, routes }: HttpParts): void {
  const statics = new Statics(options.web)
  const patterns = routes.map(({ contract }) => ({
    method: contract.method,
    pattern: new RegExp(`^/api${contract.path.replaceAll(/:\w+/g, '[^/]+')}$`),
  }))
  app.setNotFoundHandler(async (request, reply): Promise<FastifyReply> => {
    const path = request.url.split('?')[0] ?? '/'
    if (path === '/api' || path.startsWith('/api/')) {
      const methods = patterns.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method)
      if (methods.length === 0) throw new Refusal('not_found', 'request.no-such-address')
      void reply.header('allow', methods.join(', '))
      throw new Refusal('invalid', 'request.wrong-method', { values: { methods: methods.join(', ') } })
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') throw new Refusal('not_found', 'request.no-such-address')
    if (statics.has(path)) return await statics.send(path, request, reply)
    // A name with an extension is a file that is not there; anything else is an address of the client's router.
    if (/\.\w+$/.test(path) || !statics.has('/index.html')) throw new Refusal('not_found', 'request.no-such-address')
    return await statics.send('/index.html', request, reply)
  })
}
