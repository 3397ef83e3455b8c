import type { Isms } from '../../../kernel/isms.ts'
import type { Moment } from '../../../kernel/moment.ts'
import type { RecordId } from '../../../kernel/register.ts'
import { type Approval, approval } from '../../approvals/registers/approval.ts'
import { holds, isTopManagement, ownersOf } from '../../people/domain/presence.ts'
import { roleAssignment } from '../../people/registers/role-assignment.ts'
import { methodOf } from '../../risks/domain/levels.ts'
import { mayAccept } from '../../risks/domain/method.ts'
import type { Risk } from '../../risks/registers/risk.ts'
import type { RiskMethod } from '../../risks/registers/risk-method.ts'
import { riskScore } from '../../risks/registers/risk-score.ts'
import { treatmentsOf } from './treated.ts'

/**
 * Approvals of a kind on any of the subjects that stand at the moment, in order of time: given, not withdrawn, not ended,
 * and not taken back by a later no of the same person.
 */
export function standing(
  isms: Isms,
  kind: Approval['kind'],
  subjects: readonly RecordId[],
  moment: Moment,
): readonly Approval[] {
  const words = subjects
    .flatMap((subject) => isms.pointing(approval, 'subject', subject))
    .filter((one) => one.kind === kind)
  return words.length === 0 ? words : standingOf(words, moment)
}

/** The same, of what was said on one risk, on its treatments or its scores. */
export function standingOn(isms: Isms, kind: Approval['kind'], owned: Risk, moment: Moment): readonly Approval[] {
  return standing(isms, kind, subjectsOf(isms, owned), moment)
}

function standingOf(words: readonly Approval[], moment: Moment): readonly Approval[] {
  const given = words
    .filter((one) => one.state === 'given' && (one.at === null || moment.reached(one.at)))
    .sort((a, b) => compareDays(a.at ?? '', b.at ?? '') || a.sequence - b.sequence)
  const last = new Map(given.map((one) => [`${one.by} ${one.subject}`, one]))
  return [...last.values()].filter((one) => one.decision === 'approved' && !moment.late(one.until))
}

/** Days are compared as they are written: asked for every risk, so the rules of a language would cost too much. */
function compareDays(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/**
 * Whether it was given by the owner of the risk: by who owns it now, or, on the risk itself, by who said at the time that he
 * did. The approval keeps the capacity, because owners change.
 */
export function isByOwner(isms: Isms, one: Approval, owned: Risk, moment: Moment): boolean {
  if (ownersOf(isms, owned, moment).includes(one.by)) return true
  return one.capacity === 'risk_owner' && subjectsOf(isms, owned).includes(one.subject)
}

/** What an approval about one risk may be attached to: the risk, one of its treatments, one of its scores. */
export function subjectsOf(isms: Isms, owned: Risk): readonly RecordId[] {
  const scores = isms.pointing(riskScore, 'risk', owned.id)
  return [owned.id, ...treatmentsOf(isms, owned).map(({ id }) => id), ...scores.map(({ id }) => id)]
}

/**
 * What a file says about the owner's approval: a question until he confirms it here, then as good as given here (DESIGN,
 * settled early, 3). The file does not say to which version, so it counts for what it was read with.
 */
export function statedApproval(owned: Risk): 'none' | 'open' | 'confirmed' {
  const { by, on, confirmedAt } = owned.statedApproval
  if (by === null && on === null) return 'none'
  return confirmedAt === null ? 'open' : 'confirmed'
}

/** Turns "nothing given here" into a question where a file says otherwise, and into nothing where that was confirmed. */
export function unlessStated(owned: Risk, isMissing: boolean): boolean | 'unknown' {
  const stated = statedApproval(owned)
  if (!isMissing || stated === 'none') return isMissing
  return stated === 'open' ? 'unknown' : false
}

interface Known {
  readonly isms: Isms
}

/** Whether the method's table lets the approver decide on a risk of this level, in any capacity that he had. */
export function isAuthorised(
  facts: Known,
  one: Approval,
  about: { readonly risk: Risk; readonly level: string | null },
  moment: Moment,
): boolean {
  const method = methodOf(facts.isms, moment)
  if (method === null || method.authorityTable.length === 0) return true
  const roles = one.roleAtTime === null ? rolesOf(facts.isms, one, moment) : [one.roleAtTime]
  const capacities = [one.capacity, ...capacitiesOf(facts.isms, one, about.risk, moment)]
  return capacities.some((capacity) => mayAccept(method, about.level, { capacity, roles }))
}

type Capacity = RiskMethod['authorityTable'][number]['capacities'][number]

/** The director who owns a risk decides as both, whichever of the two the approval names. */
function capacitiesOf(isms: Isms, one: Approval, owned: Risk, moment: Moment): readonly Capacity[] {
  return [
    ...(isTopManagement(isms, one.by) ? (['top_management'] as const) : []),
    ...(isByOwner(isms, one, owned, moment) ? (['risk_owner'] as const) : []),
  ]
}

/** Where the approval does not say in which role it was given, the roles that the person holds. */
function rolesOf(isms: Isms, one: Approval, moment: Moment): readonly RecordId[] {
  return isms
    .pointing(roleAssignment, 'person', one.by)
    .filter((assignment) => holds(assignment, moment))
    .map((assignment) => assignment.role)
}
