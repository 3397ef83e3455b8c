import type { z } from 'zod'
import { type AnyContract, type Contract, isInOrganisation } from '../../kernel/contract.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { faultsOf } from '../../kernel/schema.ts'
import type { Language, Words } from '../../kernel/text.ts'
import type { Files } from '../files.ts'
import type { Grant } from '../identity/grants.ts'
import type { Identity } from '../identity/identity.ts'
import type { Account } from '../identity/login.ts'
import type { Acting, Context, Store } from '../store/store.ts'

/** What endpoints stand on; made once, when the process starts. */
export interface Services {
  readonly store: Store
  readonly identity: Identity
  readonly files: Files
  readonly wordsIn: (language: Language) => Words
  /** Public keys that may have signed checkpoints of the ledgers here. */
  readonly verifierKeys: () => Promise<readonly string[]>
  /** Keeps the public keys that signed the checkpoints of what came from elsewhere. */
  readonly keepVerifierKeys: (keys: readonly string[]) => Promise<void>
}

/** One request, as far as a handler needs to know it. */
export interface Asking {
  readonly services: Services
  readonly language: Language
  readonly words: Words
  /** Null only where anybody may call. */
  readonly account: Account | null
  /** The headers, for the login library. */
  readonly headers: Headers
  /** Adds `Set-Cookie` values to the reply. */
  setCookies(cookies: readonly string[]): void
}

/** A request of somebody who is signed in. */
export interface Signed extends Asking {
  readonly account: Account
  /** The only grant that may be used, where a token asks: it was given for one organisation. */
  readonly bound: Grant | null
}

/** A request inside an organisation, by somebody whom it let in. */
export interface Visit extends Signed {
  readonly grant: Grant
  readonly actor: Acting
  /** Opens a transaction in the organisation, as this actor. */
  within<T>(work: (ctx: Context) => Promise<T>): Promise<T>
}

export interface Input<P, Q, B> {
  readonly params: P
  readonly query: Q
  readonly body: B
}

type InputOf<C extends AnyContract> = Input<z.output<C['params']>, z.output<C['query']>, z.output<C['body']>>
type ReplyOf<C extends AnyContract> = Readable<z.input<C['reply']>>

/** A reply is only read, so what a handler gives may be readonly all through. */
type Readable<T> = T extends Date | Uint8Array | AsyncIterable<unknown>
  ? T
  : T extends readonly (infer Each)[]
    ? readonly Readable<Each>[]
    : T extends object
      ? { readonly [K in keyof T]: Readable<T[K]> }
      : T

type Handle =
  | { readonly kind: 'open'; run(asking: Asking, input: Input<unknown, unknown, unknown>): Promise<unknown> }
  | { readonly kind: 'signed'; run(asking: Signed, input: Input<unknown, unknown, unknown>): Promise<unknown> }
  | { readonly kind: 'visit'; run(asking: Visit, input: Input<unknown, unknown, unknown>): Promise<unknown> }

/** A contract with what answers it. `platform/http/serve.ts` makes the address of it. */
export interface Route {
  readonly contract: AnyContract
  readonly handle: Handle
}

type Answer<T> = T | Promise<T>

/**
 * Binds a contract about one organisation. The handler gets a transaction in that organisation, opened as the one who
 * asks; identity and permission (`contract.needs`) are settled before it runs. It commits when the handler returns.
 */
export function bind<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  contract: Contract<P, Q, B, R>,
  handler: (ctx: Context, input: InputOf<typeof contract>, visit: Visit) => Answer<ReplyOf<typeof contract>>,
): Route {
  return bindVisit(contract, (visit, input) => visit.within(async (ctx) => handler(ctx, input, visit)))
}

/** As `bind`, for work that opens its own transactions (`visit.within`): what is long, or reads a stream first. */
export function bindVisit<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  contract: Contract<P, Q, B, R>,
  handler: (visit: Visit, input: InputOf<typeof contract>) => Answer<ReplyOf<typeof contract>>,
): Route {
  if (!isInOrganisation(contract)) throw new Error(`cannot bind \`${contract.path}\`: it names no organisation`)
  return { contract, handle: { kind: 'visit', run: async (visit, input) => handler(visit, parsed(contract, input)) } }
}

/** Binds a contract about no organisation, for whoever is signed in. */
export function bindAccount<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  contract: Contract<P, Q, B, R>,
  handler: (asking: Signed, input: InputOf<typeof contract>) => Answer<ReplyOf<typeof contract>>,
): Route {
  return {
    contract,
    handle: { kind: 'signed', run: async (asking, input) => handler(asking, parsed(contract, input)) },
  }
}

/** Binds a contract that anybody may call, signed in or not. */
export function bindPublic<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  contract: Contract<P, Q, B, R>,
  handler: (asking: Asking, input: InputOf<typeof contract>) => Answer<ReplyOf<typeof contract>>,
): Route {
  if (contract.needs !== 'anybody') throw new Error(`cannot open \`${contract.path}\`: its contract does not say so`)
  return { contract, handle: { kind: 'open', run: async (asking, input) => handler(asking, parsed(contract, input)) } }
}

/** Parses what came in, once, at the edge. Throws invalid with every fault of path, query and body together. */
function parsed<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  contract: Contract<P, Q, B, R>,
  input: Input<unknown, unknown, unknown>,
): InputOf<typeof contract> {
  const params = contract.params.safeParse(input.params)
  const query = contract.query.safeParse(input.query)
  const body = contract.body.safeParse(input.body)
  // Nothing stands at an address whose id or name cannot exist.
  if (!params.success) throw new Refusal('not_found', 'request.no-such-address')
  if (query.success && body.success) return { params: params.data, query: query.data, body: body.data }
  const faults = [query, body].flatMap(({ error }) => (error === undefined ? [] : faultsOf(error)))
  throw new Refusal('invalid', 'request.invalid', { faults })
}
