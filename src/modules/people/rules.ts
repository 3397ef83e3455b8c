import { latest, months } from '../../kernel/calendar.ts'
import type { Isms } from '../../kernel/isms.ts'
import type { Moment } from '../../kernel/moment.ts'
import type { CalendarDate, RecordId } from '../../kernel/register.ts'
import { type Facts, type Rule, type RuleResult, rule } from '../../kernel/rule.ts'
import {
  always,
  breach,
  failing,
  forAll,
  isFilled,
  lookedFor,
  noPopulation,
  okay,
  together,
} from '../../kernel/verdict.ts'
import { approval } from '../approvals/registers/approval.ts'
import { communicationLine } from '../communications/register.ts'
import { versionsOf } from '../documents/domain/in-force.ts'
import { document } from '../documents/registers/document.ts'
import { documentVersion } from '../documents/registers/document-version.ts'
import { objective } from '../objectives/registers/objective.ts'
import { resourceDecision } from '../resources/register.ts'
import { managementReview } from '../reviews/registers/management-review.ts'
import { holdersOf, holds, isTopManagement } from './domain/presence.ts'
import { person } from './registers/person.ts'
import { type Role, role } from './registers/role.ts'
import { type RoleAssignment, roleAssignment } from './registers/role-assignment.ts'

/** Something that top management visibly did. */
interface LeadershipEvent {
  readonly kind: 'policy' | 'objective' | 'resource' | 'review' | 'risk_acceptance' | 'message'
  readonly id: RecordId
  readonly by: RecordId | null
  readonly at: CalendarDate | null
}

const APPROVAL_EVENTS: Readonly<Record<string, LeadershipEvent['kind']>> = {
  policy: 'policy',
  objective: 'objective',
  resource: 'resource',
  residual_risk: 'risk_acceptance',
  retain_exception: 'risk_acceptance',
}

function leadershipEvents(isms: Isms): readonly LeadershipEvent[] {
  const policies = versionsOf(isms, 'infosec_policy').map(
    ({ version }): LeadershipEvent => ({
      kind: 'policy',
      id: version.id,
      by: version.approvedBy,
      at: version.approvedAt,
    }),
  )
  const objectives = isms
    .all(objective)
    .map((one): LeadershipEvent => ({ kind: 'objective', id: one.id, by: one.approvedBy, at: one.approvedAt }))
  const reviews = isms
    .all(managementReview)
    .map((one): LeadershipEvent => ({ kind: 'review', id: one.id, by: one.chair, at: one.heldAt }))
  const approvals = isms.all(approval).flatMap((one): readonly LeadershipEvent[] => {
    const kind = APPROVAL_EVENTS[one.kind]
    if (kind === undefined || one.decision !== 'approved' || one.state !== 'given') return []
    return [{ kind, id: one.id, by: one.by, at: one.at }]
  })
  return [...policies, ...objectives, ...reviews, ...approvals, ...resources(isms), ...messages(isms)]
}

function resources(isms: Isms): readonly LeadershipEvent[] {
  return isms
    .all(resourceDecision)
    .filter((one) => one.state === 'decided')
    .map((one) => ({ kind: 'resource', id: one.id, by: one.decidedBy, at: one.decidedAt }))
}

/** A message to the whole staff is a deed of whoever gave it, not of whoever planned it. */
function messages(isms: Isms): readonly LeadershipEvent[] {
  return isms
    .all(communicationLine)
    .filter((one) => one.toEverybody === true)
    .flatMap((one) => one.done.map(({ at, by }): LeadershipEvent => ({ kind: 'message', id: one.id, by, at })))
}

const leadershipVisible = rule(
  'R-5.1-1',
  {
    basis: 'N',
    stage: 'S2',
    worst: 'MAJ',
    document: 'D-14',
    reads: [
      document,
      documentVersion,
      objective,
      managementReview,
      approval,
      person,
      resourceDecision,
      communicationLine,
    ],
    remedy: { owner: 'top_management', register: 'management_review', act: 'create' },
  },
  ({ isms, moment }) => {
    const events = leadershipEvents(isms).filter(
      (event) => isTopManagement(isms, event.by) && moment.within(event.at, months(12)),
    )
    const kinds = new Set(events.map((event) => event.kind))
    if (kinds.size >= 2) return okay(events)
    const seen = { keys: [...kinds].map((kind) => `leadership.${kind}`) }
    return breach({
      variant: kinds.size === 0 ? 'none' : 'one_kind',
      severity: kinds.size === 0 ? 'MAJ' : 'OFI',
      values: { n: kinds.size, kinds: seen },
      lookedAt: events,
      lookedFor: [lookedFor('leadership')],
    })
  },
)

