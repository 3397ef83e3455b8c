import { addDays, addMonths, earliest } from '../../../kernel/calendar.ts'
import { firstDue, isFirstLate, type Rhythm } from '../../../kernel/interval.ts'
import type { Moment } from '../../../kernel/moment.ts'
import { type Facts, type Rule, rule } from '../../../kernel/rule.ts'
import { forAll, lookedFor, notDue, together } from '../../../kernel/verdict.ts'
import { systemsInScope } from '../../assets/domain.ts'
import { type InformationSystem, informationSystem } from '../../assets/registers/information-system.ts'
import { accessReviewMonths, lastReviewOf } from '../domain/reviews.ts'
import { type AccessReview, accessReview } from '../registers/access-review.ts'

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

/** How many changes were decided is a fact that may be unknown; it matters once they should have been carried out. */
function areChangesLate(review: AccessReview, moment: Moment): boolean | 'unknown' {
  const { doneAt, changesDecided, changesDoneAt } = review
  if (doneAt === null || changesDecided === 0) return false
  const due = addDays(doneAt, GRACE_DAYS)
  if (!moment.late(due) || (changesDoneAt !== null && changesDoneAt <= due)) return false
  return changesDecided === null && changesDoneAt === null ? 'unknown' : true
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
    const { isms, moment } = facts
    const systems = reviewed(facts)
    // Of the newest review only: older ones are past (1.10, 5).
    const newest = systems.flatMap((one) => lastReviewOf(isms, one.id, moment) ?? [])
    const inRhythm = forAll(facts, { of: systems, grade: () => (newest.length > 0 ? 'MIN' : 'MAJ') }, [
      {
        variant: 'never',
        fails: (one, at) => isNeverReviewed(facts, one, at),
        lookedFor: lookedFor('any', { register: { keys: ['access_review.plural'] } }),
      },
      { variant: 'late', fails: (one, at) => isReviewLate(facts, one, at) },
    ])
    const carriedOut = forAll(facts, newest, [
      {
        variant: 'changes',
        fails: areChangesLate,
        object: ({ system }) => system,
        fields: ['changesDecided', 'changesDoneAt'],
      },
    ])
    if (newest.length > 0) return together(inRhythm, carriedOut)
    if (inRhythm.state !== 'ok') return inRhythm
    const first = earliest(...systems.map((one) => firstDue(facts, moment, rhythmOf(facts, one))))
    return first === null ? inRhythm : notDue(first)
  },
)

export const rules: readonly Rule[] = [accessReviewed]
