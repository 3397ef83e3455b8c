import type { Moment } from './moment.ts'
import type { CalendarDate, RecordId } from './register.ts'
import type {
  Basis,
  Facts,
  Failing,
  LookedFor,
  OpenQuestion,
  Part,
  RuleResult,
  SentenceValues,
  Severity,
  Since,
} from './rule.ts'

/** The words in which rules come to their results. */

interface Identified {
  readonly id: RecordId
}

/** How many of how many fail. */
export interface Tally {
  readonly fails: number
  readonly total: number
}

/** Turns a tally into a severity (readiness 1.3). */
export type Grade = (tally: Tally) => Severity

export function always(severity: Severity): Grade {
  return () => severity
}

/** RATIO(x), and "any → MIN, more than x → MAJ": a share makes a major only among four or more. */
export function ratio(share: number): Grade {
  return ({ fails, total }) => (total >= 4 && fails / total > share ? 'MAJ' : 'MIN')
}

/** "Share of people who …": less than half → MAJ, less than nine in ten → MIN, else OFI; among three a share makes no major. */
export const coverage: Grade = ({ fails, total }) => {
  const share = (total - fails) / total
  if (share < 0.5) return total >= 4 ? 'MAJ' : 'MIN'
  return share < 0.9 ? 'MIN' : 'OFI'
}

/** "Any → MIN, all → MAJ": "all" stands for a population of one as well (1.10, 20). */
export function orAll(grade: Grade): Grade {
  return (tally) => (tally.fails === tally.total ? 'MAJ' : grade(tally))
}

export const okay = (lookedAt: readonly Identified[] = []): RuleResult => ({ state: 'ok', lookedAt: ids(lookedAt) })
export const notDue = (due: CalendarDate): RuleResult => ({ state: 'not_due', due })
export const noPopulation: RuleResult = { state: 'not_applicable', why: 'no_population' }
/** Another rule speaks already, or what this one needs has not happened (readiness 1.7). */
export const gated: RuleResult = { state: 'not_applicable', why: 'gate' }

/** The statement of applicability leaves the control out (readiness 1.7, 1). */
export const excluded: RuleResult = { state: 'not_applicable', why: 'excluded' }

export function undetermined(questions: readonly OpenQuestion[], lookedAt: readonly Identified[] = []): RuleResult {
  return { state: 'undetermined', questions, lookedAt: ids(lookedAt) }
}

export interface BreachSpec {
  readonly severity: Severity
  readonly variant?: string
  readonly basis?: Basis
  readonly values?: SentenceValues
  readonly failing?: readonly Failing[]
  readonly lookedAt?: readonly Identified[]
  readonly lookedFor?: readonly LookedFor[]
}

/** One violation, stated as a whole. */
export function breach(spec: BreachSpec): RuleResult {
  const failing = spec.failing ?? []
  return {
    state: 'violated',
    parts: [
      {
        variant: spec.variant ?? null,
        severity: spec.severity,
        basis: spec.basis ?? null,
        values: { n: failing.length, ...spec.values },
        failing,
      },
    ],
    questions: [],
    lookedAt: ids(spec.lookedAt ?? []),
    lookedFor: spec.lookedFor ?? [],
  }
}

/** Something that must be there and is not. */
export function lookedFor(key: string, values: SentenceValues = {}): LookedFor {
  return { key: `looked.${key}`, values }
}

export function failing(object: Identified, fields: readonly string[] = [], through: RecordId | null = null): Failing {
  return { id: object.id, through, fields, since: null }
}

/** What may be wrong with each member of a population. */
export interface Check<T extends Identified> {
  /** Which sentence words it; left out where the rule has one. */
  readonly variant?: string
  /** Left out where the population's own grade weighs all checks together. */
  readonly grade?: Grade
  readonly basis?: Basis
  /** `unknown` where a fact is missing: it makes a question instead (1.10, 1). */
  readonly fails: (member: T, moment: Moment) => boolean | 'unknown'
  /** Fields whose last change tells since when, where no date does. */
  readonly fields?: readonly string[]
  /** The object that people know it by, where that is not the member itself: the risk of a score. */
  readonly object?: (member: T) => RecordId
  /** What else the sentence says. */
  readonly values?: (failing: readonly T[], total: number) => SentenceValues
  readonly lookedFor?: LookedFor
}

export interface Population<T extends Identified> {
  readonly of: readonly T[]
  /** Who belongs to it, where dates decide. */
  readonly counts?: (member: T, moment: Moment) => boolean
  /** For checks without a grade of their own: weighs everybody who fails any of those. */
  readonly grade?: Grade
}

