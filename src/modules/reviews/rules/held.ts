import type { CalendarDate } from '../../../kernel/register.ts'
import { type Rule, rule, type SentenceValues } from '../../../kernel/rule.ts'
import { breach, failing, gated, lookedFor, okay } from '../../../kernel/verdict.ts'
import { coreGap } from '../../audits/domain/rhythm.ts'
import { isTopManagement } from '../../people/domain/presence.ts'
import { person } from '../../people/registers/person.ts'
import { heldReviews, latestReview } from '../domain/held.ts'
import { managementReview } from '../registers/management-review.ts'

function dayOf(day: CalendarDate | null | undefined): SentenceValues {
  return day === null || day === undefined ? {} : { date: { date: day } }
}

const reviewHeld = rule(
  'R-9.3.1-1',
  {
    basis: 'N',
    stage: 'S1',
    worst: 'MAJ',
    document: 'D-14',
    pattern: 'late_core',
    reads: [managementReview],
    remedy: { owner: 'top_management', register: 'management_review', act: 'hold' },
  },
  (facts) => {
    const { isms, moment } = facts
    const all = isms.all(managementReview)
    const held = heldReviews(isms, moment)
    const ahead = all.filter((one) => one.state === 'planned' && one.plannedAt !== null && !moment.late(one.plannedAt))
    const planned = ahead.map(({ plannedAt }) => plannedAt).filter((day) => day !== null)
    const newest = held.at(-1) ?? null
    const found = coreGap(facts, {
      last: newest?.heldAt ?? null,
      planned,
      intervalMonths: facts.parameters.managementReviewMonths,
    })
    if (found === null) return okay(held)
    return breach({
      variant: found.gap,
      severity: found.severity,
      values: dayOf(newest === null ? planned.toSorted()[0] : newest.heldAt),
      failing: (newest === null ? ahead : [newest]).map((one) => failing(one, ['state', 'heldAt'])),
      lookedAt: all,
      lookedFor: [lookedFor('held_review')],
    })
  },
)

const byTopManagement = rule(
  'R-9.3.1-2',
  {
    basis: 'N',
    stage: 'S2',
    worst: 'MAJ',
    document: 'D-14',
    reads: [managementReview, person],
    remedy: { owner: 'top_management', register: 'management_review', act: 'approveMinutes' },
  },
  ({ isms, moment }) => {
    const latest = latestReview(isms, moment)
    if (latest === null) return gated
    const { review } = latest
    const say = (variant: string, severity: 'MAJ' | 'MIN', fields: readonly string[]) =>
      breach({ variant, severity, failing: [failing(review, fields)], lookedAt: [review] })
    const isThere = [review.chair, ...review.attendees].some((id) => isTopManagement(isms, id))
    if (!isThere) return say('absent', 'MAJ', ['chair', 'attendees'])
    if (!isTopManagement(isms, review.chair)) return say('chair', 'MIN', ['chair'])
    const isApproved = review.minutesApprovedBy === review.chair && moment.reached(review.minutesApprovedAt)
    return isApproved ? okay([review]) : say('unapproved', 'MIN', ['minutesApprovedBy', 'minutesApprovedAt'])
  },
)

export const rules: readonly Rule[] = [reviewHeld, byTopManagement]
