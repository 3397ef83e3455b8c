import type { Isms } from '../../kernel/isms.ts'
import type { RecordId } from '../../kernel/register.ts'
import { isFilled } from '../../kernel/verdict.ts'
import { presentScore } from '../risks/domain/levels.ts'
import type { Risk } from '../risks/registers/risk.ts'
import type { RiskScore } from '../risks/registers/risk-score.ts'
import { type RiskOpinion, riskOpinion } from './register.ts'

/** How far the opinions about a risk lie apart; null where fewer than two people have one. */
export interface Spread {
  readonly likelihood: readonly [number, number]
  readonly consequence: readonly [number, number]
  /** Whether it is worth talking about: more than one step apart on either scale. */
  readonly isWide: boolean
}

/** A risk as it lies on the table. */
export interface Tabled {
  readonly risk: Risk
  readonly score: RiskScore | null
  readonly opinions: readonly RiskOpinion[]
  readonly spread: Spread | null
  /** Whether everything that the table has to say of it is said: a score with its reason, an owner and a decision. */
  readonly isDone: boolean
}

/** Every risk that is open, by the class of its scenario, in order of number; those without a class last. */
export function tables(isms: Isms, open: readonly Risk[]): readonly (readonly [string | null, readonly Tabled[]])[] {
  const groups = new Map<string | null, Tabled[]>()
  for (const one of open) {
    const name = one.scenarioClass
    groups.set(name, [...(groups.get(name) ?? []), tabled(isms, one)])
  }
  return [...groups].toSorted(([a], [b]) => (a === null ? 1 : b === null ? -1 : a.localeCompare(b, 'nl')))
}

export function tabled(isms: Isms, risk: Risk): Tabled {
  const opinions = isms.pointing(riskOpinion, 'risk', risk.id).filter(({ state }) => state === 'active')
  const score = presentScore(isms, risk.id)
  return {
    risk,
    score,
    opinions,
    spread: spreadOf(opinions),
    isDone: isScored(score) && risk.owner !== null && risk.decision !== null,
  }
}

function isScored(score: RiskScore | null): boolean {
  if (score === null || score.likelihood === null || score.consequence === null) return false
  return isFilled(score.rationale)
}

export function spreadOf(opinions: readonly Pick<RiskOpinion, 'likelihood' | 'consequence'>[]): Spread | null {
  const said = opinions.flatMap(({ likelihood, consequence }) =>
    likelihood === null || consequence === null ? [] : [{ likelihood, consequence }],
  )
  if (said.length < 2) return null
  const range = (values: readonly number[]): [number, number] => [Math.min(...values), Math.max(...values)]
  const likelihood = range(said.map((one) => one.likelihood))
  const consequence = range(said.map((one) => one.consequence))
  const isWide = likelihood[1] - likelihood[0] > 1 || consequence[1] - consequence[0] > 1
  return { likelihood, consequence, isWide }
}

/** What one person said of a risk; there is one opinion per person, which may be changed. */
export function opinionOf(isms: Isms, risk: RecordId, person: RecordId): RiskOpinion | null {
  return isms.pointing(riskOpinion, 'risk', risk).find(({ by, state }) => by === person && state === 'active') ?? null
}
