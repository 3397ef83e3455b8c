import type { Parameters } from '../../../kernel/parameters.ts'
import { CLAUSE_ITEMS, type ClauseItem } from '../../../kernel/rule.ts'
import type { Draft } from './draft.ts'

/** Controls that fail together when one thing is not kept up (M-4). */
export const CLUSTERS: Readonly<Record<string, readonly string[]>> = {
  access: ['5.15', '5.16', '5.17', '5.18', '8.2', '8.3', '8.4', '8.5'],
  supplier: ['5.19', '5.20', '5.21', '5.22', '5.23'],
  incident: ['5.24', '5.25', '5.26', '5.27', '5.28', '6.8'],
  operations: ['8.7', '8.8', '8.9', '8.13', '8.14', '8.15', '8.16', '8.17', '8.18', '8.19', '8.32'],
  development: ['8.25', '8.26', '8.27', '8.28', '8.29', '8.30', '8.31', '8.33'],
  people: ['6.1', '6.2', '6.3', '6.4', '6.5', '6.6'],
  physical: ['7.1', '7.2', '7.3', '7.4', '7.5', '7.6', '7.7', '7.8', '7.9', '7.10', '7.11', '7.12', '7.13', '7.14'],
}

/** A likely breakdown: so many minors on one heap, none of them a major yet. It names the minors, and they stay. */
export interface PileUp {
  readonly meta: 'M-1' | 'M-4'
  /** The clause item or the cluster. */
  readonly heap: string
  readonly item: ClauseItem
  readonly minors: readonly Draft[]
}

/** Counts what is still a minor after the raises and not in hand, so that nothing raised counts twice (1.4). */
export function pileUps(drafts: readonly Draft[], parameters: Parameters): readonly PileUp[] {
  const clauses = CLAUSE_ITEMS.map((item) => {
    const heap = drafts.filter((draft) => draft.rule.item === item)
    return { meta: 'M-1' as const, heap: item, item, drafts: heap, least: parameters.pileUp }
  })
  const clusters = Object.entries(CLUSTERS).map(([name, controls]) => {
    const heap = drafts.filter((draft) => controls.some((control) => draft.rule.control === `A.${control}`))
    return { meta: 'M-4' as const, heap: name, item: '8.1' as const, drafts: heap, least: parameters.clusterPileUp }
  })
  return [...clauses, ...clusters].flatMap(({ drafts: heap, least, ...pile }) => {
    const counted = heap.filter((draft) => draft.inHand === null)
    if (counted.some((draft) => draft.severity === 'MAJ')) return []
    const minors = counted.filter((draft) => draft.severity === 'MIN')
    return minors.length >= least && minors.length > 0 ? [{ ...pile, minors }] : []
  })
}
