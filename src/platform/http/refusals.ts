import { type Fault, REFUSALS, Refusal } from '../../kernel/refusal.ts'
import type { TextValues, Words } from '../../kernel/text.ts'

/** What goes out when the answer is no, or when there is a bug. */
export interface RefusalReply {
  readonly status: number
  readonly body: {
    readonly kind: string
    readonly code: string
    readonly message: string
    readonly values: Readonly<Record<string, string | number>>
    readonly faults: readonly { readonly path: string; readonly code: string; readonly message: string }[]
    readonly attached: unknown
    readonly requestId: string
  }
}

/** Refusals of the transport that HTTP has a status of its own for. */
const STATUSES: Readonly<Record<string, number>> = {
  'request.too-large': 413,
  'request.not-json': 415,
  'request.wrong-method': 405,
  'account.too-many-attempts': 429,
}

/** What the web framework and the database say in codes of their own, as refusals. Anything else is a bug. */
const KNOWN: Readonly<Record<string, () => Refusal>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: () => new Refusal('invalid', 'request.too-large'),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () => new Refusal('invalid', 'request.not-json'),
  FST_ERR_CTP_INVALID_JSON_BODY: () => new Refusal('invalid', 'request.bad-json'),
  FST_ERR_CTP_EMPTY_JSON_BODY: () => new Refusal('invalid', 'request.bad-json'),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: () => new Refusal('invalid', 'request.bad-json'),
  // PostgreSQL's disk_full; the transaction was rolled back, so nothing is half there.
  '53100': () => new Refusal('conflict', 'server.disk-full'),
  // deadlock_detected and serialization_failure: another save was in the way; trying again helps.
  '40P01': () => new Refusal('conflict', 'server.busy'),
  '40001': () => new Refusal('conflict', 'server.busy'),
}

/** The refusal in an error, or null for a bug. */
export function refusalOf(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error
  if (!(error instanceof Error)) return null
  if (error instanceof SyntaxError && 'statusCode' in error) return new Refusal('invalid', 'request.bad-json')
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return Object.hasOwn(KNOWN, code) ? (KNOWN[code]?.() ?? null) : null
}

export function replyTo(refusal: Refusal, words: Words, requestId: string): RefusalReply {
  const { kind, code, details } = refusal
  return {
    status: STATUSES[code] ?? REFUSALS[kind].http,
    body: {
      kind,
      code,
      message: worded(words, `refusal.${code}`, details.values, kind),
      values: details.values ?? {},
      faults: (details.faults ?? []).map((fault) => wordedFault(words, fault)),
      attached: details.attached ?? null,
      requestId,
    },
  }
}

export function replyToBug(words: Words, requestId: string): RefusalReply {
  const message = words('refusal.server.bug', { requestId })
  const body = { kind: 'bug', code: 'server.bug', message, values: {}, faults: [], attached: null, requestId }
  return { status: 500, body }
}

function wordedFault(words: Words, { path, code, values }: Fault): RefusalReply['body']['faults'][number] {
  return { path, code, message: worded(words, `fault.${code}`, values, 'invalid') }
}

/** A code without words is found by a test, not by the person who meets it: he gets the sentence of the kind. */
function worded(words: Words, key: string, values: TextValues | undefined, kind: string): string {
  try {
    return words(key, values)
  } catch {
    return words(`refusal.${kind}`)
  }
}
