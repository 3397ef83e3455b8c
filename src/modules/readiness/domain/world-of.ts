import type { AnyRecord, Isms } from '../../../kernel/isms.ts'
import type { Moment } from '../../../kernel/moment.ts'
import type { RecordId, Register } from '../../../kernel/register.ts'
import type { RemedyOwner } from '../../../kernel/rule.ts'
import { parametersInForce } from '../../organisation/domain/parameters.ts'
import { organisation } from '../../organisation/registers/organisation.ts'
import { holds, isPresent } from '../../people/domain/presence.ts'
import { person } from '../../people/registers/person.ts'
import { role } from '../../people/registers/role.ts'
import { roleAssignment } from '../../people/registers/role-assignment.ts'
import type { World } from './world.ts'
import { controlsOf } from './world-controls.ts'
import { auditsOf, externalFindings, planOf } from './world-plan.ts'
import { approvedExceptions, ownRemedies } from './world-remedies.ts'

/** What the registers say of the organisation. What is asked again and again is worked out once for a state. */
export function worldOf(isms: Isms, registers: readonly Register[]): World {
  const own = isms.all(organisation)[0] ?? null
  const facts = new Map(registers.map((register) => [register.name, factsOf(register)]))
  const titles = new Map(registers.map((register) => [register.name, register.title]))
  return {
    plan: planOf(isms, own),
    ...parametersInForce(own),
    audits: auditsOf(isms),
    externalFindings: externalFindings(isms),
    ownRemedies: ownRemedies(isms),
    exceptions: approvedExceptions(isms),
    ...controlsOf(isms),
    titleOf: (record) => titleOf(isms, titles, record),
    unknownFacts: (record) => (facts.get(record.register) ?? []).filter((field) => record[field] === null),
    personFor: (owner, objects, moment) => personFor(isms, owner, objects, moment),
  }
}

function factsOf({ fields }: Register): readonly string[] {
  return Object.keys(fields).filter((name) => fields[name]?.isFact === true)
}

/** What people call a record: its title; of a record that is named after another, that one's. */
function titleOf(isms: Isms, titles: ReadonlyMap<string, string>, record: AnyRecord): string {
  const title = textAt(record, titles.get(record.register))
  const named = isms.any(title)
  return (named === null ? title : textAt(named, titles.get(named.register))) ?? record.number
}

function textAt(record: AnyRecord, field: string | undefined): string | null {
  const value = field === undefined ? null : record[field]
  return typeof value === 'string' ? value : null
}

function personFor(isms: Isms, owner: RemedyOwner, objects: readonly RecordId[], moment: Moment): RecordId | null {
  if (owner === 'top_management') return topManager(isms, moment) ?? coordinator(isms, moment)
  for (const id of owner === 'object_owner' ? objects : []) {
    const record = isms.any(id)
    const answering = record === null ? null : textAt(record, 'owner')
    if (answering !== null) return answering
  }
  return coordinator(isms, moment)
}

function topManager(isms: Isms, moment: Moment): RecordId | null {
  return isms.all(person).find((one) => one.isTopManagement === true && isPresent(one, moment))?.id ?? null
}

/** Who holds the duty to keep the ISMS conforming, else who coordinates it. */
function coordinator(isms: Isms, moment: Moment): RecordId | null {
  for (const duty of ['isms_coordination', 'isms_conformity'] as const) {
    const roles = isms.all(role).filter((one) => one.duties.includes(duty))
    const held = roles
      .flatMap((one) => isms.pointing(roleAssignment, 'role', one.id))
      .find((assignment) => holds(assignment, moment))
    if (held !== undefined) return held.person
  }
  return null
}
