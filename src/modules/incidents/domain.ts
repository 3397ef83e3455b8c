import { datesIn } from '../../kernel/calendar.ts'
import type { Isms } from '../../kernel/isms.ts'
import type { CalendarDate, Instant } from '../../kernel/register.ts'
import { organisation } from '../organisation/registers/organisation.ts'
import { requirement } from '../parties/registers/requirement.ts'
import type { Incident } from './registers/incident.ts'

/**
 * Clocks of hours. Whether a deadline of hours was kept is a comparison of two instants; whether one that nobody met has
 * passed is asked of the day, and on the day on which it ends it is still in time (readiness 1.2).
 */

const HOUR_MS = 3_600_000
const DUTCH_ZONE = 'Europe/Amsterdam'

/** Tells the local day of an instant. */
export type Days = (instant: Instant) => CalendarDate

/** Days in the organisation's time zone. Whoever uses it reads `organisation`, and makes it once: a zone is dear. */
export function localDays(isms: Isms): Days {
  return datesIn(isms.all(organisation)[0]?.timeZone ?? DUTCH_ZONE)
}

export function hoursAfter(instant: Instant, hours: number): Instant {
  return new Date(Date.parse(instant) + hours * HOUR_MS).toISOString()
}

/** Notifying a personal data breach to the authority (AVG, art. 33(1)), where no law in the register says otherwise. */
const BREACH_HOURS = 72

/**
 * Until when a breach is to be notified, as its file shows it; null where nothing runs. The rule also looks at the clocks of
 * the register of requirements, which may be shorter.
 */
export function notifyBy(one: Pick<Incident, 'personalDataBreach' | 'reportable' | 'awareAt'>): Instant | null {
  if (one.personalDataBreach !== true || one.reportable === false || one.awareAt === null) return null
  return hoursAfter(one.awareAt, BREACH_HOURS)
}

/** Legal clocks are data on a requirement, not code: the shortest that an active law sets for a breach (readiness 1.5). */
export function breachHours(isms: Isms): number {
  const hours = isms
    .all(requirement)
    .filter((one) => one.state === 'active' && one.sourceType === 'law')
    .flatMap((one) => one.clocks)
    .filter((clock) => clock.event === 'personal_data_breach' && clock.hours !== null && clock.hours > 0)
    .map((clock) => clock.hours ?? BREACH_HOURS)
  return hours.length === 0 ? BREACH_HOURS : Math.min(...hours)
}

/** The day on which the organisation knew of it; of one that does not say, the day on which it was recorded. */
export function awareOn(day: Days, one: Incident): CalendarDate {
  return one.awareAt === null ? one.validFrom : day(one.awareAt)
}

/** Medium or worse: it has lessons, and a nonconformity where a control failed. */
export function isSevere({ severity }: Incident): boolean {
  return severity === 'medium' || severity === 'high' || severity === 'critical'
}
