import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../../web/api.ts'
import type { ReplyOf } from '../../../web/client.ts'
import type { Values } from '../../../web/replies.ts'
import type { readRiskMap } from '../contract.ts'

export type RiskMap = ReplyOf<typeof readRiskMap>

/** The method that holds with its scales and matrix, and where every open risk stands; null until it is there. */
export function useRiskMap(): RiskMap | null {
  const api = useApi()
  const { data } = useQuery(api.read<RiskMap>('risk-map'))
  return data ?? null
}

function cellOf(map: RiskMap, likelihood: unknown, consequence: unknown): RiskMap['cells'][number] | undefined {
  return map.cells.find((one) => one.likelihood === likelihood && one.consequence === consequence)
}

/** What the matrix says of a likelihood and a consequence: a lookup, so nothing where it has no such cell. */
export function levelFor(map: RiskMap, likelihood: unknown, consequence: unknown): Values {
  const cell = cellOf(map, likelihood, consequence)
  return cell === undefined ? {} : { level: cell.level, score: cell.score }
}

/** A level by the name that the method gives it; a word that the method does not know stands as it was typed. */
export function levelName<Key extends string | null>({ levels }: RiskMap, key: Key): string | Key {
  return levels.find((level) => level.key === key)?.name ?? key
}

/** A level in words, and whether it lies above the line of acceptance. */
export interface Verdict {
  readonly level: string
  readonly isAbove: boolean
}

/** What the method says of two numbers in words; null where it has no such cell. */
export function verdictOf(map: RiskMap, likelihood: number | null, consequence: number | null): Verdict | null {
  const cell = cellOf(map, likelihood, consequence)
  return cell === undefined || cell.level === null
    ? null
    : { level: levelName(map, cell.level), isAbove: cell.isAbove === true }
}
