import type { Isms } from '../../../kernel/isms.ts'
import { isFilled } from '../../../kernel/verdict.ts'
import { missingMeasure, missingPlan } from '../../objectives/domain.ts'
import { type Metric, metric } from '../../objectives/registers/metric.ts'
import { type Objective, objective } from '../../objectives/registers/objective.ts'

/** Of what something has to be measured (9.1 a). */
export const MEASURED = ['isms_process', 'control'] as const

const CARD = ['method', 'whenMeasured', 'whoMeasures', 'whenEvaluated', 'whoEvaluates'] as const

export function objectivesIn(isms: Isms): readonly Objective[] {
  return isms.all(objective).filter(({ state }) => state !== 'retired')
}

export function metricsIn(isms: Isms): readonly Metric[] {
  return isms.all(metric).filter(({ state }) => state === 'active')
}

/** An objective that says no unit has that of its metric. */
export function unitOf(isms: Isms, one: Objective): string | null {
  return one.unit ?? isms.find(metric, one.metric)?.unit ?? null
}

/** Fields that an objective needs before it is one (6.2 b, h to l). */
export function neededOf(isms: Isms, one: Objective): readonly string[] {
  return [...missingMeasure({ ...one, unit: unitOf(isms, one) }), ...missingPlan(one)]
}

/** What an auditor would miss, of what makes it one and of what it hangs on (6.2 c). */
export function objectiveGaps(isms: Isms, one: Objective): readonly string[] {
  const isHanging = one.requirements.length + one.risks.length + one.treatments.length > 0
  return [
    ...neededOf(isms, one),
    ...(isFilled(one.policyTheme) ? [] : ['policyTheme']),
    ...(isHanging ? [] : ['risks']),
  ].map((field) => `objective.${field}`)
}

/** Fields that a metric still lacks, as `metric.<field>` (clause 9.1 a to f). */
export function metricGaps(one: Metric): readonly string[] {
  return CARD.filter((field) => !isFilled(one[field])).map((field) => `metric.${field}`)
}

/** Of what nothing is measured yet. */
export function unmeasuredIn(isms: Isms): readonly (typeof MEASURED)[number][] {
  const all = metricsIn(isms)
  return MEASURED.filter((kind) => all.every(({ subject }) => subject !== kind))
}
