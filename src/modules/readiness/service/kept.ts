import type { Stage } from '../../../kernel/rule.ts'
import type { Context, Store } from '../../../platform/store/store.ts'
import type { Kept } from '../domain/day.ts'

/**
 * What the rules last said of each organisation's present, by stage. Owned by the store that it came from and gone with
 * it; the store may not know what a rule is, so it is held from here.
 */
const JUDGEMENTS = new WeakMap<Store, Map<string, Kept>>()

/** As many as the store keeps states of organisations, each in four stages: the least recently asked for goes first. */
const MOST_KEPT = 80

export function lastKept(ctx: Context, stage: Stage): Kept | null {
  return JUDGEMENTS.get(ctx.store)?.get(keyOf(ctx, stage)) ?? null
}

/** INVARIANT: only what is committed is kept; a transaction that wrote may yet roll back. */
export function keep(ctx: Context, stage: Stage, kept: Kept): void {
  if (ctx.written.entries > 0) return
  const known = JUDGEMENTS.get(ctx.store) ?? new Map<string, Kept>()
  JUDGEMENTS.set(ctx.store, known)
  known.delete(keyOf(ctx, stage))
  known.set(keyOf(ctx, stage), kept)
  const oldest = known.keys().next()
  if (known.size > MOST_KEPT && oldest.done !== true) known.delete(oldest.value)
}

function keyOf(ctx: Context, stage: Stage): string {
  return `${ctx.organisation} ${stage}`
}
