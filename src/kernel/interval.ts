import { addDays, addMonths, earliest, latest, months } from './calendar.ts'
import type { Moment } from './moment.ts'
import type { CalendarDate } from './register.ts'
import type { Facts, Severity } from './rule.ts'

/** Rhythms and look-backs, as readiness 1.7 and 1.10 settle them. */

export type Rhythm = ({ readonly intervalMonths: number } | { readonly intervalDays: number }) & {
  /** When the object began, where it began after the ISMS. */
  readonly start?: CalendarDate | null
  /** The day that was planned for the first time. */
  readonly planned?: CalendarDate | null
}

/** Whether the audit at this moment is an initial one: until a stage 2 has been held (1.10, 18). */
export function isInitial(facts: Facts, moment: Moment): boolean {
  return !moment.late(facts.plan.stage2Held)
}

/**
 * When something that has a rhythm is due for the first time (1.7, 8; 1.10, 2): the planned day, before stage 2; else the
 * earlier of ISMS start + interval and stage 2; of an object that came later, its own start + interval. Null where
 * nobody said when the ISMS started.
 */
export function firstDue(facts: Facts, moment: Moment, rhythm: Rhythm): CalendarDate | null {
  const { plan } = facts
  const planned = rhythm.planned ?? null
  if (planned !== null && isInitial(facts, moment)) return planned
  const start = rhythm.start ?? null
  const begin = latest(start, plan.ismsStart)
  if (begin === null) return null
  const due = next(begin, rhythm)
  const isLater = start !== null && plan.ismsStart !== null && start > plan.ismsStart
  return isLater ? due : earliest(due, plan.stage2)
}

/**
 * Whether the first due date has passed, with the days of grace that the rule grants. Asked about stage 2 before it
 * takes place, what falls due on its very day counts as due: an initial audit expects each rhythm to have turned once.
 */
export function isFirstLate(facts: Facts, moment: Moment, rhythm: Rhythm, grace = 0): boolean | 'unknown' {
  const due = firstDue(facts, moment, rhythm)
  if (due === null) return 'unknown'
  const { stage2 } = facts.plan
  const isPreview = facts.stage !== 'S1' && stage2 !== null && !moment.reached(stage2)
  return (isPreview && due === stage2) || moment.late(due, grace)
}

function next(last: CalendarDate, rhythm: Rhythm): CalendarDate {
  return 'intervalDays' in rhythm ? addDays(last, rhythm.intervalDays) : addMonths(last, rhythm.intervalMonths)
}

/** Whether the newest turn of a rhythm has run out; where it never came round, whether the first one is late. */
export function isOverdue(
  facts: Facts,
  moment: Moment,
  rhythm: Rhythm & { readonly last: CalendarDate | null },
  grace = 0,
): boolean | 'unknown' {
  const { last } = rhythm
  return last === null ? isFirstLate(facts, moment, rhythm, grace) : moment.late(next(last, rhythm), grace)
}

/** The newest of some days that has come. */
export function newestReached(moment: Moment, dates: readonly (CalendarDate | null)[]): CalendarDate | null {
  return latest(...dates.filter((date) => moment.reached(date)))
}

/** Whether an event lies in the one look-back of 1.10, 5: since the last external audit, at least twelve months. */
export function isInLookBack(facts: Facts, moment: Moment, date: CalendarDate | null): boolean {
  if (date === null || !moment.reached(date)) return false
  if (moment.within(date, months(12))) return true
  const held = facts.plan.externalAudits.filter((lastDay) => moment.reached(lastDay))
  const last = latest(...held)
  return last !== null && date >= last
}

/** So long a thing is late before that is more than a weak spot (readiness 1.3; 1.10, 23). */
const TOLERANCE_DAYS = 30

/** LATE: an opportunity for the first thirty days, minor after that; null while it is in time, or never due. */
export function lateBy(moment: Moment, due: CalendarDate | null): Severity | null {
  if (!moment.late(due)) return null
  return moment.late(due, TOLERANCE_DAYS) ? 'MIN' : 'OFI'
}

/** LATE-CORE (8.2, 9.2, 9.3): as LATE, and major once it is later than one whole interval. */
export function lateCore(moment: Moment, due: CalendarDate, intervalMonths: number): Severity | null {
  return moment.late(addMonths(due, intervalMonths)) ? 'MAJ' : lateBy(moment, due)
}
