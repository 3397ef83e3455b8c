import { may } from '../../../kernel/permission.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { RecordId, Register } from '../../../kernel/register.ts'
import type { Context } from '../../../platform/store/store.ts'

/** Whoever may make a record may not change every record: a form that writes over one asks for that as well. */
export function demandUpdate(ctx: Context, register: Register, ownedBy: RecordId | null): void {
  const decision = may(ctx.actor, 'update', register.access, ownedBy)
  if (!decision.ok) throw new Refusal('forbidden', `permission.${decision.why}`)
}
