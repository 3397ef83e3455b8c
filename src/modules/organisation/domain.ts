import { isTimeZone } from '../../kernel/calendar.ts'
import type { Isms } from '../../kernel/isms.ts'
import type { GuardDecision } from '../../kernel/module.ts'
import type { CalendarDate } from '../../kernel/register.ts'
import { type Organisation, organisation } from './registers/organisation.ts'

/** Every date of the organisation is read in its time zone, so a name that is none is refused where it is entered. */
export function mayBeTold({ timeZone }: Pick<Organisation, 'timeZone'>): GuardDecision {
  return timeZone === null || isTimeZone(timeZone) ? { ok: true } : { ok: false, why: 'organisation.time-zone' }
}

/** Days on which the organisation does not work, beside weekends and holidays: its own calendar (readiness 1.2). */
export function closedDays(isms: Isms): ReadonlySet<CalendarDate> {
  const own = isms.all(organisation)[0]
  return new Set((own?.closedDays ?? []).flatMap((row) => row.date ?? []))
}
