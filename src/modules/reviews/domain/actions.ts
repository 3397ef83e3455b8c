import type { Isms } from '../../../kernel/isms.ts'
import type { CalendarDate } from '../../../kernel/register.ts'
import { type Action, action } from '../../actions/register.ts'
import type { ManagementReview } from '../registers/management-review.ts'

/** The actions that follow from a review: those that it names, and those that name it. */
export function actionsOfReview(isms: Isms, review: ManagementReview): readonly Action[] {
  const named = review.actions.map((id) => isms.find(action, id)).filter((one) => one !== null)
  const naming = isms.pointing(action, 'subject', review.id).filter(({ kind }) => kind === 'mr_action')
  return [...new Set([...named, ...naming])].filter(({ state }) => state !== 'cancelled')
}

/** Those that were not done by the day. */
export function openOn(actions: readonly Action[], day: CalendarDate | null): readonly Action[] {
  return actions.filter(({ doneAt }) => doneAt === null || day === null || doneAt > day)
}
