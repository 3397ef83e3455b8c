import { addMonths, earliest, months } from '../../../kernel/calendar.ts'
import type { Isms } from '../../../kernel/isms.ts'
import type { Moment } from '../../../kernel/moment.ts'
import type { CalendarDate } from '../../../kernel/register.ts'
import { isAnswered, isOutside, lookedAt } from '../../objectives/domain.ts'
import { type EvaluationReport, evaluationReport } from '../../objectives/registers/evaluation-report.ts'
import { type Measurement, measurement } from '../../objectives/registers/measurement.ts'
import type { Metric } from '../../objectives/registers/metric.ts'
import type { Objective } from '../../objectives/registers/objective.ts'

const YEAR_MONTHS = 12

/** What is asked of somebody about a metric now: to read it, to say what it means, or to do something about it. */
export type Asks = 'read' | 'conclude' | 'answer'

export interface Measuring {
  /** Readings that were taken, newest first. */
  readonly readings: readonly Measurement[]
  readonly due: CalendarDate | null
  readonly asks: Asks | null
}

/** A metric that nobody read yet is to be read at once: an auditor expects every rhythm to have turned once. */
export function measuringOf(isms: Isms, one: Metric, moment: Moment): Measuring {
  const all = isms.pointing(measurement, 'metric', one.id).filter(({ state }) => state === 'active')
  const readings = all
    .filter(({ at, value }) => moment.reached(at) && value !== null)
    .toSorted((a, b) => (a.at === b.at ? b.number.localeCompare(a.number) : (a.at ?? '') < (b.at ?? '') ? 1 : -1))
  const [last] = readings
  const planned = earliest(...all.filter(({ at }) => at === null).map(({ plannedAt }) => plannedAt))
  const next = last?.at && one.frequencyMonths !== null ? addMonths(last.at, one.frequencyMonths) : null
  const first = last === undefined ? firstOf(one) : null
  const due = earliest(planned, next, first)
  return { readings, due, asks: asksOf(isms, one, { last, due, moment }) }
}

function firstOf({ startsOn, frequencyMonths }: Metric): CalendarDate | null {
  return startsOn === null || frequencyMonths === null ? null : addMonths(startsOn, frequencyMonths)
}

interface Standing {
  readonly last: Measurement | undefined
  readonly due: CalendarDate | null
  readonly moment: Moment
}

function asksOf(isms: Isms, one: Metric, { last, due, moment }: Standing): Asks | null {
  if (last === undefined || moment.reached(due)) return 'read'
  if (last.evaluatedAt === null || last.conclusion === null) return 'conclude'
  return isOutside(one, last.value) && !isAnswered(isms, last) ? 'answer' : null
}

/** The last evaluation by this moment (clause 9.1); null where there was none. */
export function newestReport(isms: Isms, moment: Moment): EvaluationReport | null {
  return (
    isms
      .all(evaluationReport)
      .filter(({ state, at }) => state === 'active' && moment.reached(at))
      .toSorted((a, b) => ((a.at ?? '') < (b.at ?? '') ? -1 : 1))
      .at(-1) ?? null
  )
}

export function isFresh({ at }: EvaluationReport, moment: Moment): boolean {
  return moment.within(at, months(YEAR_MONTHS))
}

export function isReviewLate(one: Objective, moment: Moment): boolean {
  const last = lookedAt(one)
  return last !== null && moment.late(addMonths(last, YEAR_MONTHS))
}
