import standardsFile from '../../../../catalogue/iso27000-family/standards.json' with { type: 'json' }
import { type Bilingual, facts } from './facts.ts'

export const STANDARD_ROLES = ['vocabulary', 'requirements', 'guidance', 'sector'] as const
/** `unverified`: announced, but no published edition was found. */
export const STANDARD_STATUSES = ['published', 'withdrawn', 'under_development', 'unverified'] as const

export interface Standard {
  /** With the publisher: `ISO/IEC 27001`. */
  readonly number: string
  /** Of the newest edition; null where none is published. */
  readonly year: number | null
  readonly role: (typeof STANDARD_ROLES)[number]
  readonly status: (typeof STANDARD_STATUSES)[number]
  readonly title: Bilingual
}

export interface Family {
  readonly standards: readonly Standard[]
  /** Standards outside the series that an ISMS meets: auditing, risk, continuity. */
  readonly related: readonly Standard[]
}

/** The ISO/IEC 27000 series and its neighbours. Titles leave out the lead-in that all of them share. */
export function family(): Family {
  return facts<Family>(standardsFile)
}
