import { addMonths, earliest, latest } from '../../../kernel/calendar.ts'
import type { CalendarDate, RecordId } from '../../../kernel/register.ts'
import { workingDaysBetween } from '../../../kernel/workdays.ts'
import { type Crew, crewsOf, workedBy } from './crew.ts'
import { JOBS, type Job, type Staff } from './staff.ts'
import type { StepStanding } from './state.ts'
import type { Phase, Step, Worker } from './step.ts'
import { CERTIFICATE_STEP, REHEARSAL_STEP, STAGE_1_STEP, STAGE_2_STEP } from './steps.ts'
import type { Workdays } from './workdays.ts'

export interface PlanAsked {
  readonly today: CalendarDate
  readonly staff: Staff
  readonly workdays: Workdays
  readonly target: CalendarDate | null
  /** Days that were agreed with the certification body. */
  readonly stage1: CalendarDate | null
  readonly stage2: CalendarDate | null
  readonly headcount: number
}

export interface PlannedStep {
  readonly number: number
  readonly start: CalendarDate
  readonly end: CalendarDate
  /** Whether the end of the whole moves with it. */
  readonly isCritical: boolean
  /** Those who do it, as far as they are known by name. */
  readonly people: readonly RecordId[]
  /** Who was away when it could have begun. */
  readonly awaits: RecordId | null
}

export interface PathPlan {
  readonly steps: readonly PlannedStep[]
  readonly finish: CalendarDate
  readonly target: CalendarDate | null
  /** Working days between finish and target: below zero it comes too late. Null without a target. */
  readonly slack: number | null
  /** The steps on which the finish hangs, in order; the first of them is the one to begin with. */
  readonly critical: readonly number[]
  /** Audits whose agreed day comes before the work for it can be done. */
  readonly tooEarly: readonly {
    readonly number: number
    readonly agreed: CalendarDate
    readonly earliest: CalendarDate
  }[]
}

interface Freed {
  readonly day: CalendarDate
  readonly step: number
}

interface Placed extends Omit<PlannedStep, 'isCritical' | 'people'> {
  readonly crews: readonly Crew[]
  /** The day from which its people have time again: what has to run meanwhile takes nobody's week. */
  readonly free: CalendarDate
  /** The step whose end decided its start: one that it needs, or one that its people were busy with. */
  readonly behind: number | null
}

/** Steps grow with the organisation, far slower than its headcount: half as much again for four times the people. */
const GROWTH = 0.3
const USUAL_HEADCOUNT = 30
/** Where others work too, a director decides on what they prepared. */
const DIRECTORS_PART = 0.25
const DAYS_A_WEEK = 5
/** So little is left of a step by adding up parts of days, and is nothing. */
const NOTHING = 1e-9

/** What is left of a step: hours of each job, and working days in which something has to run meanwhile. */
interface Load {
  readonly step: Step
  readonly work: readonly { readonly crew: Crew; readonly hours: number }[]
  readonly keys: readonly string[]
  readonly waits: number
}

/**
 * A plan that can be kept: a step begins when those that it needs are done and its people are free and not away, and takes as many
 * working days as their hours allow. Steps with the longest way behind them go first. Who does more than one job does one at a time.
 */
export function planOf(standings: readonly StepStanding[], asked: PlanAsked): PathPlan {
  return summary(placesOf(standings, asked), asked)
}

/** Only when such a plan is through: whoever tries many asks for no more. */
export function finishOf(standings: readonly StepStanding[], asked: PlanAsked): CalendarDate {
  return lastOf(placesOf(standings, asked))?.end ?? asked.today
}

