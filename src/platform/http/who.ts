import { type AnyContract, needsOf } from '../../kernel/contract.ts'
import { may, type Role } from '../../kernel/permission.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Registry } from '../../kernel/registry.ts'
import { findGrant, type Grant } from '../identity/grants.ts'
import type { Identity } from '../identity/identity.ts'
import type { Account } from '../identity/login.ts'
import { bearerOf } from '../identity/tokens.ts'
import type { Channel } from '../store/leaf.ts'
import type { Acting } from '../store/store.ts'

/** Who asks, and how we know. */
export interface Caller {
  readonly account: Account
  readonly channel: Channel
  /** The only grant that a token may use; null for a session, which may use all of its account's. */
  readonly bound: Grant | null
  readonly cookies: readonly string[]
}

/** Null where nobody is signed in. A token that does not count is refused rather than ignored. */
export async function callerOf(identity: Identity, headers: Headers): Promise<Caller | null> {
  const authorization = headers.get('authorization')
  if (authorization !== null) {
    const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1]
    const bearer = token === undefined ? null : await bearerOf(identity, token)
    if (bearer === null) throw new Refusal('unauthenticated', 'token.unknown')
    return { account: bearer.account, channel: 'api', bound: bearer.grant, cookies: [] }
  }
  if (!headers.has('cookie')) return null
  const session = await identity.login.sessionOf(headers)
  return session === null ? null : { account: session.account, channel: 'web', bound: null, cookies: session.cookies }
}

/** What the caller is in the organisation of this slug. Throws not_found to strangers, as if there were no such organisation. */
export async function grantOf(identity: Identity, caller: Caller, slug: string): Promise<Grant> {
  const grant =
    caller.bound === null
      ? await findGrant(identity, caller.account.id, slug)
      : caller.bound.organisation.slug === slug
        ? caller.bound
        : null
  if (grant === null) throw new Refusal('not_found', 'organisation.unknown')
  return grant
}

export function actingAs(grant: Grant, channel: Channel): Acting {
  return { id: grant.actor, roles: grant.roles, person: grant.person, behalf: null, channel }
}

/** Whether somebody with these roles may call this endpoint. Throws forbidden. */
export function checkNeeds(contract: AnyContract, roles: readonly Role[], registry: Registry): void {
  const needs = needsOf(contract)
  if (needs === 'anybody' || needs === 'account' || needs === 'member') return
  if (needs === 'administrator') {
    if (roles.includes('administrator')) return
    throw new Refusal('forbidden', 'permission.role')
  }
  const access = needs.register === undefined ? {} : registry.get(needs.register).access
  const decision = may({ roles, person: null }, needs.verb, access)
  if (!decision.ok) throw new Refusal('forbidden', `permission.${decision.why}`)
}
