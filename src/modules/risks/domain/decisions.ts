import { canonical } from '../../../kernel/json.ts'
import type { GuardDecision } from '../../../kernel/module.ts'
import type { RecordId } from '../../../kernel/register.ts'
import type { Risk } from '../registers/risk.ts'
import type { RiskMethod } from '../registers/risk-method.ts'
import type { RiskScore } from '../registers/risk-score.ts'
import { isAboveLine } from './method.ts'

/** Only the owner of a risk decides about it: 6.1.3 f asks for his approval, nobody can give it for him. */
export function mayDecide(risk: Pick<Risk, 'owner'>, person: RecordId | null): GuardDecision {
  if (risk.owner === null) return { ok: false, why: 'risk.no-owner' }
  return risk.owner === person ? { ok: true } : { ok: false, why: 'risk.not-owner' }
}

/**
 * The owner accepts a risk as it is, if it was scored and lies within the line. What lies above it is treated; to retain it
 * all the same takes a reason and the right authority (R-6.1.3-a-2).
 */
export function mayAcceptRisk(
  risk: Pick<Risk, 'owner' | 'consequenceCategories'>,
  facts: {
    readonly person: RecordId | null
    readonly score: Pick<RiskScore, 'level'> | null
    readonly method: RiskMethod | null
  },
): GuardDecision {
  const decision = mayDecide(risk, facts.person)
  if (!decision.ok) return decision
  const level = facts.score?.level ?? null
  if (level === null) return { ok: false, why: 'risk.not-scored' }
  const above = facts.method === null ? null : isAboveLine(facts.method, level, risk.consequenceCategories)
  return above === true ? { ok: false, why: 'risk.above-line' } : { ok: true }
}

/** The owner accepts what remains after treatment, once somebody said how large that is (6.1.3 f). */
export function mayAcceptResidual(
  risk: Pick<Risk, 'owner'>,
  facts: { readonly person: RecordId | null; readonly score: Pick<RiskScore, 'level'> | null },
): GuardDecision {
  const decision = mayDecide(risk, facts.person)
  if (!decision.ok) return decision
  return (facts.score?.level ?? null) === null ? { ok: false, why: 'risk.no-residual' } : decision
}

/** A method in force is not rewritten under the scores that were made by it: a new version is a new record. */
export function mayChangeMethod(method: Pick<RiskMethod, 'state'>): GuardDecision {
  return method.state === 'draft' ? { ok: true } : { ok: false, why: 'risk_method.in-force' }
}

const FROZEN = [
  'risk',
  'kind',
  'likelihood',
  'consequence',
  'consequenceConfidentiality',
  'consequenceIntegrity',
  'consequenceAvailability',
  'level',
  'score',
  'rationale',
  'methodVersion',
] as const satisfies readonly (keyof RiskScore)[]

/** The results of an assessment as one text, the same for the same results; its hash is kept when it is completed (R-8.2-3). */
export function snapshotOf(scores: readonly RiskScore[]): string {
  const rows = scores.map((score) => ({
    id: score.id,
    version: score.version,
    ...Object.fromEntries(FROZEN.map((name) => [name, score[name]])),
  }))
  return canonical(rows.sort((a, b) => (a.id < b.id ? -1 : 1)))
}
