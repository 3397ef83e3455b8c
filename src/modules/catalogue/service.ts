import { Refusal } from '../../kernel/refusal.ts'
import { type Amendment, amendments, type Clause, clauseItems, clauses } from './domain/clauses.ts'
import { type AttributeId, attributes, type Control, control, controls, type Theme, themes } from './domain/controls.ts'
import {
  type Control2013,
  control2013,
  controls2013,
  domains2013,
  type Objective2013,
  objectives2013,
} from './domain/edition-2013.ts'
import { type Explanation, explanation, explanations } from './domain/explanations.ts'
import type { Named } from './domain/facts.ts'
import { type Family, family } from './domain/family.ts'
import { type Glossary, glossary } from './domain/glossary.ts'
import { type IncidentEntry, incidentClasses, incidentEntries } from './domain/incidents.ts'
import { type Mapping, mapping, predecessorsOf } from './domain/mapping.ts'
import { type ThreatList, threatLists } from './domain/threats.ts'

// Each function answers the contract of the same name. The catalogue is the same for every organisation and for
// everybody, so none of them takes a context.

export function listControls(): {
  readonly themes: readonly Theme[]
  readonly attributes: Readonly<Record<AttributeId, readonly Named[]>>
  readonly controls: readonly Control[]
} {
  return { themes: themes(), attributes: attributes(), controls: controls() }
}

export function showControl({ id }: { readonly id: string }): {
  readonly control: Control
  readonly explanation: Explanation
  readonly predecessors: readonly Control2013[]
} {
  const found = control(id)
  const explained = explanation(id)
  if (found === null || explained === null) throw new Refusal('not_found', 'control.unknown', { values: { id } })
  const predecessors = predecessorsOf(id).flatMap((earlier) => control2013(earlier) ?? [])
  return { control: found, explanation: explained, predecessors }
}

export function listExplanations(): { readonly explanations: readonly Explanation[] } {
  return { explanations: explanations() }
}

export function listClauses(): {
  readonly clauses: readonly Clause[]
  readonly items: readonly string[]
  readonly amendments: readonly Amendment[]
} {
  return { clauses: clauses(), items: clauseItems(), amendments: amendments() }
}

export function listControls2013(): {
  readonly domains: readonly Named[]
  readonly objectives: readonly Objective2013[]
  readonly controls: readonly Control2013[]
} {
  return { domains: domains2013(), objectives: objectives2013(), controls: controls2013() }
}

export function showMapping(): Mapping {
  return mapping()
}

export function listThreats(): { readonly lists: readonly ThreatList[] } {
  return { lists: threatLists() }
}

export function listIncidentClasses(): {
  readonly classes: readonly Named[]
  readonly entries: readonly IncidentEntry[]
} {
  return { classes: incidentClasses(), entries: incidentEntries() }
}

export function listStandards(): Family {
  return family()
}

export function listGlossary(): Glossary {
  return glossary()
}
