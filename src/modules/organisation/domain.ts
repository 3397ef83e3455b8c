import type { Isms } from '../../kernel/isms.ts'
import type { CalendarDate } from '../../kernel/register.ts'
import { organisation } from './registers/organisation.ts'

/** Days on which the organisation does not work, beside weekends and holidays: its own calendar (readiness 1.2). */
export function closedDays(isms: Isms): ReadonlySet<CalendarDate> {
  const own = isms.all(organisation)[0]
  return new Set((own?.closedDays ?? []).flatMap((row) => row.date ?? []))
}
