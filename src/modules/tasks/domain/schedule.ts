import { addDays, addMonths, daysBetween, earliest } from '../../../kernel/calendar.ts'
import type { Isms } from '../../../kernel/isms.ts'
import type { Moment } from '../../../kernel/moment.ts'
import type { CalendarDate, RecordId } from '../../../kernel/register.ts'
import { type Occurrence, occurrence } from '../registers/occurrence.ts'
import type { RecurringTask } from '../registers/recurring-task.ts'

type Rhythm = Pick<RecurringTask, 'every' | 'unit' | 'startsOn' | 'endsOn'>

export interface Schedule {
  /** The days that have come on which the work was due, oldest first. */
  readonly past: readonly CalendarDate[]
  /** The first day that has not come. */
  readonly next: CalendarDate | null
}

/** The days on which recurring work is due; none where its rhythm is not fully said. */
export function scheduleOf({ every, unit, startsOn, endsOn }: Rhythm, moment: Moment): Schedule {
  const past: CalendarDate[] = []
  if (every === null || unit === null || startsOn === null) return { past, next: null }
  for (let turn = turnsBefore({ every, unit, startsOn }); ; turn += 1) {
    const day = unit === 'month' ? addMonths(startsOn, every * turn) : addDays(startsOn, every * turn * STEP[unit])
    if (endsOn !== null && day > endsOn) return { past, next: null }
    if (!moment.reached(day)) return { past, next: day }
    // Where the calendar ends, every further turn would fall on its last day.
    if (day === past.at(-1)) return { past, next: null }
    past.push(day)
  }
}

const STEP = { day: 1, week: 7 } as const

/** What is said to have begun earlier has a slip in its year; daily work since the year 26 would keep everybody waiting. */
const EARLIEST = '1990-01-01'

/** So many turns lie before any that counts. */
function turnsBefore(of: {
  readonly every: number
  readonly unit: keyof typeof STEP | 'month'
  readonly startsOn: CalendarDate
}): number {
  if (of.startsOn >= EARLIEST) return 0
  const days = of.every * (of.unit === 'month' ? LONGEST_MONTH : STEP[of.unit])
  return Math.floor(daysBetween(of.startsOn, EARLIEST) / days)
}

const LONGEST_MONTH = 31

/** One time that recurring work was due, whether or not anybody recorded it. */
export interface Due {
  /** Of the occurrence, or of the work itself where nothing is recorded. */
  readonly id: RecordId
  readonly of: RecurringTask
  readonly due: CalendarDate
  readonly recorded: Occurrence | null
}

/**
 * All times that the work was due until the moment: what is recorded, and the days of its rhythm for which nothing is. An
 * occurrence belongs to the day of the rhythm that lies nearest, so one that was moved a little leaves no gap behind. Work
 * that is paused or retired has a rhythm no longer, and keeps what was recorded.
 */
export function duesOf(isms: Isms, of: RecurringTask, moment: Moment): readonly Due[] {
  const kept = isms.pointing(occurrence, 'recurringTask', of.id).filter(({ state }) => state !== 'cancelled')
  const recorded = kept.flatMap((one): readonly Due[] =>
    one.due === null ? [] : [{ id: one.id, of, due: one.due, recorded: one }],
  )
  if (of.state !== 'active') return recorded
  const { past, next } = scheduleOf(of, moment)
  // What was handed over for a day to come says nothing of the days before.
  const days = next === null ? past : [...past, next]
  const covered = new Set(recorded.map(({ due }) => nearest(days, due)))
  const gaps = past.filter((day) => !covered.has(day)).map((due): Due => ({ id: of.id, of, due, recorded: null }))
  return [...recorded, ...gaps]
}

/** The day of the rhythm that lies nearest; of two equally near ones the earlier. Days are in order, and there may be thousands. */
function nearest(days: readonly CalendarDate[], to: CalendarDate): CalendarDate | null {
  let low = 0
  let high = days.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((days[middle] ?? '') < to) low = middle + 1
    else high = middle
  }
  const [before = null, after = null] = [days[low - 1], days[low]]
  if (before === null || after === null) return before ?? after
  return daysBetween(before, to) <= daysBetween(to, after) ? before : after
}

/** Done on the due day or within the tolerance after it; done without a day counts as done on its day. */
export function isInTime({ due, recorded }: Due, toleranceDays: number): boolean {
  if (recorded === null || recorded.state !== 'done') return false
  return recorded.doneAt === null || recorded.doneAt <= addDays(due, toleranceDays)
}

/**
 * Whether somebody decided, before it was late, that it was not needed this time: then it counts neither as done nor as
 * missed. Said afterwards it is an excuse.
 */
export function isLifted({ due, recorded }: Due, toleranceDays: number): boolean {
  if (recorded === null || recorded.state !== 'not_needed') return false
  return recorded.saidAt === null || recorded.saidAt <= addDays(due, toleranceDays)
}

/** The first day on which any of this work will be due. */
export function nextDue(tasks: readonly RecurringTask[], moment: Moment): CalendarDate | null {
  return earliest(...tasks.map((one) => scheduleOf(one, moment).next))
}
