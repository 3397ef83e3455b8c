import rsit from '../../../../catalogue/incidents/rsit.json' with { type: 'json' }
import type { Bilingual, Named } from './facts.ts'

/** A kind of incident within a class; its id starts with that of its class: `fraud/phishing`. */
export interface IncidentEntry {
  readonly id: string
  readonly class: string
  readonly title: Bilingual
}

/** The 11 classes of the Reference Security Incident Taxonomy. */
export function incidentClasses(): readonly Named[] {
  return rsit.classes
}

/** The 39 kinds of incident within those classes. */
export function incidentEntries(): readonly IncidentEntry[] {
  return rsit.entries
}

/** The class or the entry with that id, or null: an incident may be placed in either. */
export function incidentClass(id: string): Named | null {
  return rsit.classes.find((each) => each.id === id) ?? rsit.entries.find((each) => each.id === id) ?? null
}
