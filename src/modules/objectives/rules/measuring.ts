import { addDays, addMonths, earliest, latest, months } from '../../../kernel/calendar.ts'
import { firstDue, isFirstLate, isInLookBack, type Rhythm } from '../../../kernel/interval.ts'
import type { Isms } from '../../../kernel/isms.ts'
import type { Moment } from '../../../kernel/moment.ts'
import type { CalendarDate } from '../../../kernel/register.ts'
import { type Facts, type Rule, rule } from '../../../kernel/rule.ts'
import { always, breach, forAll, isFilled, lookedFor, notDue, okay, undetermined } from '../../../kernel/verdict.ts'
import { decision } from '../../approvals/registers/decision.ts'
import { managementReview } from '../../reviews/registers/management-review.ts'
import { isAnswered, isOutside } from '../domain.ts'
import { evaluationReport } from '../registers/evaluation-report.ts'
import { type Measurement, measurement } from '../registers/measurement.ts'
import { type Metric, metric } from '../registers/metric.ts'

function metrics(isms: Isms): readonly Metric[] {
  return isms.all(metric).filter(({ state }) => state === 'active')
}

const KINDS = ['isms_process', 'control'] as const

const metricsDetermined = rule(
  'R-9.1-a-1',
  {
    basis: 'N',
    stage: 'S1',
    worst: 'MAJ',
    document: 'D-12',
    reads: [metric],
    remedy: { owner: 'coordinator', register: 'metric', act: 'create' },
  },
  ({ isms }) => {
    const all = metrics(isms)
    if (all.length === 0) {
      const register = { keys: ['metric.plural'] }
      return breach({ variant: 'none', severity: 'MAJ', lookedFor: [lookedFor('any', { register })] })
    }
    const missing = KINDS.filter((kind) => all.every(({ subject }) => subject !== kind))
    if (missing.length === 0) return okay(all)
    const kinds = { keys: missing.map((kind) => `metric.subject.${kind}`) }
    return breach({
      variant: 'kind',
      severity: 'MIN',
      values: { n: missing.length, total: all.length, kinds },
      lookedAt: all,
      lookedFor: [lookedFor('active', { register: { keys: ['metric.plural'] }, of: kinds })],
    })
  },
)

const CARD = ['method', 'whenMeasured', 'whoMeasures', 'whenEvaluated', 'whoEvaluates'] as const

function gapsOf(one: Metric): readonly string[] {
  return CARD.filter((name) => !isFilled(one[name])).map((name) => `metric.${name}`)
}

const metricsDescribed = rule(
  'R-9.1-b-1',
  {
    basis: 'N',
    stage: 'S1',
    worst: 'MIN',
    document: 'D-12',
    reads: [metric],
    remedy: { owner: 'object_owner', register: 'metric', act: 'update' },
  },
  (facts) =>
    forAll(facts, metrics(facts.isms), [
      {
        fails: (one) => gapsOf(one).length > 0,
        fields: CARD,
        values: (them) => ({ gaps: { keys: [...new Set(them.flatMap(gapsOf))] } }),
      },
    ]),
)

/** Days of grace that the rule itself grants (9.1; readiness 1.10, 17). */
const GRACE_DAYS = 30

function readingsOf(isms: Isms, one: Metric): readonly Measurement[] {
  return isms.pointing(measurement, 'metric', one.id).filter(({ state }) => state === 'active')
}

function lastReading(isms: Isms, one: Metric, moment: Moment): CalendarDate | null {
  return latest(
    ...readingsOf(isms, one)
      .map(({ at }) => at)
      .filter((at) => moment.reached(at)),
  )
}

function rhythmOf(isms: Isms, one: Metric): Rhythm | null {
  if (one.frequencyMonths === null) return null
  const planned = earliest(...readingsOf(isms, one).map(({ plannedAt }) => plannedAt))
  return { intervalMonths: one.frequencyMonths, start: one.startsOn, planned }
}

/** Whether the metric was measured, or should have been by now. */
function isDue(facts: Facts, one: Metric, moment: Moment): boolean {
  if (lastReading(facts.isms, one, moment) !== null) return true
  const rhythm = rhythmOf(facts.isms, one)
  return rhythm === null || isFirstLate(facts, moment, rhythm, GRACE_DAYS) !== false
}

