/**
 * What somebody is in an organisation. Roles come from the grant of an account in that organisation; they add up.
 * The administrator looks after accounts and settings and says nothing about the ISMS itself.
 */
export const ROLES = [
  'administrator',
  'coordinator',
  'top_management',
  'owner',
  'employee',
  'internal_auditor',
  'consultant',
  'external_auditor',
  'reader',
] as const
export type Role = (typeof ROLES)[number]

export type Verb = 'read' | 'create' | 'update' | 'retire' | 'approve'

/** Who may do what in one register. What is not said follows `DEFAULT_ACCESS`. */
export type Access = {
  readonly [V in Verb]?: readonly Role[]
} & {
  /** Verbs that the role `owner` may do on the records that he owns, and an `employee` on what is his. */
  readonly own?: readonly Verb[]
  /** Verbs that are a decision of the organisation in this register, as creating an approval is: refused to a consultant. */
  readonly approving?: readonly Verb[]
}

export const DEFAULT_ACCESS = {
  read: ['coordinator', 'top_management', 'owner', 'internal_auditor', 'consultant', 'external_auditor', 'reader'],
  create: ['coordinator', 'owner', 'consultant'],
  update: ['coordinator', 'consultant'],
  retire: ['coordinator'],
  approve: ['top_management', 'coordinator'],
  own: ['read', 'update', 'approve'],
  approving: [],
} as const satisfies Required<Access>

/** Who acts: the roles in this organisation, and the person of the ISMS that the account is linked to, if any. */
export interface Actor {
  readonly roles: readonly Role[]
  readonly person: string | null
}

export type Decision = { readonly ok: true } | { readonly ok: false; readonly why: 'role' | 'consultant' }

/** Whether the verb is a decision of the organisation in a register with this access. */
export function isApproving(verb: Verb, access: Access): boolean {
  return verb === 'approve' || (access.approving?.includes(verb) ?? false)
}

/**
 * May somebody with these roles do this in a register with this access, to a record with this owner?
 * INVARIANT: a consultant prepares and never approves, whatever other roles he was given (DESIGN, fourth idea).
 */
export function may(actor: Actor, verb: Verb, access: Access, ownedBy: string | null = null): Decision {
  if (isApproving(verb, access) && actor.roles.includes('consultant')) return { ok: false, why: 'consultant' }
  const allowed: readonly Role[] = access[verb] ?? DEFAULT_ACCESS[verb]
  if (actor.roles.some((role) => allowed.includes(role))) return { ok: true }
  const own = access.own ?? DEFAULT_ACCESS.own
  const owns = ownedBy !== null && ownedBy === actor.person
  const mayOwn = actor.roles.some((role) => role === 'owner' || role === 'employee')
  return owns && mayOwn && own.includes(verb) ? { ok: true } : { ok: false, why: 'role' }
}
