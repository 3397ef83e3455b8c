import type { Metric } from './registers/metric.ts'
import type { Objective } from './registers/objective.ts'

/** Whether a value lies outside the limits of its metric: then somebody must act or decide not to (R-9.1-3). */
export function isOutside(metric: Pick<Metric, 'limitLow' | 'limitHigh'>, value: number | null): boolean {
  if (value === null) return false
  return (
    (metric.limitLow !== null && value < metric.limitLow) || (metric.limitHigh !== null && value > metric.limitHigh)
  )
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
