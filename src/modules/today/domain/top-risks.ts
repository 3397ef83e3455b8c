import type { Isms } from '../../../kernel/isms.ts'
import type { Moment } from '../../../kernel/moment.ts'
import type { RecordId } from '../../../kernel/register.ts'
import { ownersOf } from '../../people/domain/presence.ts'
import { isRiskAbove, methodOf, openRisks, presentScore } from '../../risks/domain/levels.ts'
import { rankOf } from '../../risks/domain/method.ts'
import type { Risk } from '../../risks/registers/risk.ts'

export interface TopRisk {
  readonly risk: Risk
  readonly level: { readonly name: string; readonly density: number }
  readonly owners: readonly RecordId[]
  /** Whether it lies above the line that the organisation drew. */
  readonly isAbove: boolean
}

/** The gravest open risks by what they are today, the one that comes first in the treatment first. */
export function topRisks(isms: Isms, moment: Moment, most: number): readonly TopRisk[] {
  const method = methodOf(isms, moment)
  if (method === null) return []
  const scored = openRisks(isms).flatMap((risk) => {
    const score = presentScore(isms, risk.id)
    const rank = rankOf(method, score?.level ?? null)
    const level = rank === null ? undefined : method.levels[rank]
    return rank === null || level === undefined ? [] : [{ risk, score, level, rank }]
  })
  return scored
    .toSorted((a, b) => b.rank - a.rank || (a.risk.priority ?? Infinity) - (b.risk.priority ?? Infinity))
    .slice(0, most)
    .map(({ risk, score, level }) => ({
      risk,
      level: { name: level.name ?? level.key ?? '', density: level.density ?? 1 },
      owners: ownersOf(isms, risk, moment),
      isAbove: isRiskAbove(method, risk, score),
    }))
}
