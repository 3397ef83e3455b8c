import { addDays, addMonths, earliest } from '../../../kernel/calendar.ts'
import { firstDue, isFirstLate, type Rhythm } from '../../../kernel/interval.ts'
import type { Moment } from '../../../kernel/moment.ts'
import { type Facts, type Rule, rule } from '../../../kernel/rule.ts'
import { forAll, lookedFor, notDue } from '../../../kernel/verdict.ts'
import { systemsInScope } from '../../assets/domain.ts'
import { type InformationSystem, informationSystem } from '../../assets/registers/information-system.ts'
import { accessReviewMonths, lastReviewOf } from '../domain/reviews.ts'
import { accessReview } from '../registers/access-review.ts'

/** Days of grace that the rule itself grants, on the rhythm and on carrying out what was decided (readiness 1.10, 17). */
const GRACE_DAYS = 30

/** Systems in scope; an exception lifts the rhythm, and there is nothing else in this rule (1.10, 8). */
function reviewed(facts: Facts): readonly InformationSystem[] {
  return systemsInScope(facts.isms).filter((one) => !facts.isExcepted(one.id))
}

function rhythmOf(facts: Facts, system: InformationSystem): Rhythm {
  const planned = facts.isms
    .pointing(accessReview, 'system', system.id)
    .filter(({ state }) => state !== 'cancelled')
    .map(({ plannedAt }) => plannedAt)
  return {
    intervalMonths: accessReviewMonths(system, facts.parameters),
    start: system.inUseSince,
    planned: earliest(...planned),
  }
}

function isNeverReviewed(facts: Facts, system: InformationSystem, moment: Moment): boolean | 'unknown' {
  if (lastReviewOf(facts.isms, system.id, moment) !== null) return false
  return isFirstLate(facts, moment, rhythmOf(facts, system), GRACE_DAYS)
}

function isReviewLate(facts: Facts, system: InformationSystem, moment: Moment): boolean {
  const last = lastReviewOf(facts.isms, system.id, moment)
  if (last === null || last.doneAt === null) return false
  return moment.late(addMonths(last.doneAt, accessReviewMonths(system, facts.parameters)), GRACE_DAYS)
}

/** Of the newest review only: older ones are past (1.10, 5). How many changes were decided is a fact that may be unknown. */
function areChangesLate(facts: Facts, system: InformationSystem, moment: Moment): boolean | 'unknown' {
  const last = lastReviewOf(facts.isms, system.id, moment)
  if (last === null || last.doneAt === null || last.changesDecided === 0) return false
  const due = addDays(last.doneAt, GRACE_DAYS)
  if (!moment.late(due) || (last.changesDoneAt !== null && last.changesDoneAt <= due)) return false
  return last.changesDecided === null && last.changesDoneAt === null ? 'unknown' : true
}

const accessReviewed = rule(
  'R-A.5.18-3',
  {
    basis: 'N/O',
    stage: 'S2',
    worst: 'MAJ',
    reads: [informationSystem, accessReview],
    remedy: { owner: 'object_owner', register: 'access_review', act: 'create' },
  },
  (facts) => {
    const systems = reviewed(facts)
    const isAnyReviewed = systems.some((one) => lastReviewOf(facts.isms, one.id, facts.moment) !== null)
    const result = forAll(facts, { of: systems, grade: () => (isAnyReviewed ? 'MIN' : 'MAJ') }, [
      {
        variant: 'never',
        fails: (one, moment) => isNeverReviewed(facts, one, moment),
        lookedFor: lookedFor('any', { register: { keys: ['access_review.plural'] } }),
      },
      { variant: 'late', fails: (one, moment) => isReviewLate(facts, one, moment) },
      { variant: 'changes', fails: (one, moment) => areChangesLate(facts, one, moment) },
    ])
    if (result.state !== 'ok' || isAnyReviewed) return result
    const first = earliest(...systems.map((one) => firstDue(facts, facts.moment, rhythmOf(facts, one))))
    return first === null ? result : notDue(first)
  },
)

export const rules: readonly Rule[] = [accessReviewed]
