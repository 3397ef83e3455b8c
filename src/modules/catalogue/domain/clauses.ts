import clausesFile from '../../../../catalogue/iso27001-2022/clauses.json' with { type: 'json' }
import { type Bilingual, facts } from './facts.ts'

/** One clause of ISO/IEC 27001:2022, from `4` to `10.2`. */
export interface Clause {
  readonly id: string
  readonly parent: string | null
  readonly isLeaf: boolean
  readonly title: Bilingual
  /** What has to be on paper because of this clause, in our own words. */
  readonly documented: Bilingual | null
}

export interface Amendment {
  readonly id: string
  readonly title: Bilingual
  /** Year and month. */
  readonly published: string
  readonly changes: readonly { readonly clause: string; readonly text: Bilingual }[]
}

interface ClausesFile {
  readonly clauses: readonly Clause[]
  readonly items: readonly string[]
  readonly amendments: readonly Amendment[]
}

const file = facts<ClausesFile>(clausesFile)

/** The 41 clauses and subclauses, in the order of the standard. */
export function clauses(): readonly Clause[] {
  return file.clauses
}

export function clause(id: string): Clause | null {
  return file.clauses.find((each) => each.id === id) ?? null
}

/** The 25 clauses over which an audit programme is measured: each is covered as a whole within its cycle. */
export function clauseItems(): readonly string[] {
  return file.items
}

export function amendments(): readonly Amendment[] {
  return file.amendments
}
