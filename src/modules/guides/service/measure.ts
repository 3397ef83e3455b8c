import type { z } from 'zod'
import type { AsOfMode, Isms } from '../../../kernel/isms.ts'
import type { JsonObject } from '../../../kernel/json.ts'
import { type Moment, momentOf } from '../../../kernel/moment.ts'
import { may } from '../../../kernel/permission.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { CalendarDate } from '../../../kernel/register.ts'
import type { Words } from '../../../kernel/text.ts'
import { type ChangeInput, change, changeAll } from '../../../platform/store/change.ts'
import { presentState, stateAt } from '../../../platform/store/state.ts'
import type { Context } from '../../../platform/store/store.ts'
import { action } from '../../actions/register.ts'
import { isAnswered, isOutside, lookedAt } from '../../objectives/domain.ts'
import { evaluationReport } from '../../objectives/registers/evaluation-report.ts'
import { type Measurement, measurement } from '../../objectives/registers/measurement.ts'
import { type Metric, metric } from '../../objectives/registers/metric.ts'
import { type Objective, objective } from '../../objectives/registers/objective.ts'
import { demand } from '../../registers/service/access.ts'
import { titlesIn } from '../../statements/service/read.ts'
import type { addReading, readMeasureGuide, shareObjectives, writeEvaluation } from '../contract/measure.ts'
import { isFresh, isReviewLate, measuringOf, newestReport } from '../domain/measuring.ts'
import { metricsIn, objectivesIn } from '../domain/objectives.ts'
import { demandUpdate } from './demand.ts'

type Reply = z.input<typeof readMeasureGuide.reply>

export async function measureGuide(
  ctx: Context,
  asked: { readonly at?: CalendarDate | undefined; readonly mode: AsOfMode },
): Promise<Reply> {
  const at = asked.at ?? ctx.today()
  const isms = await stateAt(ctx, at, asked.mode)
  const moment = momentOf(at)
  const goals = objectivesIn(isms).filter(({ state }) => state === 'active')
  const metrics = metricsIn(isms).map((one) => metricReply(isms, one, { goals, moment }))
  const report = newestReport(isms, moment)
  const last = metrics.flatMap(({ readings }) => readings[0] ?? [])
  const named = [...metrics.map(({ whoMeasures }) => whoMeasures), report?.by ?? null].filter((id) => id !== null)
  return {
    at,
    metrics,
    report:
      report === null
        ? null
        : { id: report.id, number: report.number, at: report.at, by: report.by, isFresh: isFresh(report, moment) },
    counts: {
      measured: last.length,
      total: metrics.length,
      outside: last.filter((one) => one.isOutside).length,
      goals: goals.length,
    },
    objectives: goals.map((one) => goalReply(ctx, one, moment)),
    can: {
      measure: may(ctx.actor, 'create', measurement.access).ok,
      evaluate: may(ctx.actor, 'create', evaluationReport.access).ok,
    },
    titles: titlesIn(isms, ctx.registry, [...new Set(named)]),
  }
}

/** So many readings show where it is going. */
const SHOWN = 6

interface Around {
  readonly goals: readonly Objective[]
  readonly moment: Moment
}

function metricReply(isms: Isms, one: Metric, { goals, moment }: Around): Reply['metrics'][number] {
  const { id, number, title, method, unit, limitLow, limitHigh, whoMeasures } = one
  const { readings, due, asks } = measuringOf(isms, one, moment)
  return {
    id,
    number,
    title,
    method,
    unit,
    limitLow,
    limitHigh,
    whoMeasures,
    due,
    asks,
    readings: readings.slice(0, SHOWN).map((each) => readingReply(isms, one, each)),
    goals: goals
      .filter((goal) => goal.metric === id)
      .map((goal) => ({ id: goal.id, title: goal.title, target: goal.target, targetDate: goal.targetDate })),
  }
}

function readingReply(isms: Isms, of: Metric, one: Measurement): Reply['metrics'][number]['readings'][number] {
  const { id, version, at, value, conclusion, evaluatedAt } = one
  const isOut = isOutside(of, value)
  return { id, version, at, value, conclusion, evaluatedAt, isOutside: isOut, isAnswered: isAnswered(isms, one) }
}

function goalReply(ctx: Context, one: Objective, moment: Moment): Reply['objectives'][number] {
  const { id, version, number, title, communicatedAt, communicatedTo, responsible } = one
  return {
    id,
    version,
    number,
    title,
    communicatedAt,
    communicatedTo,
    reviewedAt: lookedAt(one),
    isTold: moment.reached(communicatedAt),
    isReviewLate: isReviewLate(one, moment),
    canEdit: may(ctx.actor, 'update', objective.access, responsible).ok,
  }
}

