import { STEPS } from '../modules/path/domain/steps.ts'
import { GUIDES, guideAt } from './pages/guided/guides.ts'
import type { ExpectedFinding } from './readiness.ts'
import { findRegister } from './registers.ts'
import type { Search } from './search.ts'

/** A finding with what was looked at, as the server tells it. */
type Remediable = Pick<ExpectedFinding, 'rule' | 'objects' | 'remedy'> & {
  readonly lookedAt: {
    readonly count: number
    readonly records?: readonly { readonly id: string; readonly register: string }[]
  }
}

interface Link {
  readonly to: string
  readonly search?: Search
}

/**
 * Where a finding is put right: in the guided form of its step, at the one record that it is about, at the statement, at
 * the list of the register that its remedy names, or at a new record there, where nobody began one.
 */
export function remedyLink(finding: Remediable): Link {
  const { objects, remedy } = finding
  const [first] = objects
  const name = first?.register || remedy.register
  const guided = guidedPlace(finding.rule, name)
  if (guided !== null) return { to: guided }
  if (name === 'statement_line' || name === 'statement') return { to: 'statement' }
  if (first !== undefined && objects.length === 1 && first.register !== '')
    return { to: `registers/${name}/${first.id}` }
  if (findRegister(name) === null) return { to: 'readiness' }
  if (objects.length > 0 || remedy.act !== 'create') return { to: `registers/${name}` }
  return { to: begunOrNew(finding, name) }
}

/** What was looked at and not enough is often a draft: to finish that is less work than to begin anew. */
function begunOrNew({ lookedAt }: Remediable, register: string): string {
  const begun = lookedAt.records?.filter((one) => one.register === register) ?? []
  const [draft] = begun
  if (draft === undefined) return `registers/${register}/new`
  return begun.length === 1 ? `registers/${register}/${draft.id}` : `registers/${register}`
}

const WORKSHOP = { place: '#workshop', registers: ['risk', 'risk_score', 'risk_opinion', 'risk_assessment'] }

/** The form of the step that the rule turns, where that form writes in the register. */
function guidedPlace(rule: string, register: string): string | null {
  const places = STEPS.find(({ rules }) => rules.includes(rule))?.places ?? []
  const found = places.find((place) => {
    if (place === WORKSHOP.place) return WORKSHOP.registers.includes(register)
    const guide = guideAt(place)
    return guide !== null && GUIDES[guide].registers.some((one) => one === register)
  })
  return found?.slice(1) ?? null
}