function placesOf(standings: readonly StepStanding[], asked: PlanAsked): readonly Placed[] {
  const crews = crewsOf(asked.staff)
  const loads = needingAll(standings.filter(({ state }) => state !== 'done')).map((one) => loadOf(one, crews, asked))
  const open = new Set(loads.map(({ step }) => step.number))
  const tails = tailsOf(loads)
  const placed = new Map<number, Placed>()
  const freeFrom = new Map<string, Freed>()
  const first = asked.workdays.onOrAfter(asked.today)
  for (let left = loads; left.length > 0; ) {
    const ready = left.filter(({ step }) => step.needs.every((need) => placed.has(need) || !open.has(need)))
    const begun = ready.map((load) => beginningOf(load, { placed, freeFrom, first, asked }))
    const next = begun.toSorted((a, b) => firstOf(a, b, tails))[0]
    if (next === undefined) throw new Error('cannot plan steps that wait for each other')
    const { load } = next
    const { number } = load.step
    const place = placeOf(next, asked)
    placed.set(number, place)
    for (const key of load.keys) freeFrom.set(key, { day: place.free, step: number })
    left = left.filter((one) => one !== load)
  }
  return [...placed.values()]
}

/** Whoever is free does not wait for a step that comes later; of what can begin on a day, the longest way behind it first. */
function firstOf(a: Beginning, b: Beginning, tails: ReadonlyMap<number, number>): number {
  if (a.start !== b.start) return a.start < b.start ? -1 : 1
  return (tails.get(b.load.step.number) ?? 0) - (tails.get(a.load.step.number) ?? 0)
}

/**
 * What no other step needs has to be done all the same: before the rehearsal, which looks at everything that stage 1 looks at, and
 * what runs and is checked before stage 2.
 */
function needingAll(open: readonly StepStanding[]): readonly StepStanding[] {
  const numbersOf = (...phases: readonly Phase[]): readonly number[] =>
    open.filter(({ step }) => phases.includes(step.phase)).map(({ step }) => step.number)
  const more = new Map([
    [REHEARSAL_STEP, numbersOf('A', 'B', 'C', 'D')],
    [STAGE_2_STEP, numbersOf('E')],
  ])
  return open.map((one) => {
    const needs = [...one.step.needs, ...(more.get(one.step.number) ?? [])]
    return { ...one, step: { ...one.step, needs } }
  })
}

function loadOf({ step, share }: StepStanding, crews: Readonly<Record<Job, Crew>>, { headcount }: PlanAsked): Load {
  const factor = Math.max(0.5, (Math.max(headcount, 1) / USUAL_HEADCOUNT) ** GROWTH)
  const work = jobsOf(step).map((job) => {
    const part = job === 'director' && step.who.length > 1 ? DIRECTORS_PART : 1
    return { crew: crews[job], hours: step.hours * part * factor * (1 - share) }
  })
  const isOthers = step.who.length > work.length && step.hours > 0
  const keys = work.flatMap(({ crew }) => crew.keys)
  return { step, work, keys, waits: Math.ceil(Math.max(step.waits, isOthers ? 1 : 0) * (1 - share)) }
}

export function jobsOf({ who }: Step): readonly Job[] {
  return JOBS.filter((job) => who.includes(job satisfies Worker))
}

/** Working days from the start of each step to the end of the path, while nobody is away. */
function tailsOf(loads: readonly Load[]): ReadonlyMap<number, number> {
  const tails = new Map<number, number>()
  const tail = ({ step, work, waits }: Load): number => {
    const known = tails.get(step.number)
    if (known !== undefined) return known
    const days = work.map(({ crew, hours }) => (hours / crew.week) * DAYS_A_WEEK)
    const after = loads.filter((each) => each.step.needs.includes(step.number))
    const made = Math.ceil(Math.max(waits, ...days)) + Math.max(0, ...after.map(tail))
    tails.set(step.number, made)
    return made
  }
  for (const load of loads) tail(load)
  return tails
}

interface Beginning extends Pick<Placed, 'start' | 'behind' | 'awaits'> {
  readonly load: Load
}

interface Placing {
  readonly placed: ReadonlyMap<number, Placed>
  readonly freeFrom: ReadonlyMap<string, Freed>
  /** The first working day of the plan. */
  readonly first: CalendarDate
  readonly asked: PlanAsked
}

