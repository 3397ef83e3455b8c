import type { z } from 'zod'
import type { AnyContract } from '../kernel/contract.ts'
import type { RefusalKind } from '../kernel/refusal.ts'
import { type Search, stringifySearch } from './search.ts'

/** One thing wrong with an input, worded by the server in the reader's language. */
export interface WordedFault {
  readonly path: string
  readonly code: string
  readonly message: string
}

/** What went wrong with a call. `kind` is one of the five refusals, `bug` for the server's own faults, `offline` without an answer. */
export class Refused extends Error {
  readonly kind: RefusalKind | 'bug' | 'offline'
  readonly code: string
  readonly faults: readonly WordedFault[]
  readonly attached: unknown
  readonly requestId: string | null
  constructor(kind: Refused['kind'], body: RefusalBody) {
    super(body.message ?? '')
    this.name = 'Refused'
    this.kind = kind
    this.code = body.code ?? kind
    this.faults = body.faults ?? []
    this.attached = body.attached
    this.requestId = body.requestId ?? null
  }
}

interface RefusalBody {
  readonly kind?: string
  readonly code?: string
  readonly message?: string
  readonly faults?: readonly WordedFault[]
  readonly attached?: unknown
  readonly requestId?: string
}

export interface RequestOptions {
  readonly query?: Search
  readonly body?: unknown
  readonly file?: File
  readonly signal?: AbortSignal
}

const KINDS: readonly RefusalKind[] = ['unauthenticated', 'forbidden', 'not_found', 'invalid', 'conflict']
const KIND_BY_STATUS: Readonly<Record<number, RefusalKind>> = {
  400: 'invalid',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  413: 'invalid',
  422: 'invalid',
}

/** Calls the server below `/api`; gives its reply, or throws a `Refused`. */
export async function request<Reply>(method: string, path: string, options: RequestOptions = {}): Promise<Reply> {
  const response = await send(method, path, options)
  const text = await response.text()
  const body: unknown = text === '' ? null : parse(text)
  if (!response.ok) throw refusedBy(response.status, body)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the edge: our own server answers by the declarations this client was built from
  return body as Reply
}

async function send(method: string, path: string, options: RequestOptions): Promise<Response> {
  const headers = new Headers({ accept: 'application/json', 'accept-language': document.documentElement.lang })
  if (options.file !== undefined) {
    headers.set('content-type', options.file.type || 'application/octet-stream')
    headers.set('x-file-name', encodeURIComponent(options.file.name))
  } else if (options.body !== undefined) headers.set('content-type', 'application/json')
  const body = options.file ?? (options.body === undefined ? null : JSON.stringify(options.body))
  try {
    return await fetch(`/api${path}${stringifySearch(options.query ?? {})}`, {
      method,
      headers,
      body,
      signal: options.signal ?? null,
    })
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new Refused('offline', {})
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function refusedBy(status: number, body: unknown): Refused {
  const said: RefusalBody = typeof body === 'object' && body !== null ? body : {}
  const kind = KINDS.find((known) => known === said.kind) ?? KIND_BY_STATUS[status] ?? 'bug'
  return new Refused(kind, said)
}

/** What a contract answers: taken as a type, so that no page carries the contract's checks along. */
export type ReplyOf<C extends AnyContract> = z.output<C['reply']>
export type BodyOf<C extends AnyContract> = z.input<C['body']>
