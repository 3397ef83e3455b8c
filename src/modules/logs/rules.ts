import { earliest } from '../../kernel/calendar.ts'
import { isOverdue, newestReached } from '../../kernel/interval.ts'
import type { Moment } from '../../kernel/moment.ts'
import { type Facts, type Rule, rule } from '../../kernel/rule.ts'
import { forAll, heldAgainst, together } from '../../kernel/verdict.ts'
import { systemsInScope } from '../assets/domain.ts'
import { type InformationSystem, informationSystem } from '../assets/registers/information-system.ts'
import { logReview } from './register.ts'

/** Handling the alerts of a system is a review of its logs (A.8.16). A rhythm that nobody set is asked for. */
function isReviewLate(facts: Facts, system: InformationSystem, moment: Moment): boolean | 'unknown' {
  if (facts.isExcepted(system.id)) return false
  if (system.logReviewIntervalDays === null) return 'unknown'
  const reviews = facts.isms.pointing(logReview, 'systems', system.id).filter(({ state }) => state !== 'cancelled')
  const done = reviews.filter(({ state }) => state === 'done').map(({ doneAt }) => doneAt)
  return isOverdue(facts, moment, {
    last: newestReached(moment, done),
    intervalDays: system.logReviewIntervalDays,
    start: system.inUseSince,
    planned: earliest(...reviews.map(({ plannedAt }) => plannedAt)),
  })
}

function isNot(fact: boolean | null): boolean | 'unknown' {
  return fact === null ? 'unknown' : !fact
}

const logsReviewed = rule(
  'R-A.8.15-1',
  {
    basis: 'N/O',
    stage: 'S2',
    worst: 'MIN',
    reads: [informationSystem, logReview],
    remedy: { owner: 'object_owner', register: 'log_review', act: 'create' },
  },
  (facts) => {
    const systems = systemsInScope(facts.isms)
    const result = together(
      forAll(
        facts,
        systems.filter((one) => one.loggingRequired === true),
        [
          { variant: 'off', fails: (one) => isNot(one.loggingOn), fields: ['loggingOn'] },
          { variant: 'unprotected', fails: (one) => isNot(one.logsProtected), fields: ['logsProtected'] },
          {
            variant: 'unreviewed',
            fails: (one, moment) => isReviewLate(facts, one, moment),
            fields: ['logReviewIntervalDays'],
          },
        ],
      ),
      forAll(
        facts,
        systems.filter((one) => one.loggingRequired === null),
        [{ variant: 'required', fails: () => 'unknown', fields: ['loggingRequired'] }],
      ),
    )
    const looked = facts.isms.all(logReview).filter(({ state }) => state === 'done')
    return heldAgainst(result, looked)
  },
)

export const rules: readonly Rule[] = [logsReviewed]