function beginningOf(load: Load, { placed, freeFrom, first, asked }: Placing): Beginning {
  const { step } = load
  const before: readonly { readonly day: CalendarDate; readonly step: number | null }[] = [
    ...step.needs.flatMap((need) => {
      const found = placed.get(need)
      return found === undefined ? [] : [{ day: found.end, step: need }]
    }),
    ...load.keys.flatMap((key) => freeFrom.get(key) ?? []),
  ]
  const last = before.reduce<{ day: CalendarDate; step: number | null }>(
    (latest, each) => (each.day > latest.day ? each : latest),
    { day: first, step: null },
  )
  const { day, awaits } = whenThere(load, last.day, asked.workdays)
  const agreed = agreedFor(step.number, asked)
  return { load, start: agreed !== null && agreed >= day ? agreed : day, behind: last.step, awaits }
}

function placeOf({ load, ...begun }: Beginning, { workdays }: PlanAsked): Placed {
  const crews = load.work.map(({ crew }) => crew)
  return { number: load.step.number, ...begun, ...endOf(load, begun.start, workdays), crews }
}

/** The first day on which there is somebody for every job of a step, and for whom that had to be waited. */
function whenThere(
  { work }: Load,
  from: CalendarDate,
  { after }: Workdays,
): Pick<Placed, 'awaits'> & { day: CalendarDate } {
  let awaits: RecordId | null = null
  for (let day = from; ; day = after(day)) {
    const missing = work.find(({ crew, hours }) => hours > 0 && crew.hoursOn(day) === 0)
    if (missing === undefined || after(day) === day) return { day, awaits }
    awaits = missing.crew.people[0] ?? null
  }
}

/** The days by which all hours were worked, and what had to run has run. A day's work counts on the day after it. */
function endOf({ work, keys, waits }: Load, start: CalendarDate, { after }: Workdays): Pick<Placed, 'free' | 'end'> {
  const isShared = new Set(keys).size < keys.length
  const left = work.map(({ hours }) => hours)
  let [day, free] = [start, start]
  for (let worked = 0; worked < waits || left.some(isSome); worked += 1) {
    const next = after(day)
    if (next === day) break
    day = next
    if (!left.some(isSome)) continue
    const busy = isShared ? new Set<string>() : null
    for (const [index, { crew }] of work.entries()) {
      const hours = left[index] ?? 0
      if (isSome(hours)) left[index] = hours - workedBy(crew, day, busy)
    }
    free = day
  }
  return { free, end: day }
}

function isSome(hours: number): boolean {
  return hours > NOTHING
}

function agreedFor(number: number, { stage1, stage2 }: PlanAsked): CalendarDate | null {
  if (number === STAGE_1_STEP) return stage1
  return number === STAGE_2_STEP ? stage2 : null
}

function lastOf(placed: readonly Placed[]): Placed | null {
  const certified = placed.find(({ number }) => number === CERTIFICATE_STEP)
  return certified ?? placed.toSorted((a, b) => (a.end < b.end ? 1 : -1))[0] ?? null
}

function summary(placed: readonly Placed[], asked: PlanAsked): PathPlan {
  const { today, target } = asked
  const byNumber = new Map(placed.map((one) => [one.number, one]))
  const last = lastOf(placed)
  const finish = last?.end ?? today
  const critical: number[] = []
  for (let at: Placed | null = last; at !== null; at = byNumber.get(at.behind ?? -1) ?? null)
    critical.unshift(at.number)
  return {
    steps: placed
      .map(({ number, start, end, awaits, crews }) => ({
        number,
        start,
        end,
        isCritical: critical.includes(number),
        people: [...new Set(crews.flatMap(({ people }) => people))],
        awaits,
      }))
      .toSorted((a, b) => a.number - b.number),
    finish,
    target,
    slack: target === null ? null : signedWorkingDays(finish, target),
    critical,
    tooEarly: placed.flatMap(({ number, start }) => {
      const agreed = agreedFor(number, asked)
      return agreed !== null && start > agreed ? [{ number, agreed, earliest: start }] : []
    }),
  }
}

/** A target so far away, or so long past, that nobody counts the working days in between. */
const FURTHEST_MONTHS = 120

function signedWorkingDays(from: CalendarDate, to: CalendarDate): number {
  if (from <= to) return workingDaysBetween(from, earliest(to, addMonths(from, FURTHEST_MONTHS)) ?? to)
  return -workingDaysBetween(latest(to, addMonths(from, -FURTHEST_MONTHS)) ?? to, from)
}
