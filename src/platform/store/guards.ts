import type { AnyRecord } from '../../kernel/isms.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { presentState } from './state.ts'
import type { Context } from './store.ts'

/** Asks the modules whether the act may happen now; a no becomes a conflict with the module's code. */
export async function checkGuards(
  ctx: Context,
  input: { readonly register: string; readonly act: string },
  record: AnyRecord,
): Promise<void> {
  const guards = ctx.store.guards.filter(({ register, act }) => register === input.register && act === input.act)
  if (guards.length === 0) return
  const isms = await presentState(ctx)
  for (const { decide } of guards) {
    const decision = decide(record, { isms, person: ctx.actor.person })
    if (!decision.ok) throw new Refusal('conflict', decision.why)
  }
}
