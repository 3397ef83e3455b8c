import type { TermSet } from '../../../kernel/register.ts'
import type { Language } from '../../../kernel/text.ts'
import { clause, clauses } from './clauses.ts'
import { control, controls } from './controls.ts'
import { control2013, controls2013 } from './edition-2013.ts'
import type { Named } from './facts.ts'
import { incidentClass, incidentClasses, incidentEntries } from './incidents.ts'
import { threat, threats } from './threats.ts'

/** The sets that the catalogue answers for; rules are answered by the rules themselves. */
export type CatalogueSet = Exclude<TermSet, 'rule'>

/** The terms of a set, in the order in which they are offered. */
export function terms(set: CatalogueSet): readonly Named[] {
  switch (set) {
    case 'control_2022':
      return controls()
    case 'control_2013':
      return controls2013()
    case 'clause':
      return clauses()
    case 'threat':
      return threats()
    case 'incident_class':
      return [...incidentClasses(), ...incidentEntries()]
  }
}

/** The term with that id, or null. */
export function term(set: CatalogueSet, id: string): Named | null {
  switch (set) {
    case 'control_2022':
      return control(id)
    case 'control_2013':
      return control2013(id)
    case 'clause':
      return clause(id)
    case 'threat':
      return threat(id)
    case 'incident_class':
      return incidentClass(id)
  }
}

export function isTerm(set: CatalogueSet, id: string): boolean {
  return term(set, id) !== null
}

/** The check of every set, for validation: the catalogue answers for its own, `isRule` for the rules. */
export function termCheck(isRule: (id: string) => boolean): (set: TermSet, id: string) => boolean {
  return (set, id) => (set === 'rule' ? isRule(id) : isTerm(set, id))
}

/** The title of a term in one language, or null where the set has no such term. */
export function termTitle(set: CatalogueSet, id: string, language: Language): string | null {
  return term(set, id)?.title[language] ?? null
}

/** How people write the id: a control of Annex A as A.5.1, anything else as it is. */
export function termReference(set: TermSet, id: string): string {
  return set === 'control_2022' || set === 'control_2013' ? `A.${id}` : id
}
