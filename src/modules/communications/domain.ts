import { addDays, addMonths } from '../../kernel/calendar.ts'
import type { CalendarDate } from '../../kernel/register.ts'
import type { CommunicationLine } from './register.ts'

/** By how many days a message may be late and still be on time (R-7.4-2). */
export const TOLERANCE_DAYS = 30

/** One day on which a message was planned, and the day on which it was given; null where it was not. */
export interface Turn {
  readonly due: CalendarDate
  readonly doneAt: CalendarDate | null
}

type Plan = Pick<CommunicationLine, 'firstDue' | 'frequencyMonths' | 'done'>

/** No plan reaches further: five hundred turns are forty years of monthly messages. */
const MOST_TURNS = 500

/**
 * The days on which the line was planned, in order, each with the message that answers it. One message answers one day: the
 * first that is still free, given after the planned day before it and no more than the tolerance after its own.
 */
function* turnsOf(plan: Plan): Generator<Turn> {
  const given = plan.done.flatMap(({ at }) => (at === null ? [] : [at])).sort()
  let opens = ''
  let used = 0
  for (let index = 0; index < MOST_TURNS; index += 1) {
    const due = dueOf(plan, index)
    if (due === null) return
    const after = opens
    const found = given.findIndex((at, place) => place >= used && at > after)
    const doneAt = given[found] ?? null
    const isAnswered = doneAt !== null && doneAt <= addDays(due, TOLERANCE_DAYS)
    if (isAnswered) used = found + 1
    yield { due, doneAt: isAnswered ? doneAt : null }
    opens = due
  }
}

function dueOf(plan: Plan, index: number): CalendarDate | null {
  if (plan.firstDue === null) return null
  if (index === 0) return plan.firstDue
  return plan.frequencyMonths === null ? null : addMonths(plan.firstDue, index * plan.frequencyMonths)
}

/** The next planned day that was not answered, whether or not it has passed; null where nothing is planned any more. */
export function nextDue(plan: Plan): CalendarDate | null {
  const last = plan.done.reduce<CalendarDate>((best, { at }) => (at !== null && at > best ? at : best), '')
  for (const { due, doneAt } of turnsOf(plan)) {
    // A turn that was skipped is history once a later message was given.
    if (doneAt === null && due > last) return due
  }
  return null
}

/** Every planned day up to the last one that `isOver` says has passed. */
export function turnsUntil(plan: Plan, isPlanned: (due: CalendarDate) => boolean): readonly Turn[] {
  const turns: Turn[] = []
  for (const turn of turnsOf(plan)) {
    if (!isPlanned(turn.due)) break
    turns.push(turn)
  }
  return turns
}
