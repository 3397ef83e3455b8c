import organizational from '../../../../catalogue/iso27001-2022/explained-organizational.json' with { type: 'json' }
import people from '../../../../catalogue/iso27001-2022/explained-people.json' with { type: 'json' }
import physical from '../../../../catalogue/iso27001-2022/explained-physical.json' with { type: 'json' }
import technological from '../../../../catalogue/iso27001-2022/explained-technological.json' with { type: 'json' }
import type { Language } from '../../../kernel/text.ts'
import type { Bilingual } from './facts.ts'

/** A control of the edition of 2022 in our own words; nothing of it is text of the standard. */
export interface Explanation {
  readonly id: string
  /** What the control is for, in one sentence. */
  readonly purpose: Bilingual
  /** What it means for a company of about thirty people, and what is enough there. */
  readonly small: Bilingual
  /** What an auditor usually asks to see: two to four things. */
  readonly evidence: Readonly<Record<Language, readonly string[]>>
}

// Apart from `controls.ts`, because these texts weigh more than all other facts: a page that only names controls
// need not carry them.
const BY_THEME: readonly (readonly Explanation[])[] = [organizational, people, physical, technological]

/** All 93, in the order of the standard. */
export function explanations(): readonly Explanation[] {
  return BY_THEME.flat()
}

/** The explanation of the control with that number (`5.1`), or null. */
export function explanation(id: string): Explanation | null {
  return explanations().find((each) => each.id === id) ?? null
}
