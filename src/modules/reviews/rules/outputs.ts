import { type Rule, rule } from '../../../kernel/rule.ts'
import { breach, failing, forAll, gated, isFilled, lookedFor, noPopulation, okay } from '../../../kernel/verdict.ts'
import { type Action, action } from '../../actions/register.ts'
import { actionsOfReview } from '../domain/actions.ts'
import { heldReviews, latestReview } from '../domain/held.ts'
import { managementReview } from '../registers/management-review.ts'

const OUTPUTS = ['improvement', 'changes'] as const

const decided = rule(
  'R-9.3.3-1',
  {
    basis: 'N',
    stage: 'S2',
    worst: 'MAJ',
    document: 'D-14',
    reads: [managementReview],
    remedy: { owner: 'top_management', register: 'management_review', act: 'update' },
  },
  ({ isms, moment }) => {
    const latest = latestReview(isms, moment)
    if (latest === null) return gated
    const { review } = latest
    // Approved in the record itself they are minutes too, without a document of their own.
    if (review.minutes === null && !moment.reached(review.minutesApprovedAt)) {
      return breach({
        variant: 'minutes',
        severity: 'MAJ',
        failing: [failing(review, ['minutes', 'minutesApprovedAt'])],
        lookedAt: [review],
        lookedFor: [lookedFor('minutes')],
      })
    }
    const missing = OUTPUTS.filter((name) => !isFilled(review.outputs[name]))
    if (missing.length === 0) return okay([review])
    return breach({
      variant: 'outputs',
      severity: 'MIN',
      values: { gaps: { keys: missing.map((name) => `management_review.outputs.${name}`) } },
      failing: [failing(review, ['outputs'])],
      lookedAt: [review],
    })
  },
)

/** How late an action may be before that is a fault. */
const LATE_DAYS = 30

function isOpen({ state }: Action): boolean {
  return state === 'open' || state === 'in_progress'
}

const actionsFollowed = rule(
  'R-9.3.3-2',
  {
    basis: 'N/O',
    stage: 'S2',
    worst: 'MIN',
    document: 'D-14',
    reads: [managementReview, action],
    remedy: { owner: 'object_owner', register: 'action', act: 'update' },
  },
  (facts) => {
    const held = heldReviews(facts.isms, facts.moment)
    if (held.length === 0) return gated
    const ofReviews = facts.isms.all(action).filter(({ kind, state }) => kind === 'mr_action' && state !== 'cancelled')
    const actions = [...new Set([...held.flatMap((review) => actionsOfReview(facts.isms, review)), ...ofReviews])]
    if (actions.length === 0) return noPopulation
    return forAll(facts, actions, [
      {
        variant: 'incomplete',
        fails: (one) => isOpen(one) && (one.owner === null || one.due === null),
        fields: ['owner', 'due'],
      },
      {
        variant: 'late',
        fails: (one, moment) => isOpen(one) && !facts.isExcepted(one.id) && moment.late(one.due, LATE_DAYS),
        fields: ['due', 'state'],
      },
    ])
  },
)

export const rules: readonly Rule[] = [decided, actionsFollowed]
