import { addDays, addMonths } from '../../../kernel/calendar.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { CalendarDate } from '../../../kernel/register.ts'
import type { Stage } from '../../../kernel/rule.ts'
import { eachDay, presentState, sequenceAt, stateUpTo } from '../../../platform/store/state.ts'
import type { Context } from '../../../platform/store/store.ts'
import { stageNext } from '../../audits/domain/held.ts'
import type { TrendReply } from '../contract.ts'
import { type TrendStep, trendFrom } from '../domain/trend.ts'
import { caseOf, demandStretch, firstDay, mayForesee, ruleSet } from './asking.ts'
import { keepSteps, lastKept, stepsKept } from './kept.ts'

export interface TrendAsked {
  /** That of the audit that comes next, unless told. */
  readonly stage?: Stage | undefined
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
  const stage = asked.stage ?? stageNext(await presentState(ctx), to)
  const { version } = ruleSet(asked.ruleSet)
  // Today is still being written; the days before it are over, and a year of them takes seconds.
  const yesterday = addDays(ctx.today(), -1)
  if (to < ctx.today()) return { stage, from, to, ruleSet: version, steps: await pastSteps(ctx, stage, { from, to }) }
  const before = from > yesterday ? [] : await pastSteps(ctx, stage, { from, to: yesterday })
  const walk = trendFrom({ steps: before, kept: lastKept(ctx, stage) })
  const isTouched = (await sequenceAt(ctx, yesterday)) !== null
  walk.reach(caseOf(ctx, await presentState(ctx), stage), to, isTouched ? 'record' : 'time')
  return { stage, from, to, ruleSet: version, steps: walk.steps() }
}

interface Stretch {
  readonly from: CalendarDate
  readonly to: CalendarDate
}

/** The steps of days that are over: read once and kept. */
async function pastSteps(ctx: Context, stage: Stage, { from, to }: Stretch): Promise<readonly TrendStep[]> {
  const key = [ctx.organisation, ctx.timeZone, stage, from, to].join(' ')
  const known = await stepsKept(ctx, key)
  if (known !== null) return known
  const { sequence: size } = await presentState(ctx)
  const steps = await walked(ctx, stage, { from, to })
  keepSteps(ctx, key, { steps, size })
  return steps
}

async function walked(ctx: Context, stage: Stage, { from, to }: Stretch): Promise<readonly TrendStep[]> {
  const first = await sequenceAt(ctx, from)
  const last = await sequenceAt(ctx, to)
  const begun = first === null ? await presentState(ctx) : await stateUpTo(ctx, first)
  const walk = trendFrom()
  walk.reach(caseOf(ctx, begun, stage), from, 'record')
  if (first !== null) {
    const upTo = last ?? (await presentState(ctx)).sequence
    await eachDay(ctx, begun, upTo, (day, isms) => walk.reach(caseOf(ctx, isms, stage), day, 'record'))
  }
  walk.pass(to)
  return walk.steps()
}

/** A stretch that begins before the ledger does begins with it; one that ends before it says nothing. */
async function begin(ctx: Context, from: CalendarDate, to: CalendarDate): Promise<CalendarDate> {
  if (to > ctx.today()) throw new Refusal('invalid', 'readiness.not-past', { values: { to } })
  const first = await firstDay(ctx, 'known')
  if (first === null || from >= first) return from
  if (to < first) throw new Refusal('invalid', 'readiness.before-start', { values: { at: to, first } })
  return first
}
