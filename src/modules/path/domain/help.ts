import { addMonths } from '../../../kernel/calendar.ts'
import type { CalendarDate, RecordId } from '../../../kernel/register.ts'
import { finishOf, jobsOf, type PathPlan, type PlanAsked } from './plan.ts'
import { byJob, type Hand, type Job, type Staff } from './staff.ts'
import type { StepStanding } from './state.ts'

/** Hours that somebody on whom the finish hangs gives more a week, with which the target can be met. */
export interface MoreHours {
  /** Null where one alone cannot make it up: then everybody gives so much more. */
  readonly job: Job | null
  /** Null where nobody is known by name, or several share the job and the hours. */
  readonly person: RecordId | null
  readonly hours: number
  readonly finish: CalendarDate
}

export interface Help {
  readonly more: MoreHours | null
  /** When it could be done if everybody had no other work: what is left then are days in which something has to run. */
  readonly best: CalendarDate
}

const FULL_WEEK = 40
/** What is tried; the least of these that helps is named. */
const TRIED: readonly number[] = [1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 24, 32, 40]
/** A plan that takes longer is not mended with hours. */
const LONGEST_MONTHS = 60

/** What it means that a target cannot be met, found by planning again and never by guessing. Null where it can be. */
export function helpFor(standings: readonly StepStanding[], asked: PlanAsked, plan: PathPlan): Help | null {
  const { target, slack } = plan
  if (target === null || slack === null || slack >= 0) return null
  const given = (candidate: Candidate, hours: number): MoreHours => {
    const staff = withMore(asked.staff, candidate, hours)
    return { ...candidate, hours, finish: finishOf(standings, { ...asked, staff }) }
  }
  const all = given(EVERYBODY, FULL_WEEK)
  const isHopeless = all.finish > target || plan.finish > addMonths(asked.today, LONGEST_MONTHS)
  const tried: Tried = (candidate, hours) => {
    const more = given(candidate, hours)
    return more.finish <= target ? more : null
  }
  const more = isHopeless ? null : leastMore(candidatesIn(plan, standings, asked.staff), all, tried)
  return { best: all.finish, more }
}

interface Candidate {
  readonly job: Job | null
  readonly person: RecordId | null
}

/** Those who work at the steps on which the finish hangs: a person where one alone does a job, else the job. */
function candidatesIn({ critical }: PathPlan, standings: readonly StepStanding[], staff: Staff): readonly Candidate[] {
  const jobs = standings.filter(({ step }) => critical.includes(step.number)).flatMap(({ step }) => jobsOf(step))
  const found = new Map<string, Candidate>()
  for (const job of jobs) {
    const [only, second] = staff[job]
    const person = second === undefined ? (only?.person ?? null) : null
    if (!found.has(person ?? job)) found.set(person ?? job, { job, person })
  }
  return [...found.values()]
}

/** What comes of so many more hours; null where the target is still missed. */
type Tried = (candidate: Candidate, hours: number) => MoreHours | null

/**
 * Who could not do it in a full week is not asked for less; everybody is asked only where nobody can do it alone. After the first
 * each is only tried with less than was found so far.
 */
function leastMore(candidates: readonly Candidate[], all: MoreHours, tried: Tried): MoreHours {
  const able = candidates.flatMap((candidate) => tried(candidate, FULL_WEEK) ?? [])
  const [first = all, ...others] = able
  return others.reduce((found, one) => leastOf(one, found, tried), leastOf(first, first, tried))
}

/** Halving: more hours make a plan no later, but for odd cases, in which a little more than the least is named. */
function leastOf(candidate: Candidate, enough: MoreHours, tried: Tried): MoreHours {
  let best = enough
  for (let [low, high] = [0, TRIED.indexOf(enough.hours) - 1]; low <= high; ) {
    const middle = Math.floor((low + high) / 2)
    const found = tried(candidate, TRIED[middle] ?? FULL_WEEK)
    if (found === null) low = middle + 1
    else {
      best = found
      high = middle - 1
    }
  }
  return best
}

const EVERYBODY: Candidate = { job: null, person: null }

/** Nobody gives more than a full week. Those who share a job share the hours. */
function withMore(staff: Staff, { job, person }: Candidate, hours: number): Staff {
  const more = (at: Job, hand: Hand): number => {
    if (person !== null) return hand.person === person ? hours : 0
    if (job === null) return hours
    return at === job ? hours / staff[job].length : 0
  }
  return byJob((at) =>
    staff[at].map((hand) => ({
      ...hand,
      hours: Math.max(hand.hours, Math.min(FULL_WEEK, hand.hours + more(at, hand))),
    })),
  )
}
