import type { z } from 'zod'

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
}

export type AnyContract = Contract<z.ZodType, z.ZodType, z.ZodType, z.ZodType>

/** Gives the contract as it is; exists so that its four types are inferred. */
export function contract<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  value: Contract<P, Q, B, R>,
): Contract<P, Q, B, R> {
  return value
}
