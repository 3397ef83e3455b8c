import type { GuardDecision } from '../../kernel/module.ts'
import type { RecordId } from '../../kernel/register.ts'
import { isFilled } from '../../kernel/verdict.ts'
import type { ManagementReview } from './registers/management-review.ts'

/** The inputs that 9.3.2 asks for, in its order; d has four parts. */
export const INPUTS = ['a', 'b', 'c', 'd1', 'd2', 'd3', 'd4', 'e', 'f', 'g'] as const
export type ReviewInput = (typeof INPUTS)[number]

/** Which inputs the review has neither a word nor a link for. */
export function missingInputs(review: Pick<ManagementReview, 'inputs'>): readonly ReviewInput[] {
  return INPUTS.filter((name) => !isFilled(review.inputs[name].text) && review.inputs[name].links.length === 0)
}

/** The chair approves the minutes of the review: it is top management's own look at the ISMS (9.3.1). */
export function mayApproveMinutes(review: Pick<ManagementReview, 'chair'>, person: RecordId | null): GuardDecision {
  if (review.chair === null) return { ok: false, why: 'management_review.no-chair' }
  return review.chair === person ? { ok: true } : { ok: false, why: 'management_review.not-chair' }
}