/** The two authorities that the standard names itself (5.3 a and b). */
const NAMED_DUTIES = ['isms_conformity', 'isms_reporting'] as const
type NamedDuty = (typeof NAMED_DUTIES)[number]

interface DutyHolding {
  readonly role: Role
  readonly assignment: RoleAssignment
}

function holdingsOf(isms: Isms, duty: NamedDuty, moment: Moment): readonly DutyHolding[] {
  return isms
    .all(role)
    .filter((one) => one.state === 'active' && one.duties.includes(duty))
    .flatMap((one) =>
      isms
        .pointing(roleAssignment, 'role', one.id)
        .filter((assignment) => holds(assignment, moment))
        .map((assignment) => ({ role: one, assignment })),
    )
}

function isDescribed({ role: one }: DutyHolding): boolean {
  return isFilled(one.responsibilities) && isFilled(one.authorities)
}

function isAccepted({ assignment }: DutyHolding, moment: Moment): boolean {
  return moment.reached(assignment.acceptedAt)
}

const authoritiesNamed = rule(
  'R-5.3-1',
  {
    basis: 'N',
    stage: 'S1',
    worst: 'MAJ',
    document: 'D-08',
    reads: [role, roleAssignment],
    remedy: { owner: 'top_management', register: 'role_assignment', act: 'create' },
  },
  ({ isms, moment }) => {
    const duties = NAMED_DUTIES.map((duty) => ({ duty, holdings: holdingsOf(isms, duty, moment) }))
    const open = duties.filter(({ holdings }) => holdings.length === 0)
    const unassigned: RuleResult = open.length === 0 ? okay() : dutiesUnassigned(open.map(({ duty }) => duty))
    return together(unassigned, ...duties.map(({ holdings }) => appointed(holdings, moment)))
  },
)

function dutiesUnassigned(open: readonly NamedDuty[]): RuleResult {
  const duties = { keys: open.map((duty) => `role.duties.${duty}`) }
  return breach({
    variant: open.length === NAMED_DUTIES.length ? 'none' : 'one',
    severity: open.length === NAMED_DUTIES.length ? 'MAJ' : 'MIN',
    values: { n: open.length, duties },
    lookedFor: [lookedFor('assignment', { duties })],
  })
}

/** Of several holders of a duty one with everything in order is enough. */
function appointed(holdings: readonly DutyHolding[], moment: Moment): RuleResult {
  const lookedAt = holdings.map(({ assignment }) => assignment)
  if (holdings.length === 0) return noPopulation
  const described = holdings.filter(isDescribed)
  if (described.length === 0) {
    return breach({
      variant: 'undescribed',
      severity: 'MIN',
      failing: holdings.map((holding) => failing(holding.role, ['responsibilities', 'authorities'])),
      lookedAt,
    })
  }
  if (described.some((holding) => isAccepted(holding, moment))) return okay(lookedAt)
  return breach({
    variant: 'unaccepted',
    severity: 'OFI',
    failing: described.map((holding) => failing(holding.assignment, ['acceptedAt'])),
    lookedAt,
  })
}

const rolesHeld = rule(
  'R-5.3-2',
  {
    basis: 'O',
    stage: 'S2',
    worst: 'MIN',
    document: 'D-08',
    reads: [role, roleAssignment, person],
    remedy: { owner: 'coordinator', register: 'role_assignment', act: 'create' },
  },
  (facts) => {
    const relevant = facts.isms
      .all(role)
      .filter((one) => one.state === 'active' && one.ismsRelevant === true && !facts.isExcepted(one.id))
    const assignments = relevant.flatMap((one) => facts.isms.pointing(roleAssignment, 'role', one.id))
    const held = forAll(facts, { of: assignments, counts: holds }, [
      {
        variant: 'leaver',
        grade: always('MIN'),
        fails: (assignment, moment) => moment.late(facts.isms.find(person, assignment.person)?.endDate ?? null),
        fields: ['person', 'toDate'],
      },
    ])
    const filled = forAll(facts, relevant, [
      { variant: 'vacant', grade: always('MIN'), fails: (one, moment) => isVacantTooLong(facts, one, moment) },
    ])
    return together(held, filled)
  },
)

/** A vacancy lasts from the day on which the last holder stopped, of a new role from the day on which it came to be. */
function isVacantTooLong({ isms }: Facts, one: Role, moment: Moment): boolean {
  const assignments = isms.pointing(roleAssignment, 'role', one.id)
  // Held by somebody who left: that is the other half of the rule.
  if (holdersOf(isms, one.id, moment).length > 0 || assignments.some((assignment) => holds(assignment, moment)))
    return false
  const ended = latest(...assignments.map((assignment) => assignment.toDate))
  return moment.late(ended ?? one.validFrom, 30)
}

export const rules: readonly Rule[] = [leadershipVisible, authoritiesNamed, rolesHeld]
