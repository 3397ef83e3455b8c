import { addMonths, latest } from '../../../kernel/calendar.ts'
import { isFirstLate } from '../../../kernel/interval.ts'
import type { Moment } from '../../../kernel/moment.ts'
import { type Facts, type Rule, rule } from '../../../kernel/rule.ts'
import { always, breach, failing, forAll, isFilled, lookedFor, okay } from '../../../kernel/verdict.ts'
import { lookedAt, missingMeasure, missingPlan } from '../domain.ts'
import { measurement } from '../registers/measurement.ts'
import { metric } from '../registers/metric.ts'
import { type Objective, objective } from '../registers/objective.ts'

const MEASURABLE = 'R-6.2-b-1'

/** Objectives in force: approved and not given up. */
function inForce({ isms }: Facts): readonly Objective[] {
  return isms.all(objective).filter((one) => one.state === 'active')
}

const objectivesExist = rule(
  'R-6.2-1',
  {
    basis: 'N',
    stage: 'S1',
    worst: 'MAJ',
    document: 'D-06',
    reads: [objective],
    remedy: { owner: 'top_management', register: 'objective', act: 'approve' },
  },
  (facts) => {
    const approved = inForce(facts).filter((one) => one.approvedBy !== null && facts.moment.reached(one.approvedAt))
    if (approved.length > 0) return okay(approved)
    const drafts = facts.isms.all(objective).filter((one) => one.state !== 'retired')
    return breach({
      variant: drafts.length === 0 ? 'none' : 'unapproved',
      severity: 'MAJ',
      failing: drafts.map((one) => failing(one, ['state', 'approvedAt'])),
      lookedAt: drafts,
      lookedFor: [lookedFor('any', { register: { keys: ['objective.plural'] } })],
    })
  },
)

/** An objective that takes its unit from its metric has one. */
function measureGaps({ isms }: Facts, one: Objective): readonly string[] {
  const unit = one.unit ?? isms.find(metric, one.metric)?.unit ?? null
  return missingMeasure({ ...one, unit }).map((name) => `objective.${name}`)
}

const objectivesMeasurable = rule(
  MEASURABLE,
  {
    basis: 'N',
    stage: 'S1',
    worst: 'MIN',
    document: 'D-06',
    reads: [objective, metric],
    remedy: { owner: 'object_owner', register: 'objective', act: 'update' },
  },
  (facts) =>
    forAll(facts, inForce(facts), [
      {
        fails: (one) => measureGaps(facts, one).length > 0,
        fields: ['metric', 'unit', 'target', 'targetDate', 'notMeasurableReason'],
        values: (them) => ({ gaps: { keys: [...new Set(them.flatMap((one) => measureGaps(facts, one)))] } }),
      },
    ]),
)

const objectivesLinked = rule(
  'R-6.2-c-1',
  {
    basis: 'N',
    stage: 'S1',
    worst: 'OFI',
    document: 'D-06',
    reads: [objective],
    remedy: { owner: 'object_owner', register: 'objective', act: 'update' },
  },
  (facts) =>
    forAll(facts, { of: inForce(facts), grade: always('OFI') }, [
      {
        fails: (one) =>
          !isFilled(one.policyTheme) || one.requirements.length + one.risks.length + one.treatments.length === 0,
        fields: ['policyTheme', 'requirements', 'risks', 'treatments'],
      },
    ]),
)

/** Days of grace that the rule itself grants (6.2 d; readiness 1.10, 17). */
const GRACE_DAYS = 30

const objectivesMonitored = rule(
  'R-6.2-d-1',
  {
    basis: 'N',
    stage: 'S2',
    worst: 'MIN',
    document: 'D-12',
    reads: [objective, metric, measurement],
    after: [MEASURABLE],
    remedy: { owner: 'object_owner', register: 'measurement', act: 'create' },
  },
  (facts) => {
    const unmeasurable = facts.fails(MEASURABLE)
    const measured = inForce(facts).filter((one) => one.metric !== null && !unmeasurable.has(one.id))
    return forAll(facts, measured, [{ fails: (one, moment) => isMeasuredLate(facts, one, moment) }])
  },
)

function isMeasuredLate(facts: Facts, one: Objective, moment: Moment): boolean | 'unknown' {
  const { isms } = facts
  const frequency = one.frequencyMonths ?? isms.find(metric, one.metric)?.frequencyMonths ?? null
  if (frequency === null || one.metric === null) return 'unknown'
  const readings = isms.pointing(measurement, 'metric', one.metric).filter(({ state }) => state === 'active')
  const last = latest(...readings.filter(({ at }) => moment.reached(at)).map(({ at }) => at))
  if (last !== null) return moment.late(addMonths(last, frequency), GRACE_DAYS)
  const planned = readings.map(({ plannedAt }) => plannedAt).filter((date) => date !== null)
  const rhythm = { intervalMonths: frequency, start: one.approvedAt, planned: planned.sort()[0] ?? null }
  return isFirstLate(facts, moment, rhythm, GRACE_DAYS)
}

const objectivesShared = rule(
  'R-6.2-e-1',
  {
    basis: 'N',
    stage: 'S2',
    worst: 'MIN',
    document: 'D-06',
    reads: [objective],
    remedy: { owner: 'object_owner', register: 'objective', act: 'update' },
  },
  (facts) =>
    forAll(facts, inForce(facts), [
      {
        variant: 'uncommunicated',
        fails: (one, moment) => !moment.reached(one.communicatedAt),
        fields: ['communicatedAt'],
      },
      { variant: 'unreviewed', fails: (one, moment) => isReviewLate(facts, one, moment), fields: ['reviewedAt'] },
    ]),
)

/** The year runs from when somebody last looked. */
function isReviewLate(facts: Facts, one: Objective, moment: Moment): boolean | 'unknown' {
  const last = lookedAt(one)
  return last === null ? isFirstLate(facts, moment, { intervalMonths: 12 }) : moment.late(addMonths(last, 12))
}

const objectivesPlanned = rule(
  'R-6.2-h-1',
  {
    basis: 'N',
    stage: 'S1',
    worst: 'MIN',
    document: 'D-06',
    reads: [objective],
    remedy: { owner: 'object_owner', register: 'objective', act: 'update' },
  },
  (facts) =>
    forAll(facts, inForce(facts), [
      {
        fails: (one) => missingPlan(one).length > 0,
        fields: ['what', 'resources', 'responsible', 'due', 'evaluationMethod'],
        values: (them) => ({
          gaps: { keys: [...new Set(them.flatMap((one) => missingPlan(one).map((name) => `objective.${name}`)))] },
        }),
      },
    ]),
)

export const rules: readonly Rule[] = [
  objectivesExist,
  objectivesMeasurable,
  objectivesLinked,
  objectivesMonitored,
  objectivesShared,
  objectivesPlanned,
]