const measuredInTime = rule(
  'R-9.1-2',
  {
    // The rhythm is its own, that it measures is the standard's: no exception lifts it (1.7, 9).
    basis: 'N',
    stage: 'S2',
    worst: 'MAJ',
    document: 'D-12',
    reads: [metric, measurement],
    remedy: { owner: 'object_owner', register: 'measurement', act: 'create' },
  },
  (facts) => {
    const { isms, moment } = facts
    const all = metrics(isms)
    const due = all.filter((one) => isDue(facts, one, moment))
    const isAny = all.some((one) => lastReading(isms, one, moment) !== null)
    if (all.length > 0 && due.length === 0) {
      const first = earliest(...all.map((one) => dueFor(facts, one, moment)))
      if (first !== null) return notDue(first)
    }
    return forAll(
      facts,
      { of: all, counts: (one, at) => isDue(facts, one, at), grade: always(isAny ? 'MIN' : 'MAJ') },
      [
        {
          variant: 'never',
          fails: (one, at) => {
            if (lastReading(isms, one, at) !== null) return false
            const rhythm = rhythmOf(isms, one)
            return rhythm === null ? false : isFirstLate(facts, at, rhythm, GRACE_DAYS)
          },
        },
        { variant: 'late', fails: (one, at) => isMeasuredLate(isms, one, at), fields: ['frequencyMonths'] },
      ],
    )
  },
)

function dueFor(facts: Facts, one: Metric, moment: Moment): CalendarDate | null {
  const rhythm = rhythmOf(facts.isms, one)
  return rhythm === null ? null : firstDue(facts, moment, rhythm)
}

function isMeasuredLate(isms: Isms, one: Metric, moment: Moment): boolean | 'unknown' {
  if (one.frequencyMonths === null) return 'unknown'
  const last = lastReading(isms, one, moment)
  return last !== null && moment.late(addMonths(last, one.frequencyMonths), GRACE_DAYS)
}

/** The day by which somebody has said what a reading means: counted from when it was planned, or from when it came later. */
function evaluateBy({ plannedAt, at }: Measurement): CalendarDate | null {
  const day = latest(plannedAt, at)
  return day === null ? null : addDays(day, GRACE_DAYS)
}

const evaluated = rule(
  'R-9.1-3',
  {
    basis: 'N',
    stage: 'S2',
    worst: 'MIN',
    document: 'D-12',
    reads: [measurement, metric, decision],
    looksBack: true,
    remedy: { owner: 'object_owner', register: 'measurement', act: 'update' },
  },
  (facts) => {
    const { isms } = facts
    const all = isms.all(measurement).filter(({ state }) => state === 'active')
    return forAll(facts, { of: all, counts: ({ at }, moment) => isInLookBack(facts, moment, at) }, [
      {
        variant: 'unevaluated',
        fails: (one, moment) => {
          const due = evaluateBy(one)
          return moment.late(due) && (one.evaluatedAt === null || due === null || one.evaluatedAt > due)
        },
        fields: ['evaluatedAt'],
      },
      {
        variant: 'unanswered',
        fails: (one, moment) =>
          isUnanswered(isms, one) && (moment.reached(one.evaluatedAt) || moment.late(evaluateBy(one))),
        fields: ['value', 'followUp'],
      },
    ])
  },
)

/** Outside its limits, and nobody does anything or has decided not to. */
function isUnanswered(isms: Isms, one: Measurement): boolean {
  const of = isms.find(metric, one.metric)
  return of !== null && isOutside(of, one.value) && !isAnswered(isms, one)
}

const YEAR_MONTHS = 12

const performanceEvaluated = rule(
  'R-9.1-4',
  {
    basis: 'N',
    stage: 'S2',
    worst: 'MIN',
    document: 'D-12',
    reads: [evaluationReport, managementReview],
    remedy: { owner: 'coordinator', register: 'evaluation_report', act: 'create' },
  },
  (facts) => {
    const { isms, moment, plan } = facts
    const reports = isms.all(evaluationReport).filter(({ state }) => state === 'active')
    const reviews = isms.all(managementReview).filter(({ state }) => state === 'held' || state === 'minutes_approved')
    const concluded = reviews.filter(
      ({ inputs, effectivenessConclusion }) =>
        (isFilled(inputs.d2.text) || inputs.d2.links.length > 0) && isFilled(effectivenessConclusion),
    )
    const said = [...reports, ...concluded.map(({ id, heldAt }) => ({ id, at: heldAt }))]
    const fresh = said.filter(({ at }) => moment.within(at, months(YEAR_MONTHS)))
    if (fresh.length > 0) return okay(fresh)
    // A day that has passed without the review counts as not planned (1.10, 3).
    const planned = isms
      .all(managementReview)
      .map(({ heldAt, plannedAt }) => heldAt ?? (moment.late(plannedAt) ? null : plannedAt))
    const start = plan.ismsStart === null ? null : addMonths(plan.ismsStart, YEAR_MONTHS)
    const due = earliest(...planned, start)
    if (due === null) return undetermined([{ variant: 'start', values: {}, objects: [] }])
    if (!moment.late(due)) return notDue(due)
    const last = latest(...said.map(({ at }) => at).filter((at) => moment.reached(at)))
    return breach({
      variant: last === null ? 'none' : 'old',
      severity: 'MIN',
      values: last === null ? {} : { last: { date: last } },
      lookedAt: said,
      lookedFor: [lookedFor('evaluation')],
    })
  },
)

export const rules: readonly Rule[] = [
  metricsDetermined,
  metricsDescribed,
  measuredInTime,
  evaluated,
  performanceEvaluated,
]
