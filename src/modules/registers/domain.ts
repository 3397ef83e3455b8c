import type { AnyRecord } from '../../kernel/isms.ts'
import { type Access, type Actor, type Decision, may, type Verb } from '../../kernel/permission.ts'
import type { Register, Transition } from '../../kernel/register.ts'

/** How much of a register somebody may read: all of it, the records that are his, or nothing. */
export type Reach = 'all' | 'own' | 'none'

export function reachOf(actor: Actor, register: Pick<Register, 'access' | 'owner'>): Reach {
  if (may(actor, 'read', register.access).ok) return 'all'
  const ofMine = may(actor, 'read', register.access, actor.person)
  return register.owner !== null && actor.person !== null && ofMine.ok ? 'own' : 'none'
}

/** The person who answers for a record, by the register's declaration. */
export function ownerOf(register: Pick<Register, 'owner'>, record: AnyRecord): string | null {
  const owner = register.owner === null ? null : record[register.owner]
  return typeof owner === 'string' ? owner : null
}

/** What a transition is, as a permission: a decision of the organisation, an end, or a change like any other. */
export function verbOf(register: Pick<Register, 'states'>, step: Transition): Verb {
  if (step.isApproval) return 'approve'
  return register.states.ended.includes(step.to) ? 'retire' : 'update'
}

export function mayDo(
  actor: Actor,
  verb: Verb,
  register: { readonly access: Access; readonly owner: string | null },
  record: AnyRecord | null,
): Decision {
  return may(actor, verb, register.access, record === null ? null : ownerOf(register, record))
}
