import { Refusal } from '../../kernel/refusal.ts'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

export interface Origins {
  readonly method: string
  /** `Authorization`: a token that a program sends on purpose, which no browser adds by itself. */
  readonly authorization: string | undefined
  readonly cookie: string | undefined
  readonly origin: string | undefined
  /** `Sec-Fetch-Site` (Fetch Metadata): set by the browser, out of reach of scripts. */
  readonly site: string | undefined
}

/**
 * Refuses a change that another site makes a signed-in browser send. The attacker is any page that the person has open;
 * `SameSite=Lax` on the cookie is the first line, this is the second.
 */
export function refuseOtherSite(headers: Origins, baseAddress: string): void {
  if (SAFE.has(headers.method) || headers.authorization !== undefined) return
  const home = new URL(baseAddress).origin
  const isForeign =
    (headers.site !== undefined && headers.site !== 'same-origin') ||
    (headers.origin !== undefined && headers.origin !== home) ||
    (headers.site === undefined && headers.origin === undefined && headers.cookie !== undefined)
  if (isForeign) throw new Refusal('forbidden', 'request.other-site', { values: { address: home } })
}
