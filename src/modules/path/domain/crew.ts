import type { CalendarDate, RecordId } from '../../../kernel/register.ts'
import { byJob, type Hand, JOBS, type Job, type Staff } from './staff.ts'

const DAYS_A_WEEK = 5

/** Those who work at one job, as a plan asks for them: again and again about the same days. */
export interface Crew {
  readonly hands: readonly Hand[]
  /** What is busy while they work: themselves where they have other jobs too, all others as one. */
  readonly keys: readonly string[]
  readonly people: readonly RecordId[]
  /** Hours in a week in which nobody is away. */
  readonly week: number
  /** Hours that they have together on a working day; none where all are away. */
  readonly hoursOn: (day: CalendarDate) => number
}

export function crewsOf(staff: Staff): Readonly<Record<Job, Crew>> {
  const jobsOf = new Map<string, number>()
  for (const { key } of JOBS.flatMap((job) => staff[job])) jobsOf.set(key, (jobsOf.get(key) ?? 0) + 1)
  return byJob((job) => {
    const hands = staff[job]
    const shared = hands.filter(({ key }) => (jobsOf.get(key) ?? 0) > 1).map(({ key }) => key)
    return {
      hands,
      keys: shared.length === hands.length ? shared : [...shared, job],
      people: hands.flatMap(({ person }) => person ?? []),
      week: hands.reduce((sum, { hours }) => sum + hours, 0),
      hoursOn: hoursOnDays(hands),
    }
  })
}

/** So much of a step is worked off on a day; whoever works at another job of the same step that day adds nothing. */
export function workedBy({ hands, hoursOn }: Crew, day: CalendarDate, busy: Set<string> | null): number {
  if (busy === null) return hoursOn(day)
  let worked = 0
  for (const hand of hands) {
    if (busy.has(hand.key) || isAway(hand, day)) continue
    busy.add(hand.key)
    worked += hand.hours / DAYS_A_WEEK
  }
  return worked
}

function hoursOnDays(hands: readonly Hand[]): Crew['hoursOn'] {
  const known = new Map<CalendarDate, number>()
  const leaving = hands.filter(({ away }) => away.length > 0)
  const always = hands.reduce((sum, { hours }) => sum + hours, 0) / DAYS_A_WEEK
  if (leaving.length === 0) return () => always
  return (day) => {
    const found =
      known.get(day) ?? hands.reduce((sum, hand) => (isAway(hand, day) ? sum : sum + hand.hours / DAYS_A_WEEK), 0)
    known.set(day, found)
    return found
  }
}

function isAway({ away }: Hand, day: CalendarDate): boolean {
  return away.some(({ from, until }) => from <= day && day <= until)
}
