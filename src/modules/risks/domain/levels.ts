import type { Isms } from '../../../kernel/isms.ts'
import type { Moment } from '../../../kernel/moment.ts'
import { once } from '../../../kernel/once.ts'
import type { RecordId } from '../../../kernel/register.ts'
import { type Risk, risk } from '../registers/risk.ts'
import { type RiskMethod, riskMethod } from '../registers/risk-method.ts'
import { type RiskScore, riskScore } from '../registers/risk-score.ts'
import { isAboveLine, standingScore } from './method.ts'

/** Risks that count: drafts are there, closed ones are not. */
export const openRisks: (isms: Isms) => readonly Risk[] = once([risk], (isms) => isms.all(risk).filter(isOpen))

export function isOpen(one: Risk | null): boolean {
  return one !== null && one.state !== 'closed'
}

/** The method that holds: the one approved last; while none is approved, the newest draft. */
export function methodOf(isms: Isms, moment: Moment): RiskMethod | null {
  const kept = isms.all(riskMethod).filter((method) => method.state !== 'retired')
  const approved = kept
    .filter((method) => isApproved(method, moment))
    .sort((a, b) => (a.approvedAt ?? '').localeCompare(b.approvedAt ?? '', 'en'))
  return approved.at(-1) ?? kept.at(-1) ?? null
}

export function isApproved(method: RiskMethod, moment: Moment): boolean {
  return method.state === 'active' && moment.reached(method.approvedAt)
}

/** The newest score of the first kind that the risk has one of. */
export function scoreOf(isms: Isms, riskId: RecordId, ...kinds: readonly RiskScore['kind'][]): RiskScore | null {
  return standingScore(isms.pointing(riskScore, 'risk', riskId), ...kinds)
}

/** "Level" without further word: current, else inherent (readiness 1.10, 12). */
export function presentScore(isms: Isms, riskId: RecordId): RiskScore | null {
  return scoreOf(isms, riskId, 'current', 'inherent')
}

/** For M-5 and R-6.1.3-d-6 (readiness 1.10, 12): before anything was done about it, else as it is. */
export function originalScore(isms: Isms, riskId: RecordId): RiskScore | null {
  return scoreOf(isms, riskId, 'inherent', 'current')
}

/** Whether a score of the risk lies above the acceptance line; not, where nobody can tell. */
export function isRiskAbove(method: RiskMethod | null, one: Risk, score: RiskScore | null): boolean {
  if (method === null || score === null) return false
  return isAboveLine(method, score.level, one.consequenceCategories) === true
}
