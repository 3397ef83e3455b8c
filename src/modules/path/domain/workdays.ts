import { addDays } from '../../../kernel/calendar.ts'
import type { CalendarDate } from '../../../kernel/register.ts'
import { addWorkingDays, isWorkingDay } from '../../../kernel/workdays.ts'

/** The working days of an organisation, as a plan walks them: again and again over the same few hundred. */
export interface Workdays {
  /** The day itself where it is worked on, else the next that is. */
  readonly onOrAfter: (date: CalendarDate) => CalendarDate
  /** The next working day; the last day of the calendar has none and gives itself. */
  readonly after: (date: CalendarDate) => CalendarDate
}

/** Keeps what it found for as long as it is held: a plan and those that are tried beside it share one. */
export function workdaysOf(closed: ReadonlySet<CalendarDate>): Workdays {
  const known = new Map<CalendarDate, CalendarDate>()
  const after = (date: CalendarDate): CalendarDate => {
    const found = known.get(date) ?? addWorkingDays(date, 1, closed)
    known.set(date, found)
    return found
  }
  return { after, onOrAfter: (date) => (isWorkingDay(date, closed) ? date : after(addDays(date, -1))) }
}
