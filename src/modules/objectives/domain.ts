import { latest } from '../../kernel/calendar.ts'
import type { Isms } from '../../kernel/isms.ts'
import type { CalendarDate } from '../../kernel/register.ts'
import { decision } from '../approvals/registers/decision.ts'
import type { Measurement } from './registers/measurement.ts'
import type { Metric } from './registers/metric.ts'
import type { Objective } from './registers/objective.ts'

/** Whether a value lies outside the limits of its metric: then somebody must act or decide not to (R-9.1-3). */
export function isOutside(metric: Pick<Metric, 'limitLow' | 'limitHigh'>, value: number | null): boolean {
  if (value === null) return false
  return (
    (metric.limitLow !== null && value < metric.limitLow) || (metric.limitHigh !== null && value > metric.limitHigh)
  )
}

/** Somebody does something about a reading, or has decided not to (R-9.1-3). */
export function isAnswered(isms: Isms, one: Measurement): boolean {
  return one.followUp.length > 0 || isms.pointing(decision, 'subject', one.id).some(({ state }) => state === 'active')
}

/** When an objective was last looked at: to approve it is to look at it. */
export function lookedAt({ reviewedAt, approvedAt }: Objective): CalendarDate | null {
  return latest(reviewedAt, approvedAt)
}

/** What an objective still lacks to be measurable (6.2 b); nothing where a reason says why it cannot be measured. */
export function missingMeasure(
  objective: Pick<Objective, 'metric' | 'unit' | 'target' | 'targetDate' | 'notMeasurableReason'>,
): readonly ('metric' | 'unit' | 'target' | 'targetDate')[] {
  if (objective.notMeasurableReason !== null) return []
  return (['metric', 'unit', 'target', 'targetDate'] as const).filter((name) => objective[name] === null)
}

/** Which of the five parts of its plan an objective still lacks (6.2 h to l). */
export function missingPlan(
  objective: Pick<Objective, 'what' | 'resources' | 'responsible' | 'due' | 'evaluationMethod'>,
): readonly ('what' | 'resources' | 'responsible' | 'due' | 'evaluationMethod')[] {
  return (['what', 'resources', 'responsible', 'due', 'evaluationMethod'] as const).filter(
    (name) => objective[name] === null,
  )
}
