import type { CalendarDate } from '../../../kernel/register.ts'
import type { Severity } from '../../../kernel/rule.ts'
import { type Case, dayOf, type Judged, runsAt } from './day.ts'
import type { Draft } from './draft.ts'
import { judgeAll, type Weighed, weigh } from './evaluate.ts'
import { compareRules } from './order.ts'
import { pileUps } from './pile-ups.ts'

/** What is expected on a day, in short: rule ids by severity. */
export interface Expected {
  readonly at: CalendarDate
  readonly major: readonly string[]
  readonly minor: readonly string[]
  readonly ofi: readonly string[]
  readonly known: readonly string[]
}

/** A day on which the expected findings change if nobody acts. */
export interface ForecastStep extends Expected {
  readonly appears: readonly { readonly rule: string; readonly severity: Severity }[]
  readonly clears: readonly string[]
}

/** Days in a stretch on which some answer may turn, with what is known at its start. */
export function breakpoints(about: Case, from: CalendarDate, to: CalendarDate): readonly CalendarDate[] {
  return walk(about, from, to).map(({ at }) => at)
}

/**
 * What will be expected on each day on which that changes, from the first day (which is always told) to the last. Rules
 * are judged anew only when a day comes on which they may turn.
 */
export function forecast(about: Case, from: CalendarDate, to: CalendarDate): readonly ForecastStep[] {
  const steps: ForecastStep[] = []
  let before: Expected | null = null
  for (const stop of walk(about, from, to)) {
    const now = expectedOn(about, stop)
    const step = compared(before, now)
    if (before === null || step.appears.length > 0 || step.clears.length > 0) steps.push(step)
    before = now
  }
  return steps
}

interface Stop {
  readonly at: CalendarDate
  readonly drafts: readonly Draft[]
}

function walk(about: Case, from: CalendarDate, to: CalendarDate): readonly Stop[] {
  const stops: Stop[] = []
  let kept: ReadonlyMap<string, Judged> = new Map()
  let at: CalendarDate | null = from
  while (at !== null && at <= to) {
    const day = dayOf(about, at, kept)
    const judged = judgeAll(about, day)
    const { drafts, validity }: Weighed = weigh(about, day, judged)
    stops.push({ at, drafts: drafts.filter((draft) => runsAt(draft.rule, about.stage)) })
    kept = new Map(judged.map((one) => [one.rule.id, one]))
    at = validity.next
  }
  return stops
}

function expectedOn(about: Case, { at, drafts }: Stop): Expected {
  const counted = drafts.filter((draft) => draft.inHand === null)
  const piles = pileUps(drafts, about.world.parameters).map((pile) => `${pile.meta}:${pile.heap}`)
  const of = (severity: Severity) =>
    counted.filter((draft) => draft.severity === severity).map((draft) => draft.rule.id)
  return {
    at,
    major: [...of('MAJ'), ...piles],
    minor: of('MIN'),
    ofi: of('OFI'),
    known: drafts.filter((draft) => draft.inHand !== null).map((draft) => draft.rule.id),
  }
}

function compared(before: Expected | null, now: Expected): ForecastStep {
  const then = before === null ? new Map<string, Severity>() : severities(before)
  const after = severities(now)
  const appears = [...after].flatMap(([rule, severity]) => (then.get(rule) === severity ? [] : [{ rule, severity }]))
  const clears = [...then.keys()].filter((rule) => !after.has(rule))
  return {
    ...now,
    appears: appears.sort((a, b) => compareRules(a.rule, b.rule)),
    clears: clears.sort(compareRules),
  }
}

function severities(expected: Expected): ReadonlyMap<string, Severity> {
  return new Map<string, Severity>([
    ...expected.major.map((rule) => [rule, 'MAJ'] as const),
    ...expected.minor.map((rule) => [rule, 'MIN'] as const),
    ...expected.ofi.map((rule) => [rule, 'OFI'] as const),
  ])
}
