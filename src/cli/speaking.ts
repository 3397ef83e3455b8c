import { isCalendarDate } from '../kernel/calendar.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { CalendarDate } from '../kernel/register.ts'

/** A date as somebody typed it behind an option; undefined where it was left out. Throws invalid. */
export function dateOption(text: string | null): CalendarDate | undefined {
  if (text === null) return undefined
  if (!isCalendarDate(text)) throw new Refusal('invalid', 'cli.no-date', { values: { text } })
  return text
}