/** "For all … it holds that …". A member is reported under the first check that it fails, so one fault is told once. */
export function forAll<T extends Identified>(
  facts: Facts,
  population: Population<T> | readonly T[],
  checks: readonly Check<T>[],
): RuleResult {
  const spread: Population<T> = isList(population) ? { of: population } : population
  const counts = spread.counts ?? (() => true)
  const members = spread.of.filter((member) => counts(member, facts.moment))
  if (members.length === 0) return noPopulation
  const failed = checks.map((): T[] => [])
  const unknown = checks.map((): T[] => [])
  for (const member of members) {
    const known = place(member, checks, facts.moment)
    if (known !== null) (known.isUnknown ? unknown : failed)[known.check]?.push(member)
  }
  const holds = (member: T, moment: Moment) =>
    counts(member, moment) && place(member, checks, moment)?.isUnknown === false
  const lookedAt = ids(members)
  const total = members.length
  const pooled = checks.reduce((sum, check, index) => sum + (check.grade ? 0 : (failed[index] ?? []).length), 0)
  const parts = checks.flatMap((check, index) => {
    const them = failed[index] ?? []
    if (them.length === 0) return []
    const failing = them.map((member) => failingOf(member, check, facts.moment, holds))
    const grade = check.grade ?? spread.grade ?? always('MIN')
    const severity = grade({ fails: check.grade ? them.length : pooled, total })
    return [partOf(check, them, failing, { severity, total })]
  })
  const questions = checks.flatMap((check, index) => {
    const them = unknown[index] ?? []
    return them.length === 0 ? [] : [questionOf(check, them, members.length)]
  })
  const missed = checks.flatMap((check, index) => ((failed[index] ?? []).length > 0 ? (check.lookedFor ?? []) : []))
  return resultOf({ parts, questions, lookedAt, lookedFor: missed })
}

interface Placed {
  readonly check: number
  readonly isUnknown: boolean
}

/** The first check that the member fails, or else the first that cannot be told. */
function place<T extends Identified>(member: T, checks: readonly Check<T>[], moment: Moment): Placed | null {
  let open: Placed | null = null
  for (const [index, check] of checks.entries()) {
    const outcome = check.fails(member, moment)
    if (outcome === true) return { check: index, isUnknown: false }
    if (outcome === 'unknown') open ??= { check: index, isUnknown: true }
  }
  return open
}

function failingOf<T extends Identified>(
  member: T,
  check: Check<T>,
  moment: Moment,
  holds: (member: T, moment: Moment) => boolean,
): Failing {
  const object = check.object?.(member) ?? member.id
  return {
    id: object,
    through: object === member.id ? null : member.id,
    fields: check.fields ?? [],
    since: sinceOf((other) => holds(member, other), moment),
  }
}

/** How far back one object is followed; no object of a sane register has more turning days than this. */
const MOST_TURNS = 100

/** Since when something holds that holds now: by its own dates, or else it was made so by a change. */
export function sinceOf(holds: (moment: Moment) => boolean, now: Moment): Since {
  let moment = now.apart()
  holds(moment)
  for (let turns = 0; turns < MOST_TURNS; turns += 1) {
    const { previous } = moment.validity()
    if (previous === null) break
    moment = now.dayBefore(previous)
    if (!holds(moment)) return { by: 'date', date: previous }
  }
  return { by: 'change' }
}

function partOf<T extends Identified>(
  check: Check<T>,
  members: readonly T[],
  failing: readonly Failing[],
  { severity, total }: { readonly severity: Severity; readonly total: number },
): Part {
  return {
    variant: check.variant ?? null,
    severity,
    basis: check.basis ?? null,
    values: { n: members.length, total, ...check.values?.(members, total) },
    failing,
  }
}

function questionOf<T extends Identified>(check: Check<T>, members: readonly T[], total: number): OpenQuestion {
  return {
    variant: check.variant ?? null,
    values: { n: members.length, total },
    objects: members.map((member) => check.object?.(member) ?? member.id),
    watch: members.map((member) => ({ id: member.id, fields: check.fields ?? [] })),
  }
}

interface Found {
  readonly parts: readonly Part[]
  readonly questions: readonly OpenQuestion[]
  readonly lookedAt: readonly RecordId[]
  readonly lookedFor: readonly LookedFor[]
}

function resultOf(found: Found): RuleResult {
  if (found.parts.length > 0) return { state: 'violated', ...found }
  if (found.questions.length > 0) {
    return { state: 'undetermined', questions: found.questions, lookedAt: found.lookedAt }
  }
  return { state: 'ok', lookedAt: found.lookedAt }
}

/** Several conditions of one rule: what any of them objects to, it objects to. */
export function together(...results: readonly RuleResult[]): RuleResult {
  const found = {
    parts: results.flatMap((result) => (result.state === 'violated' ? result.parts : [])),
    questions: results.flatMap((result) =>
      result.state === 'violated' || result.state === 'undetermined' ? result.questions : [],
    ),
    lookedAt: [...new Set(results.flatMap((result) => ('lookedAt' in result ? result.lookedAt : [])))],
    lookedFor: results.flatMap((result) => (result.state === 'violated' ? result.lookedFor : [])),
  }
  const said = resultOf(found)
  if (said.state !== 'ok' || results.some((result) => result.state === 'ok')) return said
  return results.find((result) => result.state === 'not_due') ?? results[0] ?? noPopulation
}

/** The same result, with what its population was held against: runs, tests and reviews are evidence too. */
export function heldAgainst(result: RuleResult, records: readonly Identified[]): RuleResult {
  if (!('lookedAt' in result)) return result
  return { ...result, lookedAt: [...new Set([...result.lookedAt, ...ids(records)])] }
}

/** Whether somebody wrote something there. */
export function isFilled(text: string | null | undefined): boolean {
  return text !== null && text !== undefined && text.trim() !== ''
}

function isList<T extends Identified>(population: Population<T> | readonly T[]): population is readonly T[] {
  return Array.isArray(population)
}

function ids(records: readonly Identified[]): readonly RecordId[] {
  return records.map((record) => record.id)
}
