import type { Isms } from '../../../kernel/isms.ts'
import type { Moment } from '../../../kernel/moment.ts'
import type { Parameters } from '../../../kernel/parameters.ts'
import type { RecordId } from '../../../kernel/register.ts'
import type { InformationSystem } from '../../assets/registers/information-system.ts'
import { type AccessReview, accessReview } from '../registers/access-review.ts'

/** The newest review of a system that was done by then. */
export function lastReviewOf(isms: Isms, system: RecordId, moment: Moment): AccessReview | null {
  let last: AccessReview | null = null
  for (const review of isms.pointing(accessReview, 'system', system)) {
    const isDone = review.state === 'done' || review.state === 'closed'
    if (isDone && moment.reached(review.doneAt) && (review.doneAt ?? '') >= (last?.doneAt ?? '')) last = review
  }
  return last
}

/** A system without a rhythm of its own follows the organisation's: oftener where it matters most (readiness 1.5). */
export function accessReviewMonths(system: InformationSystem, parameters: Parameters): number {
  const usual = system.criticality === 'high' ? parameters.accessReviewCriticalMonths : parameters.accessReviewMonths
  return system.accessReviewIntervalMonths ?? usual
}
