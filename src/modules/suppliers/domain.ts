import { newestReached } from '../../kernel/interval.ts'
import type { Isms } from '../../kernel/isms.ts'
import type { Moment } from '../../kernel/moment.ts'
import type { Parameters } from '../../kernel/parameters.ts'
import type { CalendarDate } from '../../kernel/register.ts'
import type { Supplier } from './register.ts'
import { supplierReview } from './registers/supplier-review.ts'

/** Delivering now, well or badly: what rules call an active supplier. */
export function isActive(record: Pick<Supplier, 'state'>): boolean {
  return ['active', 'under_review', 'restricted', 'exiting'].includes(record.state)
}

/**
 * When a supplier was last reviewed by then: the newest of the review records, which are the proof, and of what the
 * supplier's own page says. That page is stamped by its act, and holds the only date where a file brought no more.
 */
export function lastReviewOf(isms: Isms, supplier: Supplier, moment: Moment): CalendarDate | null {
  const done = isms.pointing(supplierReview, 'supplier', supplier.id).filter(({ state }) => state === 'done')
  return newestReached(moment, [supplier.lastReviewAt, ...done.map(({ doneAt }) => doneAt)])
}

/** The rhythm of a supplier: its own, else by how much depends on it (readiness 1.5). Null while nobody said that. */
export function supplierReviewMonths(supplier: Supplier, parameters: Parameters): number | null {
  if (supplier.reviewIntervalMonths !== null) return supplier.reviewIntervalMonths
  switch (supplier.criticality) {
    case 'high':
      return parameters.supplierHighMonths
    case 'medium':
      return parameters.supplierMediumMonths
    case 'low':
      return parameters.supplierLowMonths
    case null:
      return null
    default:
      return supplier.criticality satisfies never
  }
}
