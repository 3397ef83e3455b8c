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
