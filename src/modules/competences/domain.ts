import type { Isms } from '../../kernel/isms.ts'
import type { Moment } from '../../kernel/moment.ts'
import type { RecordId } from '../../kernel/register.ts'
import { holds, isPresent } from '../people/domain/presence.ts'
import { person } from '../people/registers/person.ts'
import { role } from '../people/registers/role.ts'
import { type RoleAssignment, roleAssignment } from '../people/registers/role-assignment.ts'
import { competenceEvidence } from './registers/competence-evidence.ts'
import { type CompetenceRequirement, competenceRequirement } from './registers/competence-requirement.ts'

/** One thing that somebody who holds a role must be able to do. */
export interface Need {
  /** Of the assignment: an auditor asks whether this person can do this job. */
  readonly id: RecordId
  readonly assignment: RoleAssignment
  readonly requirement: CompetenceRequirement
}

export function requirementsOf(isms: Isms, roleId: RecordId): readonly CompetenceRequirement[] {
  return isms.pointing(competenceRequirement, 'role', roleId).filter(({ state }) => state === 'active')
}

/**
 * Everything that role holders must be able to do, whoever holds them, at whatever time: whether somebody does at the
 * moment is asked with `isNeeded`. Internal auditors are among them through their role.
 */
export function needs(isms: Isms): readonly Need[] {
  return isms.all(role).flatMap((one) => {
    if (one.state !== 'active') return []
    const requirements = requirementsOf(isms, one.id)
    if (requirements.length === 0) return []
    return isms
      .pointing(roleAssignment, 'role', one.id)
      .flatMap((assignment) => requirements.map((requirement) => ({ id: assignment.id, assignment, requirement })))
  })
}

/** A role that is held by somebody who left is R-5.3-2's matter. */
export function isNeeded(isms: Isms, { assignment }: Need, moment: Moment): boolean {
  const holder = isms.find(person, assignment.person)
  return holder !== null && holds(assignment, moment) && isPresent(holder, moment)
}

/** Whether a proof that has not run out shows it. */
export function isProven(isms: Isms, { assignment, requirement }: Need, moment: Moment): boolean {
  return isms
    .pointing(competenceEvidence, 'person', assignment.person)
    .some(
      (proof) =>
        proof.state === 'active' &&
        proof.requirements.includes(requirement.id) &&
        (proof.obtainedAt === null || moment.reached(proof.obtainedAt)) &&
        !moment.late(proof.validUntil),
    )
}
