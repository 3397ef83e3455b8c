import { addDays, addPeriod, type Period } from './calendar.ts'
import type { CalendarDate } from './register.ts'

/**
 * Between which days an answer stays as it is: it turned on `previous` and turns again on `next`, at the earliest.
 * Null where nothing that was looked at turns on that side.
 */
export interface Validity {
  readonly previous: CalendarDate | null
  readonly next: CalendarDate | null
}

/**
 * The moment asked about, as rules see it. It never tells its date: it answers whether a day has come, and notes the
 * nearest such day on either side. So whoever asked can say since when an answer holds and when it will change.
 * INVARIANT: all knowledge of t goes through `reached`; a rule that got t by another way would have a false `since`.
 */
export interface Moment {
  /** Whether the day has come. Never, where there is no day. */
  reached(date: CalendarDate | null): boolean
  /** Whether t lies after the due date. Never, where there is no due date. */
  late(due: CalendarDate | null, grace?: number): boolean
  /** Whether the date has come and lies no longer back than the period: date + period ≥ t. */
  within(date: CalendarDate | null, period: Period): boolean
  /** Whether the stretch holds t; an end day still belongs to it. */
  during(from: CalendarDate | null, to: CalendarDate | null): boolean
  /** Takes over what another moment of the same day noted. */
  absorb(validity: Validity): void
  validity(): Validity
  /** What the work notes by itself, apart from what was noted before it; all of it is noted here as well. */
  noting(work: () => void): Validity
  /** The same day, with notes of its own. */
  apart(): Moment
  /** The day before a turning day, with notes of its own: what was before the turn. */
  dayBefore(turn: CalendarDate): Moment
}

export function momentOf(at: CalendarDate): Moment {
  let previous: CalendarDate | null = null
  let next: CalendarDate | null = null
  const note = (turn: CalendarDate): void => {
    if (turn <= at) {
      if (previous === null || turn > previous) previous = turn
    } else if (next === null || turn < next) next = turn
  }
  const reached = (date: CalendarDate | null): boolean => {
    if (date === null) return false
    note(date)
    return date <= at
  }
  const late = (due: CalendarDate | null, grace = 0): boolean => {
    if (due === null) return false
    const last = grace === 0 ? due : addDays(due, grace)
    // The turn is the day after; it is only worked out where it is nearer than what is noted already.
    if (last < at ? previous === null || last >= previous : next === null || last < next) note(addDays(last, 1))
    return last < at
  }
  const absorb = (validity: Validity): void => {
    if (validity.previous !== null) note(validity.previous)
    if (validity.next !== null) note(validity.next)
  }
  return {
    reached,
    late,
    within: (date, period) => reached(date) && date !== null && !late(addPeriod(date, period)),
    during: (from, to) => (from === null || reached(from)) && !late(to),
    absorb,
    validity: () => ({ previous, next }),
    noting: (work) => {
      const before = { previous, next }
      previous = null
      next = null
      work()
      const noted = { previous, next }
      absorb(before)
      return noted
    },
    apart: () => momentOf(at),
    dayBefore: (turn) => momentOf(addDays(turn, -1)),
  }
}

/**
 * The same for everybody at a moment: worked out once for each. For the first moment that is at once, so what it reads counts
 * as read for all, and not for the one who happens to come first.
 */
export function onceAt<T>(first: Moment, make: (moment: Moment) => T): (moment: Moment) => T {
  const known = new Map([[first, make(first)]])
  return (moment) => {
    const found = known.get(moment) ?? make(moment)
    known.set(moment, found)
    return found
  }
}

/** Both answers stand as long as both were to be had. */
export function both(a: Validity, b: Validity): Validity {
  const previous = [a.previous, b.previous].filter((date) => date !== null).sort()
  const next = [a.next, b.next].filter((date) => date !== null).sort()
  return { previous: previous.at(-1) ?? null, next: next[0] ?? null }
}

/** Whether an answer that was found once still stands on another day. */
export function standsOn(validity: Validity, date: CalendarDate): boolean {
  return (validity.previous === null || date >= validity.previous) && (validity.next === null || date < validity.next)
}
