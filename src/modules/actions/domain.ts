import { addDays } from '../../kernel/calendar.ts'
import type { GuardDecision } from '../../kernel/module.ts'
import type { Moment } from '../../kernel/moment.ts'
import type { CalendarDate } from '../../kernel/register.ts'
import type { Action } from './register.ts'

type Replan = Action['replans'][number]

/**
 * The fields of an action whose own deadline is moved: the new date, and one more line that says from when to when, why, and
 * who agreed. Without `approvedBy` the move is visible and does not help against lateness (R-8.3-1).
 */
export function replanned(
  action: Pick<Action, 'due' | 'replans'>,
  move: Pick<Replan, 'by' | 'approvedBy' | 'reason' | 'at'> & { readonly newDue: CalendarDate },
): Pick<Action, 'due' | 'replans'> {
  return { due: move.newDue, replans: [...action.replans, { oldDue: action.due, ...move }] }
}

/** Whether the present deadline is one that was moved with somebody's agreement. */
export function isReplannedWithConsent(action: Pick<Action, 'due' | 'replans'>): boolean {
  return action.due !== null && action.replans.some((move) => move.newDue === action.due && move.approvedBy !== null)
}

/**
 * The deadline that counts: the last one that somebody agreed to. A move that nobody agreed to is visible and changes nothing,
 * so the action stays late (R-8.3-1, R-10.2-c-1).
 */
export function bindingDue(action: Pick<Action, 'due' | 'replans'>): CalendarDate | null {
  const [first] = action.replans
  if (first === undefined) return action.due
  return action.replans.findLast((move) => move.approvedBy !== null)?.newDue ?? first.oldDue ?? action.due
}

/** A corrective action that counts, with its result or without (10.2 c). */
export function isCorrective(action: Pick<Action, 'kind' | 'state'>): boolean {
  return action.kind === 'corrective' && action.state !== 'cancelled'
}

export function isDone(action: Pick<Action, 'state' | 'doneAt'>, moment: Moment): boolean {
  return (
    (action.state === 'done' || action.state === 'verified') &&
    (action.doneAt === null || moment.reached(action.doneAt))
  )
}

/** How long after an action one looks again, where no day was agreed (readiness 1.8, R-10.2-d-1). */
const EFFECT_DAYS = 90

/** The day by which its effectiveness has to be reviewed; null as long as it is not done. */
export function effectivenessDueOf(action: Pick<Action, 'effectivenessDue' | 'doneAt'>): CalendarDate | null {
  return action.effectivenessDue ?? (action.doneAt === null ? null : addDays(action.doneAt, EFFECT_DAYS))
}

export function isReviewed(
  action: Pick<Action, 'effectivenessReviewedAt' | 'effectivenessResult'>,
  moment: Moment,
): boolean {
  return action.effectivenessResult !== null && moment.reached(action.effectivenessReviewedAt)
}

/** Closed as effective: somebody looked again and the cause was gone. */
export function isEffective(
  action: Pick<Action, 'effectivenessReviewedAt' | 'effectivenessResult'>,
  moment: Moment,
): boolean {
  return action.effectivenessResult === 'effective' && isReviewed(action, moment)
}

/** A review that says nothing is none. That the reviewer owns the action is no reason to refuse: a rule says so (R-10.2-d-1). */
export function mayReviewEffectiveness(action: Pick<Action, 'kind' | 'effectivenessResult'>): GuardDecision {
  if (action.kind !== 'corrective') return { ok: false, why: 'action.not-corrective' }
  return action.effectivenessResult === null ? { ok: false, why: 'action.no-effectiveness-result' } : { ok: true }
}
