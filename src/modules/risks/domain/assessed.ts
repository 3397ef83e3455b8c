import type { Isms } from '../../../kernel/isms.ts'
import type { Moment } from '../../../kernel/moment.ts'
import { once } from '../../../kernel/once.ts'
import { risk } from '../registers/risk.ts'
import { type RiskAssessment, riskAssessment } from '../registers/risk-assessment.ts'
import { type RiskMethod, riskMethod } from '../registers/risk-method.ts'
import { type RiskScore, riskScore } from '../registers/risk-score.ts'
import { isOpen, methodOf } from './levels.ts'

/**
 * The latest assessment of the whole: initial or planned, as only those restart the interval (readiness 1.10, 4). While
 * none is completed, the one that is under way.
 */
export function latestAssessment(isms: Isms, moment: Moment): RiskAssessment | null {
  const whole = isms.all(riskAssessment).filter((one) => one.reason === 'initial' || one.reason === 'planned')
  const completed = whole
    .filter((one) => one.state === 'completed' && moment.reached(one.completedAt))
    .sort((a, b) => (a.completedAt ?? '').localeCompare(b.completedAt ?? '', 'en'))
  return completed.at(-1) ?? whole.findLast((one) => one.state === 'in_progress') ?? null
}

export interface AssessedScore {
  readonly id: string
  readonly score: RiskScore
  readonly method: RiskMethod
  /** Whether it was made by the version of the method that the assessment names. */
  readonly hasOwnVersion: boolean
}

/** Standing scores of open risks in the latest assessment, each with the method that it goes by; all of them, while no assessment is recorded. */
export function assessedScores(isms: Isms, moment: Moment): readonly AssessedScore[] {
  const assessment = latestAssessment(isms, moment)
  const common = isms.find(riskMethod, assessment?.method ?? null) ?? methodOf(isms, moment)
  return standingScores(isms)
    .filter((score) => assessment === null || score.assessment === assessment.id)
    .flatMap((score): readonly AssessedScore[] => {
      const method = isms.find(riskMethod, score.method) ?? common
      if (method === null) return []
      return [{ id: score.id, score, method, hasOwnVersion: assessment === null || hasVersion(score, assessment) }]
    })
}

/** Of open risks: draft and replaced ones do not stand. */
const standingScores = once([risk, riskScore], (isms) =>
  isms.all(riskScore).filter((one) => one.state === 'active' && isOpen(isms.find(risk, one.risk))),
)

/** A score that names no version went by the assessment's. */
function hasVersion(score: RiskScore, assessment: RiskAssessment): boolean {
  if (score.methodVersion !== null && score.methodVersion !== assessment.methodVersion) return false
  return score.method === null || assessment.method === null || score.method === assessment.method
}
