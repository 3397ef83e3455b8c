/** The five ways in which Waarborg says no. Everything else that is thrown is a bug. */
export type RefusalKind = 'unauthenticated' | 'forbidden' | 'not_found' | 'invalid' | 'conflict'

/** One thing that is wrong with an input: where (`path`, dot-separated; or sheet, row and column) and what (a code that `text/` words). */
export interface Fault {
  readonly path: string
  readonly code: string
  readonly values?: Readonly<Record<string, string | number>>
}

export interface RefusalDetails {
  readonly values?: Readonly<Record<string, string | number>>
  readonly faults?: readonly Fault[]
  /** What the caller needs to go on, for example both versions of a record after a stale save. */
  readonly attached?: unknown
}

/** An expected no. `code` is `noun.reason`; its words are in the module's `text/`. */
export class Refusal extends Error {
  readonly kind: RefusalKind
  readonly code: string
  readonly details: RefusalDetails
  constructor(kind: RefusalKind, code: string, details: RefusalDetails = {}) {
    super(`${kind}: ${code}`)
    this.name = 'Refusal'
    this.kind = kind
    this.code = code
    this.details = details
  }
}

/** What each refusal is called outside: HTTP status and exit code of the command line. */
export const REFUSALS: Readonly<Record<RefusalKind, { readonly http: number; readonly exit: number }>> = {
  unauthenticated: { http: 401, exit: 4 },
  forbidden: { http: 403, exit: 4 },
  not_found: { http: 404, exit: 3 },
  invalid: { http: 422, exit: 2 },
  conflict: { http: 409, exit: 5 },
}
