import type { GuardDecision } from '../../../kernel/module.ts'
import { may, type Verb } from '../../../kernel/permission.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { RecordId, Register } from '../../../kernel/register.ts'
import type { Context } from '../../../platform/store/store.ts'

/** Whoever may make a record may not change every record: a form that writes over one asks for that as well. */
export function demandUpdate(ctx: Context, register: Register, ownedBy: RecordId | null): void {
  const decision = may(ctx.actor, 'update', register.access, ownedBy)
  if (!decision.ok) throw new Refusal('forbidden', `permission.${decision.why}`)
}

/** Whether the actor may do this to any record of the register, as a page is told. */
export function allowed(ctx: Context, verb: Verb, register: Register): GuardDecision {
  const decision = may(ctx.actor, verb, register.access)
  return decision.ok ? decision : { ok: false, why: `permission.${decision.why}` }
}

/** The same of a word in somebody's own name: it asks for a person of the ISMS behind the account. */
export function allowedToSign(ctx: Context, verb: Verb, register: Register): GuardDecision {
  const decision = allowed(ctx, verb, register)
  return decision.ok && ctx.actor.person === null ? { ok: false, why: 'approval.no-person' } : decision
}
