import { addMonths } from '../../../kernel/calendar.ts'
import { isInitial, lateCore } from '../../../kernel/interval.ts'
import type { CalendarDate } from '../../../kernel/register.ts'
import type { Facts, Severity } from '../../../kernel/rule.ts'

/** An internal audit or a management review: what took place, and what is planned. */
export interface CoreRhythm {
  /** The last day on which it took place. */
  readonly last: CalendarDate | null
  /** Days that are still to come. */
  readonly planned: readonly CalendarDate[]
  readonly intervalMonths: number
}

export type CoreGap = 'never' | 'planned' | 'unplanned' | 'late'

/**
 * What R-9.2.1-1 and R-9.3.1-1 have in common. Before the initial audit it must have taken place once; stage 1 accepts a day
 * in time for it (readiness 1.10, 3). After that the rhythm counts, and never is the worst. Null where all is well.
 */
export function coreGap(facts: Facts, rhythm: CoreRhythm): { gap: CoreGap; severity: Severity } | null {
  const { moment, parameters, plan, stage } = facts
  const { last, planned, intervalMonths } = rhythm
  if (isInitial(facts, moment)) {
    if (last !== null) return null
    if (stage !== 'S1') return { gap: 'never', severity: 'MAJ' }
    const before = parameters.auditAndReviewBefore === 'stage1' ? plan.stage1 : plan.stage2
    const isInTime = planned.some((day) => before === null || day < before)
    return isInTime ? { gap: 'planned', severity: 'OFI' } : { gap: 'unplanned', severity: 'MIN' }
  }
  if (last === null) return { gap: 'never', severity: 'MAJ' }
  const severity = lateCore(moment, addMonths(last, intervalMonths), intervalMonths)
  return severity === null ? null : { gap: 'late', severity }
}
