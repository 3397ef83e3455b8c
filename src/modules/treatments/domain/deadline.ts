import type { CalendarDate } from '../../../kernel/register.ts'
import type { Action } from '../../actions/register.ts'

type Move = Action['replans'][number]

/**
 * The deadline that counts: the last one that was planned first or moved with consent. A move nobody agreed to is seen and
 * does not help, so the date before it stands (R-8.3-1).
 */
export function agreedDue(
  one: Pick<Action, 'due' | 'replans'>,
  isAgreed: (move: Move) => boolean,
): CalendarDate | null {
  let due = one.due
  for (const move of one.replans.toReversed()) {
    if (move.newDue !== due) continue
    if (isAgreed(move)) return due
    due = move.oldDue ?? due
  }
  return due
}
