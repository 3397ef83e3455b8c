import type { Register, RegisterGroup } from '../../kernel/register.ts'
import { registers } from '../registers.ts'

/** One line of the navigation: a register, or a page of its own. */
export interface Place {
  readonly to: string
  /** Key of its words; those of a register begin with a small letter. */
  readonly text: string
}

export interface PlaceGroup {
  readonly name: RegisterGroup
  readonly places: readonly Place[]
}

export const FIRST_PLACES: readonly Place[] = [
  { to: '', text: 'nav.today' },
  { to: 'readiness', text: 'nav.readiness' },
]

/** Where somebody who works through the cycle for the first time looks first. Registers not named here follow behind. */
const ORDER: readonly string[] = [
  'organisation',
  'context_issue',
  'context_determination',
  'interested_party',
  'requirement',
  'scope',
  'isms_process',
  'role',
  'role_assignment',
  'person',
  'unit',
  'location',
  'service',
  'asset',
  'information_system',
  'risk',
  'risk_assessment',
  'risk_method',
  'treatment',
  'treatment_plan',
  'objective',
  'control',
  'evidence',
  'document',
  'action',
]

/** Pages that are more than a list. They come behind the register named, or first in their group. */
const PAGES: readonly { readonly group: RegisterGroup; readonly after: string | null; readonly place: Place }[] = [
  { group: 'risks', after: 'risk', place: { to: 'risk-map', text: 'nav.riskMap' } },
  { group: 'risks', after: 'treatment_plan', place: { to: 'statement', text: 'nav.statement' } },
  { group: 'certify', after: null, place: { to: 'ledger', text: 'nav.ledger' } },
  { group: 'ground', after: null, place: { to: 'import', text: 'nav.import' } },
  { group: 'ground', after: null, place: { to: 'members', text: 'nav.members' } },
  { group: 'ground', after: null, place: { to: 'api-documentation', text: 'nav.api' } },
]

const GROUPS: readonly RegisterGroup[] = ['understand', 'risks', 'run', 'check', 'certify', 'ground']

const rank = (register: Register): number => {
  const at = ORDER.indexOf(register.name)
  return at === -1 ? ORDER.length : at
}

/** The registers of a group in the order of the navigation. Those shown in their parent have no line of their own. */
function inGroup(group: RegisterGroup): readonly Register[] {
  return registers
    .filter((register) => register.group === group && (register.parent === null || register.name === 'treatment'))
    .filter((register) => register.name !== 'statement')
    .toSorted((a, b) => rank(a) - rank(b))
}

export function placeGroups(): readonly PlaceGroup[] {
  return GROUPS.map((name) => {
    const pages = PAGES.filter(({ group }) => group === name)
    const known = inGroup(name)
    const names = new Set(known.map((register) => register.name))
    const places = known.flatMap((register): readonly Place[] => [
      { to: `registers/${register.name}`, text: `${register.name}.plural` },
      ...pages.filter(({ after }) => after === register.name).map(({ place }) => place),
    ])
    const loose = pages.filter(({ after }) => after === null || !names.has(after)).map(({ place }) => place)
    return { name, places: [...places, ...loose] }
  }).filter(({ places }) => places.length > 0)
}
