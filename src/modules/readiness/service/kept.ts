import type { Stage } from '../../../kernel/rule.ts'
import type { Context, Store } from '../../../platform/store/store.ts'
import type { Kept } from '../domain/day.ts'
import type { TrendStep } from '../domain/trend.ts'

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
  keepNewest(known, keyOf(ctx, stage), kept)
}

function keepNewest<V>(known: Map<string, V>, key: string, value: V): void {
  known.delete(key)
  known.set(key, value)
  const oldest = known.keys().next()
  if (known.size > MOST_KEPT && oldest.done !== true) known.delete(oldest.value)
}

function keyOf(ctx: Context, stage: Stage): string {
  return `${ctx.organisation} ${stage}`
}

/** Steps of days that are over, and the size of the ledger when they were read. */
interface StepsKept {
  readonly steps: readonly TrendStep[]
  readonly size: number
}

/** What was seen of stretches of the past; owned by the store, as the judgements are. */
const PAST = new WeakMap<Store, Map<string, StepsKept>>()

/** The steps of a stretch that is over, as they were kept; null where none were, or somebody was erased since. */
export async function stepsKept(ctx: Context, key: string): Promise<readonly TrendStep[] | null> {
  const known = PAST.get(ctx.store)?.get(key)
  if (known === undefined) return null
  // The past is never written anew, but an erased body is not there any more: without it a rule may say something else.
  const { rows } = await ctx.tx.query(
    `select 1 from ledger_entry where organisation = $1 and sequence > $2 and personal_hash is not null and personal is null limit 1`,
    [ctx.organisation, known.size],
  )
  return rows.length === 0 ? known.steps : null
}

export function keepSteps(ctx: Context, key: string, { steps, size }: StepsKept): void {
  if (ctx.written.entries > 0) return
  const known = PAST.get(ctx.store) ?? new Map<string, StepsKept>()
  PAST.set(ctx.store, known)
  keepNewest(known, key, { steps, size })
}
