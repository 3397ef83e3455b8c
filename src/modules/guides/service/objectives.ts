import type { z } from 'zod'
import type { AsOfMode, Isms } from '../../../kernel/isms.ts'
import { may } from '../../../kernel/permission.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { CalendarDate } from '../../../kernel/register.ts'
import type { Words } from '../../../kernel/text.ts'
import { type ChangeInput, changeAll } from '../../../platform/store/change.ts'
import { presentState, stateAt } from '../../../platform/store/state.ts'
import type { Context } from '../../../platform/store/store.ts'
import { type Metric, metric } from '../../objectives/registers/metric.ts'
import { type Objective, objective } from '../../objectives/registers/objective.ts'
import { titlesIn } from '../../statements/service/read.ts'
import type { addObjective, adoptObjectives, readObjectivesGuide } from '../contract/objectives.ts'
import {
  metricGaps,
  metricsIn,
  neededOf,
  objectiveGaps,
  objectivesIn,
  unitOf,
  unmeasuredIn,
} from '../domain/objectives.ts'
import { allowedToSign } from './demand.ts'

type Reply = z.input<typeof readObjectivesGuide.reply>

export async function objectivesGuide(
  ctx: Context,
  asked: { readonly at?: CalendarDate | undefined; readonly mode: AsOfMode },
): Promise<Reply> {
  const isms = await stateAt(ctx, asked.at ?? ctx.today(), asked.mode)
  const [objectives, metrics] = [objectivesIn(isms), metricsIn(isms)]
  const named = [
    ...objectives.flatMap((one) => [one.responsible, one.approvedBy, one.metric]),
    ...metrics.map(({ whoMeasures }) => whoMeasures),
  ].filter((id) => id !== null)
  return {
    objectives: objectives.map((one) => goalOf(ctx, isms, one)),
    metrics: metrics.map((one) => metricOf(ctx, one)),
    unmeasured: unmeasuredIn(isms),
    can: {
      write: may(ctx.actor, 'create', objective.access).ok,
      measure: may(ctx.actor, 'create', metric.access).ok,
      approve: allowedToSign(ctx, 'approve', objective),
    },
    titles: titlesIn(isms, ctx.registry, [...new Set(named)]),
  }
}

function goalOf(ctx: Context, isms: Isms, one: Objective): Reply['objectives'][number] {
  const { id, version, number, title, state, what, target, targetDate, notMeasurableReason } = one
  const { responsible, approvedBy, approvedAt } = one
  return {
    id,
    version,
    number,
    title,
    state,
    what,
    metric: one.metric,
    unit: unitOf(isms, one),
    target,
    targetDate,
    notMeasurableReason,
    responsible,
    approvedBy,
    approvedAt,
    gaps: objectiveGaps(isms, one),
    isWhole: neededOf(isms, one).length === 0,
    canEdit: may(ctx.actor, 'update', objective.access, responsible).ok,
  }
}

function metricOf(ctx: Context, one: Metric): Reply['metrics'][number] {
  const { id, number, title, subject, unit, frequencyMonths, whoMeasures, owner } = one
  return {
    id,
    number,
    title,
    subject,
    unit,
    frequencyMonths,
    whoMeasures,
    gaps: metricGaps(one),
    canEdit: may(ctx.actor, 'update', metric.access, owner).ok,
  }
}

/** The usual rhythm of a metric that is made for an objective: often enough to steer by. */
const FREQUENCY_MONTHS = 3

/** The objective, and where nothing measures it yet its metric: both or neither. It is due on the day that it wants to be reached. */
export async function nameObjective(
  ctx: Context,
  { title, what, metric: by, target, targetDate, responsible }: z.infer<typeof addObjective.body>,
  words: Words,
): Promise<z.input<typeof addObjective.reply>> {
  const isms = await presentState(ctx)
  const {
    made,
    id: measuring,
    unit,
    frequencyMonths,
  } = 'id' in by ? standingMetric(isms, by.id) : newMetric(ctx, by, words)
  const id = ctx.newId()
  const set = {
    title,
    what: what === '' ? null : what,
    metric: measuring,
    unit,
    target,
    targetDate,
    responsible,
    due: targetDate,
    evaluationMethod: words('guide.objectives.evaluation'),
    frequencyMonths,
  }
  await changeAll(ctx, [...made, { register: objective.name, act: 'create', id, set }])
  return { id, metric: measuring }
}

interface MeasuredBy extends Pick<Metric, 'id' | 'unit' | 'frequencyMonths'> {
  readonly made: readonly ChangeInput[]
}

function standingMetric(isms: Isms, id: string): MeasuredBy {
  const known = isms.find(metric, id)
  if (known?.state !== 'active') throw new Refusal('not_found', 'record.unknown')
  return { made: [], id, unit: known.unit, frequencyMonths: known.frequencyMonths ?? FREQUENCY_MONTHS }
}

type NewMetric = Exclude<z.infer<typeof addObjective.body>['metric'], { readonly id: string }>

function newMetric(ctx: Context, { title, unit, subject }: NewMetric, words: Words): MeasuredBy {
  const id = ctx.newId()
  const set = {
    title,
    unit,
    subject,
    frequencyMonths: FREQUENCY_MONTHS,
    startsOn: ctx.today(),
    whenMeasured: words('guide.objectives.whenMeasured'),
    whenEvaluated: words('guide.objectives.whenEvaluated'),
    owner: ctx.actor.person,
  }
  return { made: [{ register: metric.name, act: 'create', id, set }], id, unit, frequencyMonths: FREQUENCY_MONTHS }
}

/** What lacks something would be found wanting the moment that it is approved, so it is not. */
export async function adoptGoals(
  ctx: Context,
  { objectives: seen }: z.infer<typeof adoptObjectives.body>,
): Promise<z.input<typeof adoptObjectives.reply>> {
  const isms = await presentState(ctx)
  for (const { id } of seen) {
    const one = isms.find(objective, id)
    if (one === null) throw new Refusal('not_found', 'record.unknown')
    if (neededOf(isms, one).length === 0) continue
    throw new Refusal('conflict', 'guide.objective-gaps', { values: { objective: one.number } })
  }
  const approvals = seen.map((one): ChangeInput => ({ register: objective.name, act: 'approve', ...one }))
  const made = await changeAll(ctx, approvals)
  return { approved: made.length }
}
