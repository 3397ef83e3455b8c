import { addMonths } from '../../../kernel/calendar.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { CalendarDate } from '../../../kernel/register.ts'
import type { Stage } from '../../../kernel/rule.ts'
import { eachDay, presentState, sequenceAt, stateUpTo } from '../../../platform/store/state.ts'
import type { Context } from '../../../platform/store/store.ts'
import type { TrendReply } from '../contract.ts'
import { trendFrom } from '../domain/trend.ts'
import { caseOf, demandStretch, firstDay, mayForesee } from './asking.ts'

export interface TrendAsked {
  readonly stage: Stage
  readonly from?: CalendarDate | undefined
  readonly to?: CalendarDate | undefined
  readonly ruleSet?: string | undefined
}

/** The days of the past year, or another stretch of the past, on which the answer changed: each as known on that day. */
export async function trend(ctx: Context, asked: TrendAsked): Promise<TrendReply> {
  mayForesee(ctx)
  const to = asked.to ?? ctx.today()
  const from = await begin(ctx, asked.from ?? addMonths(to, -12), to)
  demandStretch(from, to)
  const first = await sequenceAt(ctx, from)
  const last = await sequenceAt(ctx, to)
  const begun = first === null ? await presentState(ctx) : await stateUpTo(ctx, first)
  const walk = trendFrom()
  walk.reach(caseOf(ctx, begun, asked.stage, asked.ruleSet), from)
  if (first !== null) {
    const upTo = last ?? (await presentState(ctx)).sequence
    await eachDay(ctx, begun, upTo, (day, isms) => walk.reach(caseOf(ctx, isms, asked.stage), day))
  }
  walk.pass(to)
  return { stage: asked.stage, from, to, ruleSet: caseOf(ctx, begun, asked.stage).ruleSet.version, steps: walk.steps() }
}

/** A stretch that begins before the ledger does begins with it; one that ends before it says nothing. */
async function begin(ctx: Context, from: CalendarDate, to: CalendarDate): Promise<CalendarDate> {
  if (to > ctx.today()) throw new Refusal('invalid', 'readiness.not-past', { values: { to } })
  const first = await firstDay(ctx, 'known')
  if (first === null || from >= first) return from
  if (to < first) throw new Refusal('invalid', 'readiness.before-start', { values: { at: to, first } })
  return first
}
