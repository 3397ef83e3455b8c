import bsi from '../../../../catalogue/threats/bsi.json' with { type: 'json' }
import enisa from '../../../../catalogue/threats/enisa.json' with { type: 'json' }
import iso27005 from '../../../../catalogue/threats/iso27005.json' with { type: 'json' }
import type { Bilingual, Named } from './facts.ts'

export interface Threat {
  /** Unique over all lists: `TP01`, `G 0.1`, `physical-attack/fraud`. */
  readonly id: string
  readonly group: string
  readonly title: Bilingual
}

/** A published list of threats, with its groups. */
export interface ThreatList {
  readonly id: string
  readonly title: Bilingual
  readonly source: string
  readonly groups: readonly Named[]
  readonly threats: readonly Threat[]
}

const LISTS: readonly ThreatList[] = [iso27005, bsi, enisa]

/** The lists, the shortest way to a first risk register first. */
export function threatLists(): readonly ThreatList[] {
  return LISTS
}

/** The threats of all lists. */
export function threats(): readonly Threat[] {
  return LISTS.flatMap((list) => list.threats)
}

export function threat(id: string): Threat | null {
  for (const list of LISTS) {
    const found = list.threats.find((each) => each.id === id)
    if (found !== undefined) return found
  }
  return null
}
