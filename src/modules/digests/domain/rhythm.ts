import { addDays } from '../../../kernel/calendar.ts'
import type { CalendarDate } from '../../../kernel/register.ts'
import { isWorkingDay } from '../../../kernel/workdays.ts'

export const RHYTHMS = ['daily', 'weekly'] as const
/** How often somebody wants to be told by mail. There is no never: what waits for him would wait unseen. */
export type Rhythm = (typeof RHYTHMS)[number]

/** Before this hour, where the organisation is, nobody is mailed. */
export const MORNING = 7
const WEEK_DAYS = 7

/**
 * Whether this is a day on which somebody is mailed: a working day; and for who chose a week, one on which the last mail, or the
 * last look whether there was anything to tell, is a week ago. A holiday moves the weekly one to the next working day.
 */
export function isDayFor(
  rhythm: Rhythm,
  day: CalendarDate,
  { last, closed }: { readonly last: CalendarDate | null; readonly closed: ReadonlySet<CalendarDate> },
): boolean {
  if (!isWorkingDay(day, closed)) return false
  if (rhythm === 'daily' || last === null) return true
  return mondayOf(last) < mondayOf(day)
}

function mondayOf(day: CalendarDate): CalendarDate {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, -((weekday + WEEK_DAYS - 1) % WEEK_DAYS))
}

/** How long to wait after so many failures: a quarter of an hour, then longer, at most four hours. */
export function waitAfter(attempts: number): number {
  const quarter = 15 * 60_000
  return Math.min(quarter * 2 ** Math.min(attempts - 1, 10), 16 * quarter)
}
