import { months } from '../../../kernel/calendar.ts'
import { isInLookBack } from '../../../kernel/interval.ts'
import type { Moment } from '../../../kernel/moment.ts'
import { type Facts, type Rule, rule } from '../../../kernel/rule.ts'
import { always, forAll, type Grade, ratio } from '../../../kernel/verdict.ts'
import { bindingDue, effectivenessDueOf, isCorrective, isDone, isEffective, isReviewed } from '../../actions/domain.ts'
import { type Action, action } from '../../actions/register.ts'

function correctiveActions({ isms }: Facts): readonly Action[] {
  return isms.all(action).filter(isCorrective)
}

/** The plan's own tolerance: the rule writes due ≥ t − 30 d. */
const GRACE_DAYS = 30

const onTime = rule(
  'R-10.2-c-1',
  {
    basis: 'N/O',
    stage: 'S2',
    worst: 'MIN',
    document: 'D-15',
    reads: [action],
    remedy: { owner: 'object_owner', register: 'action', act: 'update' },
  },
  (facts) => {
    const counts = (one: Action, moment: Moment) => !isDone(one, moment) || isInLookBack(facts, moment, one.doneAt)
    return forAll(facts, { of: correctiveActions(facts), counts }, [
      {
        // Neither done, nor due, nor re-planned: a promise without a date is none.
        variant: 'undated',
        fails: (one, moment) => !isDone(one, moment) && bindingDue(one) === null,
        fields: ['due'],
      },
      {
        variant: 'late',
        fails: (one, moment) =>
          !isDone(one, moment) && moment.late(bindingDue(one), GRACE_DAYS) && !facts.isExcepted(one.id),
        fields: ['due', 'state'],
      },
    ])
  },
)

function isMissing(one: Action, moment: Moment): boolean {
  return isDone(one, moment) && !isReviewed(one, moment) && moment.late(effectivenessDueOf(one))
}

/** Missing for more than half of those due in the last twelve months → MAJ; among fewer than four → MIN (1.3). */
function unlessMost(facts: Facts): Grade {
  const { moment } = facts
  const due = correctiveActions(facts).filter((one) => {
    const by = effectivenessDueOf(one)
    return isDone(one, moment) && moment.late(by) && moment.within(by, months(12))
  })
  const fails = due.filter((one) => isMissing(one, moment)).length
  return always(ratio(0.5)({ fails, total: due.length }))
}

function isReviewLate(one: Action): boolean {
  const due = effectivenessDueOf(one)
  return one.effectivenessReviewedAt !== null && due !== null && one.effectivenessReviewedAt > due
}

const effectivenessReviewed = rule(
  'R-10.2-d-1',
  {
    basis: 'N',
    stage: 'S2',
    worst: 'MAJ',
    document: 'D-16',
    reads: [action],
    looksBack: true,
    remedy: { owner: 'coordinator', register: 'action', act: 'reviewEffectiveness' },
  },
  (facts) => {
    const counts = (one: Action, moment: Moment) =>
      isDone(one, moment) && (!isReviewed(one, moment) || isInLookBack(facts, moment, one.effectivenessReviewedAt))
    return forAll(facts, { of: correctiveActions(facts), counts }, [
      {
        variant: 'missing',
        grade: unlessMost(facts),
        fails: isMissing,
        fields: ['effectivenessReviewedAt', 'effectivenessResult'],
      },
      {
        variant: 'late',
        grade: always('OFI'),
        fails: (one, moment) => isReviewed(one, moment) && isReviewLate(one),
        fields: ['effectivenessReviewedAt'],
      },
      {
        variant: 'same',
        grade: always('OFI'),
        fails: (one, moment) => isReviewed(one, moment) && !isByAnother(one),
        fields: ['effectivenessReviewedBy', 'owner'],
      },
    ])
  },
)

function isByAnother({ effectivenessReviewedBy, owner }: Action): boolean {
  return effectivenessReviewedBy !== null && effectivenessReviewedBy !== owner
}

const ismsChanged = rule(
  'R-10.2-e-1',
  {
    basis: 'N',
    stage: 'S2',
    worst: 'OFI',
    document: 'D-16',
    reads: [action],
    looksBack: true,
    remedy: { owner: 'object_owner', register: 'action', act: 'update' },
  },
  (facts) => {
    // Closed: found effective. Before that nobody knows whether this was the change that it took.
    const counts = (one: Action, moment: Moment) =>
      isEffective(one, moment) && isInLookBack(facts, moment, one.effectivenessReviewedAt)
    return forAll(facts, { of: correctiveActions(facts), counts, grade: always('OFI') }, [
      {
        fails: ({ ismsChange, noChangeNeeded }) => ismsChange === null && noChangeNeeded !== true,
        fields: ['ismsChange', 'noChangeNeeded'],
      },
    ])
  },
)

export const rules: readonly Rule[] = [onTime, effectivenessReviewed, ismsChanged]
