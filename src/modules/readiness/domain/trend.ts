import type { CalendarDate } from '../../../kernel/register.ts'
import { type Case, dayOf, type Kept } from './day.ts'
import { type Expected, isSameExpected, sightOf } from './expected.ts'

/** A day on which the answer changed, and whether somebody's change did it or time alone. */
export interface TrendStep extends Expected {
  readonly by: 'start' | 'record' | 'time'
}

export interface Trend {
  /** Walks on with what was known until then: days before this one on which something turns are told first. */
  reach(about: Case, at: CalendarDate, by: 'record' | 'time'): void
  /** The days since the last reach on which time alone turns something, up to that one. */
  pass(to: CalendarDate): void
  steps(): readonly TrendStep[]
}

/** What a walk goes on from: the steps of the days before, and judgements of whatever day. */
export interface Walked {
  readonly steps: readonly TrendStep[]
  readonly kept: Kept | null
}

/**
 * Goes forward through the past with a state that changes on the way. Judgements are kept from day to day: a rule is
 * judged again where a register that it reads changed, or a day came on which it turns.
 */
export function trendFrom(walked: Walked = { steps: [], kept: null }): Trend {
  const steps = [...walked.steps]
  let { kept } = walked
  let last: TrendStep | null = steps.at(-1) ?? null
  let turns: CalendarDate | null = null
  const take = (about: Case, at: CalendarDate, by: 'record' | 'time'): void => {
    const day = dayOf(about, at, kept)
    const { expected, validity } = sightOf(about, day)
    kept = day.kept()
    turns = validity.next
    const step: TrendStep = { ...expected, by: last === null ? 'start' : by }
    if (last === null || !isSameExpected(last, step)) steps.push(step)
    last = step
  }
  const turning = (isBefore: (turn: CalendarDate) => boolean) =>
    kept !== null && turns !== null && isBefore(turns) ? { about: kept.about, at: turns } : null
  const passUntil = (isBefore: (turn: CalendarDate) => boolean): void => {
    for (let stop = turning(isBefore); stop !== null; stop = turning(isBefore)) take(stop.about, stop.at, 'time')
  }
  return {
    reach: (about, at, by) => {
      passUntil((turn) => turn < at)
      take(about, at, by)
    },
    pass: (to) => passUntil((turn) => turn <= to),
    steps: () => steps,
  }
}
