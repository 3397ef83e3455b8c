import { z } from 'zod'
import type { Verb } from './permission.ts'

/**
 * Who may call an endpoint: anybody at all; whoever is signed in; every member of the organisation; its administrators;
 * or whoever may do this in this register (in registers at large where none is named).
 */
export type Needs =
  | 'anybody'
  | 'account'
  | 'member'
  | 'administrator'
  | { readonly verb: Verb; readonly register?: string }

/** What an endpoint gives where it gives no JSON: a file to keep. */
export interface FileReply {
  readonly name: string
  /** Its media type. */
  readonly type: string
  /** Whole, or in pieces where it may be too large for memory. */
  readonly bytes: Uint8Array | AsyncIterable<Uint8Array>
  /** Whether a browser may show it instead of keeping it; only for types in which nothing runs. */
  readonly isShown?: boolean
}

function isFileReply(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'bytes' in value && 'type' in value
}

/** The `reply` of a contract that gives a file. */
export const fileReply: z.ZodType<FileReply> = z.custom<FileReply>(isFileReply)

/** What an endpoint takes where it takes no JSON: the bytes of one file, as they come in. */
export interface FileBody {
  /** As the sender calls it (`X-File-Name`, percent-encoded). */
  readonly name: string
  readonly bytes: AsyncIterable<Uint8Array>
}

function isFileBody(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'bytes' in value && 'name' in value
}

/** The `body` of a contract that takes a file. */
export const fileBody: z.ZodType<FileBody> = z.custom<FileBody>(isFileBody)

/** The `params`, `query` or `body` of a contract that asks for nothing there. */
export const nothing: z.ZodType<object> = z.object({})
/** The `body` of a contract that is called without one. */
export const noBody: z.ZodType<null | undefined> = z.null().optional()
/** The `reply` of a contract that answers with 204 and says nothing. */
export const noReply: z.ZodType<undefined> = z.undefined()

/**
 * One endpoint beyond those that the declarations give: path, input and reply in one value, from which the server's
 * route, the OpenAPI document, the web client and the command line are derived.
 * Paths start below `/api`; `:organisation` is the slug of the organisation that the call is about.
 */
export interface Contract<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  /** One English sentence for the API documentation. */
  readonly summary: string
  readonly params: P
  readonly query: Q
  readonly body: B
  readonly reply: R
  /**
   * Unless told: below an organisation, reading needs `read` and writing needs `update` in registers at large; elsewhere
   * one has to be signed in.
   */
  readonly needs?: Needs
}

export type AnyContract = Contract<z.ZodType, z.ZodType, z.ZodType, z.ZodType>

/** Gives the contract as it is; exists so that its four types are inferred. */
export function contract<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  value: Contract<P, Q, B, R>,
): Contract<P, Q, B, R> {
  return value
}

const IN_ORGANISATION = '/organisations/:organisation/'

/** Whether the endpoint is about one organisation, whose slug stands in its path. */
export function isInOrganisation(of: Pick<AnyContract, 'path'>): boolean {
  return of.path.startsWith(IN_ORGANISATION)
}

/** Who may call it, with what is meant where nothing is said. */
export function needsOf(of: Pick<AnyContract, 'path' | 'method' | 'needs'>): Needs {
  if (of.needs !== undefined) return of.needs
  if (!isInOrganisation(of)) return 'account'
  return { verb: of.method === 'GET' ? 'read' : 'update' }
}
