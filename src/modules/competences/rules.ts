import { isInLookBack } from '../../kernel/interval.ts'
import type { Moment } from '../../kernel/moment.ts'
import { type Facts, type Rule, rule } from '../../kernel/rule.ts'
import { always, forAll, lookedFor, orAll, ratio, together } from '../../kernel/verdict.ts'
import { person } from '../people/registers/person.ts'
import { role } from '../people/registers/role.ts'
import { roleAssignment } from '../people/registers/role-assignment.ts'
import { isNeeded, isProven, type Need, needs, requirementsOf } from './domain.ts'
import { type CompetenceAction, competenceAction } from './registers/competence-action.ts'
import { competenceEvidence } from './registers/competence-evidence.ts'
import { competenceRequirement } from './registers/competence-requirement.ts'

const determined = rule(
  'R-7.2-a-1',
  {
    basis: 'N',
    stage: 'S2',
    worst: 'MAJ',
    document: 'D-07',
    reads: [role, competenceRequirement],
    remedy: { owner: 'coordinator', register: 'competence_requirement', act: 'create' },
  },
  (facts) => {
    const roles = facts.isms.all(role).filter((one) => one.state === 'active' && one.ismsRelevant === true)
    return forAll(facts, roles, [
      {
        grade: orAll(always('MIN')),
        fails: (one) => requirementsOf(facts.isms, one.id).length === 0,
        lookedFor: lookedFor('competence_requirement'),
      },
    ])
  },
)

const NEEDED = [role, roleAssignment, person, competenceRequirement, competenceEvidence]

const proven = rule(
  'R-7.2-b-1',
  {
    basis: 'N',
    stage: 'S2',
    worst: 'MAJ',
    document: 'D-07',
    reads: NEEDED,
    remedy: { owner: 'coordinator', register: 'competence_evidence', act: 'create' },
  },
  (facts) => {
    const { isms } = facts
    const counts = (need: Need, moment: Moment) => isNeeded(isms, need, moment)
    return forAll(facts, { of: needs(isms), counts }, [
      {
        grade: ratio(0.5),
        fails: (need, moment) => !isProven(isms, need, moment),
        values: (open) => ({ requirements: titles(open) }),
        lookedFor: lookedFor('competence_evidence'),
      },
    ])
  },
)

function titles(open: readonly Need[]): string {
  return [...new Set(open.map(({ requirement }) => requirement.title))].join(', ')
}

/** What is under way for it. What was evaluated is history: if the gap is there (again), it takes something new. */
function planned(facts: Facts, { assignment, requirement }: Need): readonly CompetenceAction[] {
  return facts.isms
    .pointing(competenceAction, 'person', assignment.person)
    .filter((one) => one.requirement === requirement.id && one.state !== 'cancelled' && one.state !== 'evaluated')
}

function isDone(one: CompetenceAction): boolean {
  return one.state === 'done' || one.state === 'evaluated'
}

function gaps(facts: Facts): ReturnType<typeof forAll> {
  const { isms } = facts
  const counts = (need: Need, moment: Moment) => isNeeded(isms, need, moment) && !isProven(isms, need, moment)
  return forAll(facts, { of: needs(isms), counts }, [
    {
      variant: 'unplanned',
      fails: (need) => !planned(facts, need).some(({ due, doneAt }) => due !== null || doneAt !== null),
      values: (open) => ({ requirements: titles(open) }),
      lookedFor: lookedFor('competence_action'),
    },
    {
      // A plan whose last day has gone by while nothing was done is no plan any more.
      variant: 'overdue',
      fails: (need, moment) => planned(facts, need).every((one) => !isDone(one) && moment.late(one.due)),
      values: (open) => ({ requirements: titles(open) }),
    },
  ])
}

const closed = rule(
  'R-7.2-c-1',
  {
    basis: 'N',
    stage: 'S2',
    worst: 'MIN',
    document: 'D-07',
    reads: [...NEEDED, competenceAction],
    looksBack: true,
    remedy: { owner: 'object_owner', register: 'competence_action', act: 'create' },
  },
  (facts) => {
    const done = facts.isms.all(competenceAction).filter(isDone)
    const evaluated = forAll(facts, { of: done, counts: (one, moment) => isInLookBack(facts, moment, one.doneAt) }, [
      {
        variant: 'unevaluated',
        fails: (one, moment) => !moment.reached(one.effectivenessEvaluatedAt),
        fields: ['effectivenessEvaluatedAt'],
      },
    ])
    return together(gaps(facts), evaluated)
  },
)

export const rules: readonly Rule[] = [determined, proven, closed]
