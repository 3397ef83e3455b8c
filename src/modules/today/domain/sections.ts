import type { Role } from '../../../kernel/permission.ts'

/** The parts of the first page, in the order in which they are shown. */
export const SECTIONS = [
  'waiting',
  'steps',
  'decisions',
  'asked',
  'mine',
  'rhythm',
  'audits',
  'risks',
  'report',
  'done',
  'year',
  'expected',
  'since',
] as const
export type Section = (typeof SECTIONS)[number]

/**
 * What belongs to each kind of work, what it begins its day with first; the kinds in the order in which one of them sets the tone
 * for who is several. He sees what belongs to any.
 */
const SEEN: Readonly<Record<Role, readonly [Section, ...Section[]]>> = {
  consultant: ['waiting', 'steps', 'rhythm', 'audits', 'year', 'expected', 'since'],
  coordinator: ['steps', 'decisions', 'asked', 'mine', 'rhythm', 'audits', 'year', 'expected', 'since'],
  top_management: ['decisions', 'asked', 'mine', 'risks', 'audits', 'expected'],
  owner: ['mine', 'decisions', 'asked', 'report'],
  internal_auditor: ['mine', 'asked', 'audits', 'year', 'since'],
  employee: ['asked', 'decisions', 'mine', 'report', 'done'],
  reader: ['audits', 'year', 'expected', 'since'],
  external_auditor: ['audits', 'year', 'since'],
  // Looks after accounts; what is asked of everybody is asked of him too.
  administrator: ['asked', 'report', 'done'],
}

/** Left out where there is nothing in them, unless somebody's day begins with them: then "nothing" is worth saying. */
const MAY_LACK: readonly Section[] = ['waiting', 'decisions', 'asked', 'mine', 'rhythm']

export function sectionsFor(roles: readonly Role[], isEmpty: (section: Section) => boolean): readonly Section[] {
  const seen = new Set(roles.flatMap((role) => SEEN[role]))
  const [lead] = Object.entries(SEEN).flatMap(([role, [first]]) => (roles.some((one) => one === role) ? [first] : []))
  // Whoever runs the whole needs no word about whom to call, and reads of what he did in the ledger.
  if (seen.has('since')) for (const small of ['report', 'done'] as const) seen.delete(small)
  return SECTIONS.filter(
    (section) => seen.has(section) && (section === lead || !MAY_LACK.includes(section) || !isEmpty(section)),
  )
}

/** Sections that tell what an auditor would find: not for whoever comes to conclude for himself. */
export const FORESEEING: readonly Section[] = ['steps', 'expected']
