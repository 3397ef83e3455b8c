import { earliest } from '../../../kernel/calendar.ts'
import { isOverdue } from '../../../kernel/interval.ts'
import type { Moment } from '../../../kernel/moment.ts'
import type { CalendarDate } from '../../../kernel/register.ts'
import { type Facts, type Rule, rule } from '../../../kernel/rule.ts'
import { forAll, lookedFor } from '../../../kernel/verdict.ts'
import { isActive, lastReviewOf, supplierReviewMonths } from '../domain.ts'
import { type Supplier, supplier } from '../register.ts'
import { supplierReview } from '../registers/supplier-review.ts'

/** Days of grace that the rule itself grants on the rhythm; an expired certificate has none (readiness 1.10, 17). */
const GRACE_DAYS = 30

/** The day that was planned for the first review, if any. */
function firstPlanned({ isms }: Facts, one: Supplier): CalendarDate | null {
  const reviews = isms.pointing(supplierReview, 'supplier', one.id).filter(({ state }) => state !== 'cancelled')
  return earliest(...reviews.map(({ plannedAt }) => plannedAt))
}

function isReviewLate(facts: Facts, one: Supplier, moment: Moment, last: CalendarDate | null): boolean | 'unknown' {
  const intervalMonths = supplierReviewMonths(one, facts.parameters)
  if (intervalMonths === null) return 'unknown'
  const planned = last === null ? firstPlanned(facts, one) : null
  const start = one.accessStart ?? one.contract.agreedAt
  return isOverdue(facts, moment, { intervalMonths, start, planned, last }, GRACE_DAYS)
}

/** Of each kind of assurance the newest counts: an old certificate beside a new one is no fault. */
function isAssuranceExpired(one: Supplier, moment: Moment): boolean {
  const newest = new Map<string, CalendarDate>()
  for (const { type, validUntil } of one.assuranceDocuments) {
    const kind = type ?? 'other'
    if (validUntil !== null && validUntil > (newest.get(kind) ?? '')) newest.set(kind, validUntil)
  }
  return [...newest.values()].some((validUntil) => moment.late(validUntil))
}

const suppliersReviewed = rule(
  'R-A.5.22-1',
  {
    basis: 'N/O',
    stage: 'S2',
    worst: 'MAJ',
    reads: [supplier, supplierReview],
    remedy: { owner: 'object_owner', register: 'supplier_review', act: 'create' },
  },
  (facts) => {
    const { isms } = facts
    // The rule is all rhythm and dates, so an exception takes the supplier out of it (1.10, 8).
    const suppliers = isms.all(supplier).filter((one) => isActive(one) && !facts.isExcepted(one.id))
    const isAnyReviewed = suppliers.some((one) => lastReviewOf(isms, one, facts.moment) !== null)
    return forAll(facts, { of: suppliers }, [
      {
        variant: 'never',
        grade: () => (isAnyReviewed ? 'MIN' : 'MAJ'),
        fails: (one, moment) => lastReviewOf(isms, one, moment) === null && isReviewLate(facts, one, moment, null),
        fields: ['criticality', 'reviewIntervalMonths'],
        lookedFor: lookedFor('any', { register: { keys: ['supplier_review.plural'] } }),
      },
      {
        variant: 'late',
        fails: (one, moment) => {
          const last = lastReviewOf(isms, one, moment)
          return last !== null && isReviewLate(facts, one, moment, last)
        },
        fields: ['criticality', 'reviewIntervalMonths'],
      },
      { variant: 'assurance', fails: isAssuranceExpired },
    ])
  },
)

export const rules: readonly Rule[] = [suppliersReviewed]
