import type { Isms } from '../../../kernel/isms.ts'
import type { Moment } from '../../../kernel/moment.ts'
import { type ManagementReview, managementReview } from '../registers/management-review.ts'

/** The management reviews that were held, in order of their days. */
export function heldReviews(isms: Isms, moment: Moment): readonly ManagementReview[] {
  return isms
    .all(managementReview)
    .filter((one) => one.state !== 'planned' && moment.reached(one.heldAt))
    .sort((a, b) => (a.heldAt ?? '').localeCompare(b.heldAt ?? '', 'en'))
}

export interface LatestReview {
  readonly review: ManagementReview
  /** The one before it; null where it is the first. */
  readonly previous: ManagementReview | null
}

/** The newest review that was held: the inputs and outputs of earlier ones are past (readiness 1.10, 5). */
export function latestReview(isms: Isms, moment: Moment): LatestReview | null {
  const held = heldReviews(isms, moment)
  const review = held.at(-1)
  return review === undefined ? null : { review, previous: held.at(-2) ?? null }
}
