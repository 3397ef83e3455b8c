import type { Isms } from '../../../kernel/isms.ts'
import { type Moment, onceAt } from '../../../kernel/moment.ts'
import type { RecordId } from '../../../kernel/register.ts'
import { type Rule, rule } from '../../../kernel/rule.ts'
import { forAll, isFilled } from '../../../kernel/verdict.ts'
import { holdersOf } from '../domain/presence.ts'
import { type DutyConflict, dutyConflict } from '../registers/duty-conflict.ts'
import { person } from '../registers/person.ts'
import { role } from '../registers/role.ts'
import { roleAssignment } from '../registers/role-assignment.ts'

function isCompensated(conflict: DutyConflict): boolean {
  return isFilled(conflict.compensation) || conflict.compensatingControls.length > 0
}

/** What each person who holds a role has to do, by all roles together. */
function dutiesOf(isms: Isms, moment: Moment): ReadonlyMap<RecordId, ReadonlySet<string>> {
  const held = new Map<RecordId, Set<string>>()
  for (const one of isms.all(role)) {
    if (one.state !== 'active' || one.duties.length === 0) continue
    for (const { id } of holdersOf(isms, one.id, moment)) {
      const duties = held.get(id) ?? new Set<string>()
      for (const duty of one.duties) duties.add(duty)
      held.set(id, duties)
    }
  }
  return held
}

/** Whose name was erased goes by number. */
function namesOf(isms: Isms, people: ReadonlySet<RecordId>): string {
  const found = [...people].map((id) => isms.find(person, id)).filter((someone) => someone !== null)
  return found.map((someone) => (isFilled(someone.name) ? someone.name : someone.number)).join(', ')
}

const dutiesSeparated = rule(
  'R-A.5.3-1',
  {
    basis: 'N',
    stage: 'S2',
    worst: 'MIN',
    reads: [dutyConflict, role, roleAssignment, person],
    remedy: { owner: 'object_owner', register: 'duty_conflict', act: 'update' },
  },
  (facts) => {
    const { isms } = facts
    const holding = onceAt(facts.moment, (moment) => dutiesOf(isms, moment))
    const holdersOfBoth = ({ firstDuty, secondDuty }: DutyConflict, moment: Moment): readonly RecordId[] => {
      return [...holding(moment)].flatMap(([id, duties]) =>
        duties.has(firstDuty) && duties.has(secondDuty) ? [id] : [],
      )
    }
    return forAll(
      facts,
      isms.all(dutyConflict).filter((one) => one.state === 'active'),
      [
        {
          fails: (one, moment) => !isCompensated(one) && holdersOfBoth(one, moment).length > 0,
          fields: ['compensation', 'compensatingControls', 'firstDuty', 'secondDuty'],
          values: (them) => ({
            people: namesOf(isms, new Set(them.flatMap((one) => holdersOfBoth(one, facts.moment)))),
          }),
        },
      ],
    )
  },
)

export const rules: readonly Rule[] = [dutiesSeparated]