/** The reading stands on the name of whoever wrote it; a value outside its limits may bring work along. */
export async function takeReading(
  ctx: Context,
  { metric: of, reading: seen, value, at, conclusion, followUp }: z.infer<typeof addReading.body>,
  words: Words,
): Promise<z.input<typeof addReading.reply>> {
  const isms = await presentState(ctx)
  const measured = isms.find(metric, of)
  if (measured?.state !== 'active') throw new Refusal('not_found', 'record.unknown')
  if (at > ctx.today()) throw new Refusal('invalid', 'guide.reading-ahead')
  const standing = standingOf(ctx, isms, { of, seen })
  // Whoever may write a reading may not give everybody work: that asks for the permission of the action.
  if (followUp !== null) demand(ctx, 'create', action, null)
  const work = followUp === null ? [] : [workInput(ctx.newId(), followUp, measured, words)]
  const set = {
    metric: of,
    value,
    at,
    by: standing === null ? ctx.actor.person : standing.by,
    ...meaning(ctx, conclusion),
    followUp: [...followedBy(standing), ...work.map(({ id }) => id)],
  }
  const input: ChangeInput =
    seen === null
      ? { register: measurement.name, act: 'create', id: ctx.newId(), set }
      : { register: measurement.name, act: 'update', ...seen, set }
  const made = (await changeAll(ctx, [...work, input])).at(-1)
  if (made === undefined) throw new Error('cannot lose a change')
  return { id: made.id, version: made.version, action: work[0]?.id ?? null }
}

function followedBy(standing: Measurement | null): readonly string[] {
  return standing === null ? [] : standing.followUp
}

/** Whoever says what a reading means says so today. */
function meaning(ctx: Context, conclusion: string | null): JsonObject {
  const { person } = ctx.actor
  return conclusion === null ? {} : { conclusion, evaluatedBy: person, evaluatedAt: ctx.today() }
}

type Said = z.infer<typeof addReading.body>

/** A reading of which more is said; it may be changed by whoever says so. */
function standingOf(ctx: Context, isms: Isms, { of, seen }: { of: string; seen: Said['reading'] }): Measurement | null {
  if (seen === null) return null
  const standing = isms.find(measurement, seen.id)
  if (standing === null || standing.metric !== of) throw new Refusal('not_found', 'record.unknown')
  demandUpdate(ctx, measurement, standing.by)
  return standing
}

function workInput(
  id: string,
  said: NonNullable<Said['followUp']>,
  { id: of, title }: Metric,
  words: Words,
): ChangeInput & { readonly id: string } {
  const resources = words('guide.measure.work', { metric: title })
  return {
    register: action.name,
    act: 'create',
    id,
    set: { ...said, kind: 'improvement', subject: of, resources },
  }
}

/** The readings of a period and what they say together. */
export async function evaluate(
  ctx: Context,
  body: z.infer<typeof writeEvaluation.body>,
  words: Words,
): Promise<z.input<typeof writeEvaluation.reply>> {
  const isms = await presentState(ctx)
  const { periodFrom, periodTo } = body
  const metrics = metricsIn(isms)
    .filter(({ id }) =>
      isms
        .pointing(measurement, 'metric', id)
        .some(({ state, at }) => state === 'active' && at !== null && at >= periodFrom && at <= periodTo),
    )
    .map(({ id }) => id)
  if (metrics.length === 0) throw new Refusal('conflict', 'guide.nothing-measured')
  const title = words('guide.measure.report', { from: periodFrom, to: periodTo })
  const set = { ...body, title, metrics, at: ctx.today(), by: ctx.actor.person }
  const made = await change(ctx, { register: evaluationReport.name, act: 'create', set })
  return { id: made.id, metrics: metrics.length }
}

/** To tell people what is wanted is to have looked at it. */
export async function share(
  ctx: Context,
  { objectives: seen, told }: z.infer<typeof shareObjectives.body>,
): Promise<z.input<typeof shareObjectives.reply>> {
  const isms = await presentState(ctx)
  const today = ctx.today()
  const set = { reviewedAt: today, ...(told === null ? {} : { communicatedAt: today, communicatedTo: told }) }
  const inputs = seen.map(({ id, version }): ChangeInput => {
    const one = isms.find(objective, id)
    if (one === null) throw new Refusal('not_found', 'record.unknown')
    demandUpdate(ctx, objective, one.responsible)
    return { register: objective.name, act: 'update', id, version, set }
  })
  const made = await changeAll(ctx, inputs)
  return { objectives: made.length }
}
