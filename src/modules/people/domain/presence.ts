import { addDays } from '../../../kernel/calendar.ts'
import type { Isms } from '../../../kernel/isms.ts'
import type { Moment } from '../../../kernel/moment.ts'
import type { RecordId } from '../../../kernel/register.ts'
import { isFilled } from '../../../kernel/verdict.ts'
import { type AccessGrant, accessGrant } from '../../access/register.ts'
import { unit } from '../../organisation/registers/unit.ts'
import { type Person, person } from '../registers/person.ts'
import { role } from '../registers/role.ts'
import { type RoleAssignment, roleAssignment } from '../registers/role-assignment.ts'

/** Whether the person works for the organisation at the moment: started, and not gone; the last day still counts. */
export function isPresent(someone: Person, moment: Moment): boolean {
  return someone.state !== 'retired' && moment.during(someone.startDate, someone.endDate)
}

/** A person is in scope through the unit; who belongs to no unit belongs to the whole, which is in scope. */
export function isPersonInScope(isms: Isms, someone: Person): boolean {
  return someone.unit === null || isms.find(unit, someone.unit)?.inScope === true
}

/**
 * "Person" of the rules' populations (readiness 1.7, 11): employees, contractors, temporary staff and volunteers with
 * access, in scope and here at the moment. Who has no kind yet is counted in, so that a rule can ask.
 */
export function isInPopulation(isms: Isms, someone: Person, moment: Moment): boolean {
  if (someone.kind === 'external' || !isPersonInScope(isms, someone) || !isPresent(someone, moment)) return false
  return someone.kind !== 'volunteer' || hasAccess(isms, someone, moment)
}

/** Newcomers get so long to read the policy and to be told what they must know (R-5.2-3, R-7.3-1). */
const SETTLING_DAYS = 30

/** Whether the person belongs to the population and has been here for thirty days. */
export function isSettled(isms: Isms, someone: Person, moment: Moment): boolean {
  if (!isInPopulation(isms, someone, moment)) return false
  return someone.startDate === null || moment.reached(addDays(someone.startDate, SETTLING_DAYS))
}

/** Who is not known to work here (kind left empty) is asked about, not objected to (readiness 1.10, 1). */
export function unlessUnknown(someone: Person, fails: boolean): boolean | 'unknown' {
  return fails && someone.kind === null ? 'unknown' : fails
}

function hasAccess(isms: Isms, someone: Person, moment: Moment): boolean {
  return isms.pointing(accessGrant, 'person', someone.id).some((grant) => isOpen(grant, moment))
}

/** Whether the person has more rights somewhere than an ordinary user. */
export function hasPrivileges(isms: Isms, someone: Person, moment: Moment): boolean {
  return isms
    .pointing(accessGrant, 'person', someone.id)
    .some((grant) => grant.privileged === true && isOpen(grant, moment))
}

function isOpen(grant: AccessGrant, moment: Moment): boolean {
  return moment.reached(grant.grantedAt) && !moment.reached(grant.revokedAt)
}

/** An assignment holds from its first to its last day; one that was ended without a day has no holder any more. */
export function holds(assignment: RoleAssignment, moment: Moment): boolean {
  if (assignment.state === 'ended' && assignment.toDate === null) return false
  return moment.during(assignment.fromDate, assignment.toDate)
}

export function isTopManagement(isms: Isms, id: RecordId | null): boolean {
  return isms.find(person, id)?.isTopManagement === true
}

/** Whether somebody works here at the moment and may decide on money or work: through a role with authorities, or as top management. */
export function hasAuthority(isms: Isms, id: RecordId | null, moment: Moment): boolean {
  const someone = isms.find(person, id)
  if (someone === null || !isPresent(someone, moment)) return false
  if (someone.isTopManagement === true) return true
  return isms
    .pointing(roleAssignment, 'person', someone.id)
    .some((assignment) => holds(assignment, moment) && isFilled(isms.find(role, assignment.role)?.authorities))
}

/** The people who hold a role at the moment and work here. */
export function holdersOf(isms: Isms, roleId: RecordId, moment: Moment): readonly Person[] {
  return isms
    .pointing(roleAssignment, 'role', roleId)
    .filter((assignment) => holds(assignment, moment))
    .map((assignment) => isms.find(person, assignment.person))
    .filter((someone) => someone !== null)
    .filter((someone) => isPresent(someone, moment))
}

/** Who answers for something that names a person, or else a role. */
export function ownersOf(
  isms: Isms,
  owned: { readonly owner: RecordId | null; readonly ownerRole: RecordId | null },
  moment: Moment,
): readonly RecordId[] {
  if (owned.owner !== null) return [owned.owner]
  return owned.ownerRole === null ? [] : holdersOf(isms, owned.ownerRole, moment).map((someone) => someone.id)
}
