import type { z } from 'zod'
import { addMonths, daysBetween } from '../../kernel/calendar.ts'
import type { AsOfMode } from '../../kernel/isms.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { CalendarDate } from '../../kernel/register.ts'
import type { Stage } from '../../kernel/rule.ts'
import { lastFieldChanges } from '../../platform/store/read.ts'
import { stateAt } from '../../platform/store/state.ts'
import type { Context } from '../../platform/store/store.ts'
import { rules } from '../../rules.gen.ts'
import type { ReadinessReply, readForecast } from './contract.ts'
import type { Answer } from './domain/answer.ts'
import { changesWanted, datedAnswer } from './domain/changes.ts'
import type { RuleSet } from './domain/day.ts'
import { evaluate } from './domain/evaluate.ts'
import { forecast as forecastOf } from './domain/forecast.ts'
import { RULE_SET_VERSION } from './domain/rule-set.ts'
import { worldOf } from './domain/world-of.ts'

const RULE_SET: RuleSet = { version: RULE_SET_VERSION, rules }

export interface ReadinessQuestion {
  readonly stage: Stage
  /** Today, unless told. */
  readonly at?: CalendarDate | undefined
  readonly mode?: AsOfMode | undefined
}

/** What an auditor would be expected to write down; where no date tells since when, the ledger does. */
export async function readiness(ctx: Context, asked: ReadinessQuestion): Promise<ReadinessReply> {
  mayForesee(ctx)
  const at = asked.at ?? ctx.today()
  const mode = asked.mode ?? 'known'
  const isms = await stateAt(ctx, at, mode)
  const world = worldOf(isms, ctx.registry.registers)
  const answer = evaluate(isms, { at, stage: asked.stage, mode, ruleSet: RULE_SET, world })
  const dated = await withLedger(ctx, answer)
  return { ...dated, statedUntil: ctx.statedUntil, isForecast: at > ctx.today() }
}

async function withLedger(ctx: Context, answer: Answer): Promise<Answer> {
  const ids = changesWanted(answer)
  if (ids.length === 0) return answer
  const changes = await lastFieldChanges(ctx, ids, answer)
  return datedAnswer(answer, (id, field) => changes.get(`${id} ${field}`) ?? null)
}

/** Further ahead than a certificate lasts nothing can be said. */
const LONGEST_FORECAST_DAYS = 3 * 366

/** On which days the expected findings change, from today for a year unless told. */
export async function forecast(
  ctx: Context,
  asked: { readonly stage: Stage; readonly from?: CalendarDate | undefined; readonly to?: CalendarDate | undefined },
): Promise<z.infer<typeof readForecast.reply>> {
  mayForesee(ctx)
  const from = asked.from ?? ctx.today()
  const to = asked.to ?? addMonths(from, 12)
  if (to < from || daysBetween(from, to) > LONGEST_FORECAST_DAYS) throw new Refusal('invalid', 'readiness.stretch')
  const isms = await stateAt(ctx, from, 'known')
  const world = worldOf(isms, ctx.registry.registers)
  const steps = forecastOf({ isms, world, ruleSet: RULE_SET, stage: asked.stage }, from, to)
  return { from, to, ruleSet: RULE_SET.version, steps }
}

/** The forecast is the organisation's own; who comes to conclude for himself is not shown it (DESIGN, fourth idea). */
function mayForesee(ctx: Context): void {
  const { roles } = ctx.actor
  if (roles.length > 0 && roles.every((role) => role === 'external_auditor')) {
    throw new Refusal('forbidden', 'readiness.external-auditor')
  }
}
