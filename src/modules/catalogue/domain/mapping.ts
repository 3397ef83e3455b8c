import mappingFile from '../../../../catalogue/mapping/2013-2022.json' with { type: 'json' }
import { facts } from './facts.ts'

/** Where a control of 2013 went. `merged`: others went there too. `split`: it went to more than one. */
export interface Successors {
  readonly from: string
  readonly to: readonly string[]
  readonly kind: 'one_to_one' | 'merged' | 'split'
}

/** Where a control of 2022 came from; `new` came from none. */
export interface Predecessors {
  readonly to: string
  readonly from: readonly string[]
  readonly kind: 'one_to_one' | 'merged' | 'new'
}

export interface Mapping {
  readonly forward: readonly Successors[]
  readonly reverse: readonly Predecessors[]
}

const file = facts<Mapping>(mappingFile)

/** Both directions of the mapping between the editions; every control of either edition has its row. */
export function mapping(): Mapping {
  return { forward: file.forward, reverse: file.reverse }
}

/** Numbers of 2022 that took over the control of 2013 with that number; empty for an unknown number. */
export function successorsOf(id2013: string): readonly string[] {
  return file.forward.find((row) => row.from === id2013)?.to ?? []
}

/** Numbers of 2013 from which the control of 2022 with that number came; empty for a new one. */
export function predecessorsOf(id2022: string): readonly string[] {
  return file.reverse.find((row) => row.to === id2022)?.from ?? []
}
