import { addDays, addMonths, earliest, latest } from '../../../kernel/calendar.ts'
import type { CalendarDate } from '../../../kernel/register.ts'
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '../../../kernel/workdays.ts'
import type { StepStanding } from './state.ts'
import type { Step, Worker } from './step.ts'
import { CERTIFICATE_STEP, STAGE_1_STEP, STAGE_2_STEP } from './steps.ts'

/** Hours a week that each can give, owners together; the steps of everybody and of the body take nobody's week. */
export type HoursPerWeek = Readonly<Record<Exclude<Worker, 'everybody' | 'body'>, number>>

/** What a small organisation can spare, where it said nothing else. */
export const USUAL_HOURS: HoursPerWeek = { director: 2, coordinator: 16, owners: 16, it: 12, hr: 4, auditor: 16 }

export interface PlanAsked {
  readonly today: CalendarDate
  readonly hours: HoursPerWeek
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

interface Placed extends Omit<PlannedStep, 'isCritical'> {
  /** The step whose end decided its start: one that it needs, or one that its people were busy with. */
  readonly behind: number | null
}

/** Steps grow with the organisation, far slower than its headcount: half as much again for four times the people. */
const GROWTH = 0.3
const USUAL_HEADCOUNT = 30
/** Where others work too, a director decides on what they prepared. */
const DIRECTORS_PART = 0.25

/**
 * A plan that can be kept: a step begins when those that it needs are done and its people are free, and takes as many working days as
 * their hours allow. Steps with the longest way behind them go first.
 */
export function planOf(standings: readonly StepStanding[], asked: PlanAsked): PathPlan {
  const open = standings.filter(({ state }) => state !== 'done')
  const length = new Map(open.map((one) => [one.step.number, daysOf(one, asked)]))
  const tails = tailsOf(
    open.map(({ step }) => step),
    length,
  )
  const placed = new Map<number, Placed>()
  const freeFrom = new Map<Worker, { readonly day: CalendarDate; readonly step: number }>()
  const tooEarly: { number: number; agreed: CalendarDate; earliest: CalendarDate }[] = []
  for (let left = open; left.length > 0; ) {
    const ready = left.filter(({ step }) => step.needs.every((need) => placed.has(need) || !length.has(need)))
    const next = ready.toSorted((a, b) => (tails.get(b.step.number) ?? 0) - (tails.get(a.step.number) ?? 0))[0]
    if (next === undefined) throw new Error('cannot plan steps that wait for each other')
    const { step } = next
    const place = placeOf(step, { placed, freeFrom, asked, days: length.get(step.number) ?? 0 })
    const agreed = agreedFor(step.number, asked)
    if (agreed !== null && place.start > agreed) tooEarly.push({ number: step.number, agreed, earliest: place.start })
    placed.set(step.number, place)
    for (const worker of step.who) freeFrom.set(worker, { day: place.end, step: step.number })
    left = left.filter((one) => one !== next)
  }
  return summary([...placed.values()], asked, tooEarly)
}

/** What is left of a step, in working days: its slowest people, or what has to run meanwhile where that is longer. */
function daysOf({ step, share }: StepStanding, { hours, headcount }: PlanAsked): number {
  const factor = Math.max(0.5, (Math.max(headcount, 1) / USUAL_HEADCOUNT) ** GROWTH)
  const slowest = step.who.map((worker) => {
    if (worker === 'everybody' || worker === 'body') return step.hours > 0 ? 1 : 0
    const part = worker === 'director' && step.who.length > 1 ? DIRECTORS_PART : 1
    return ((step.hours * part * factor) / Math.max(hours[worker], 0.5)) * 5
  })
  return Math.ceil(Math.max(step.waits, ...slowest) * (1 - share))
}

/** Working days from the start of each step to the end of the path. */
function tailsOf(steps: readonly Step[], length: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  const tails = new Map<number, number>()
  const after = (number: number) => steps.filter(({ needs }) => needs.includes(number))
  const tail = (number: number): number => {
    const known = tails.get(number)
    if (known !== undefined) return known
    const made = (length.get(number) ?? 0) + Math.max(0, ...after(number).map((step) => tail(step.number)))
    tails.set(number, made)
    return made
  }
  for (const { number } of steps) tail(number)
  return tails
}

interface Placing {
  readonly placed: ReadonlyMap<number, Placed>
  readonly freeFrom: ReadonlyMap<Worker, { readonly day: CalendarDate; readonly step: number }>
  readonly asked: PlanAsked
  readonly days: number
}

function placeOf(step: Step, { placed, freeFrom, asked, days }: Placing): Placed {
  const before: readonly { readonly day: CalendarDate; readonly step: number | null }[] = [
    ...step.needs.flatMap((need) => {
      const found = placed.get(need)
      return found === undefined ? [] : [{ day: found.end, step: need }]
    }),
    ...step.who.flatMap((worker) => freeFrom.get(worker) ?? []),
  ]
  const last = before.reduce<{ day: CalendarDate; step: number | null }>(
    (latest, each) => (each.day > latest.day ? each : latest),
    { day: firstWorkingDay(asked.today), step: null },
  )
  const agreed = agreedFor(step.number, asked)
  const start = agreed !== null && agreed >= last.day ? agreed : last.day
  return { number: step.number, start, end: addWorkingDays(start, days), behind: last.step }
}

function agreedFor(number: number, { stage1, stage2 }: PlanAsked): CalendarDate | null {
  if (number === STAGE_1_STEP) return stage1
  return number === STAGE_2_STEP ? stage2 : null
}

function firstWorkingDay(date: CalendarDate): CalendarDate {
  return isWorkingDay(date) ? date : addWorkingDays(addDays(date, -1), 1)
}

function summary(placed: readonly Placed[], { today, target }: PlanAsked, tooEarly: PathPlan['tooEarly']): PathPlan {
  const byNumber = new Map(placed.map((one) => [one.number, one]))
  const last = byNumber.get(CERTIFICATE_STEP) ?? placed.at(-1) ?? null
  const finish = last?.end ?? today
  const critical: number[] = []
  for (let at: Placed | null = last; at !== null; at = byNumber.get(at.behind ?? -1) ?? null)
    critical.unshift(at.number)
  return {
    steps: placed
      .map(({ number, start, end }) => ({ number, start, end, isCritical: critical.includes(number) }))
      .toSorted((a, b) => a.number - b.number),
    finish,
    target,
    slack: target === null ? null : signedWorkingDays(finish, target),
    critical,
    tooEarly,
  }
}

/** A target so far away, or so long past, that nobody counts the working days in between. */
const FURTHEST_MONTHS = 120

function signedWorkingDays(from: CalendarDate, to: CalendarDate): number {
  if (from <= to) return workingDaysBetween(from, earliest(to, addMonths(from, FURTHEST_MONTHS)) ?? to)
  return -workingDaysBetween(latest(to, addMonths(from, -FURTHEST_MONTHS)) ?? to, from)
}
