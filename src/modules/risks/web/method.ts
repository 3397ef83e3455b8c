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

/** What the matrix says of a likelihood and a consequence: a lookup, so nothing where it has no such cell. */
export function levelFor(map: RiskMap, likelihood: unknown, consequence: unknown): Values {
  const cell = map.cells.find((one) => one.likelihood === likelihood && one.consequence === consequence)
  return cell === undefined ? {} : { level: cell.level, score: cell.score }
}
