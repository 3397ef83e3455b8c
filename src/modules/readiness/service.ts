import { addMonths } from '../../kernel/calendar.ts'
import type { AsOfMode } from '../../kernel/isms.ts'
import type { CalendarDate } from '../../kernel/register.ts'
import type { Stage } from '../../kernel/rule.ts'
import { stateAt } from '../../platform/store/state.ts'
import type { Context } from '../../platform/store/store.ts'
import { stageNext } from '../audits/domain/held.ts'
import type { ForecastReply, ReadinessReply } from './contract.ts'
import { allFindings, changesWanted, datedAnswer } from './domain/changes.ts'
import { type Case, dayOf } from './domain/day.ts'
import { evaluateFrom } from './domain/evaluate.ts'
import { sightOf } from './domain/expected.ts'
import { refOf } from './domain/finding.ts'
import { forecast as forecastOf } from './domain/forecast.ts'
import { caseOf, demandKnown, demandStretch, lastChangeOf, mayForesee } from './service/asking.ts'
import { keep, lastKept } from './service/kept.ts'
import { withSeen } from './service/seen.ts'

export interface ReadinessQuestion {
  /** That of the audit that comes next, unless told. */
  readonly stage?: Stage | undefined
  /** Today, unless told. */
  readonly at?: CalendarDate | undefined
  readonly mode?: AsOfMode | undefined
  /** Only the newest is kept: another is refused. */
  readonly ruleSet?: string | undefined
}

/** What an auditor would be expected to write down; where no date tells since when, the ledger does. */
export async function readiness(ctx: Context, asked: ReadinessQuestion): Promise<ReadinessReply> {
  mayForesee(ctx)
  const at = asked.at ?? ctx.today()
  const mode = asked.mode ?? 'known'
  await demandKnown(ctx, at, mode)
  const isms = await stateAt(ctx, at, mode)
  const stage = asked.stage ?? stageNext(isms, at)
  const about = caseOf(ctx, isms, stage, asked.ruleSet)
  const isPresent = mode === 'known' && at === ctx.today()
  const { answer, kept } = evaluateFrom(isms, { ...about, at, mode }, isPresent ? lastKept(ctx, stage) : null)
  if (isPresent) keep(ctx, stage, kept)
  const start = about.world.plan.ismsStart
  const lastChange = await lastChangeOf(ctx, changesWanted(allFindings(answer)), { at, mode, start })
  const dated = datedAnswer(answer, lastChange)
  const seen = await withSeen(ctx, about, allFindings(dated))
  return {
    ...dated,
    major: dated.major.map(seen),
    minor: dated.minor.map(seen),
    ofi: dated.ofi.map(seen),
    known: dated.known.map(seen),
    preview: dated.preview.map(seen),
    statedUntil: ctx.statedUntil,
    isForecast: at > ctx.today(),
  }
}

export interface ForecastAsked {
  /** That of the audit that comes next, unless told. */
  readonly stage?: Stage | undefined
  readonly from?: CalendarDate | undefined
  readonly to?: CalendarDate | undefined
  readonly months?: number | undefined
  readonly ruleSet?: string | undefined
}

/** On which days the expected findings change if nobody acts, from today for a year unless told, and what each audit finds. */
export async function forecast(ctx: Context, asked: ForecastAsked): Promise<ForecastReply> {
  mayForesee(ctx)
  const from = asked.from ?? ctx.today()
  const to = asked.to ?? addMonths(from, asked.months ?? 12)
  demandStretch(from, to)
  await demandKnown(ctx, from, 'known')
  const isms = await stateAt(ctx, from, 'known')
  const stage = asked.stage ?? stageNext(isms, from)
  const about = caseOf(ctx, isms, stage, asked.ruleSet)
  return {
    stage,
    from,
    to,
    ruleSet: about.ruleSet.version,
    sequence: isms.sequence,
    steps: forecastOf(about, from, to),
    audits: about.world.audits
      .filter(({ firstDay }) => firstDay >= from && firstDay <= to)
      .map((planned) => auditOf(about, planned)),
  }
}

/** An audit to come finds what is expected in its own stage on its first day. */
function auditOf(about: Case, planned: Case['world']['audits'][number]): ForecastReply['audits'][number] {
  const then = { ...about, stage: planned.stage }
  const { expected } = sightOf(then, dayOf(then, planned.firstDay))
  const named = planned.audit === null ? null : refOf(about, planned.audit)
  return {
    ...expected,
    stage: planned.stage,
    audit: named === null ? null : { id: named.id, number: named.number, title: named.title },
    lastDay: planned.lastDay,
  }
}
