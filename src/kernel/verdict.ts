import { type Condition, type Identified, sayerOf } from './condition.ts'
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
} from './rule.ts'

/** The words in which rules come to their results. */

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
export interface Check<T extends Identified> extends Condition<T> {
  /** Which sentence words it; left out where the rule has one. */
  readonly variant?: string
  /** Left out where the population's own grade weighs all checks together. */
  readonly grade?: Grade
  readonly basis?: Basis
  /** What else the sentence says. */
  readonly values?: (failing: readonly T[], total: number) => SentenceValues
  readonly lookedFor?: LookedFor
}

export interface Population<T extends Identified> {
  /** As a function, where the rule uses the list for nothing else: then what comes or goes leaves the others as they are. */
  readonly of: readonly T[] | (() => readonly T[])
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
  const of = typeof spread.of === 'function' ? facts.aside(spread.of) : spread.of
  const members: T[] = []
  const failed = checks.map((): Failed<T>[] => [])
  const unknown = checks.map((): T[] => [])
  for (const { member, said } of facts.each(of, sayerOf(facts.moment, checks, spread.counts))) {
    if (said.is === 'apart') continue
    members.push(member)
    if (said.is === 'failing') failed[said.check]?.push({ member, failing: said.failing })
    else if (said.is === 'unknown') unknown[said.check]?.push(member)
  }
  if (members.length === 0) return noPopulation
  return facts.aside(() => weighed(spread, checks, { members, failed, unknown }))
}

interface Sorted<T> {
  readonly members: readonly T[]
  /** By check. */
  readonly failed: readonly (readonly Failed<T>[])[]
  readonly unknown: readonly (readonly T[])[]
}

interface Failed<T> {
  readonly member: T
  readonly failing: Failing
}

function weighed<T extends Identified>(
  { grade: common }: Population<T>,
  checks: readonly Check<T>[],
  { members, failed, unknown }: Sorted<T>,
): RuleResult {
  const total = members.length
  const pooled = checks.reduce((sum, check, index) => sum + (check.grade ? 0 : (failed[index] ?? []).length), 0)
  const parts = checks.flatMap((check, index) => {
    const them = failed[index] ?? []
    if (them.length === 0) return []
    const grade = check.grade ?? common ?? always('MIN')
    const severity = grade({ fails: check.grade ? them.length : pooled, total })
    return [partOf(check, them, { severity, total })]
  })
  const questions = checks.flatMap((check, index) => {
    const them = unknown[index] ?? []
    return them.length === 0 ? [] : [questionOf(check, them, total)]
  })
  const missed = checks.flatMap((check, index) => ((failed[index] ?? []).length > 0 ? (check.lookedFor ?? []) : []))
  return resultOf({ parts, questions, lookedAt: ids(members), lookedFor: missed })
}

function partOf<T extends Identified>(
  check: Check<T>,
  failed: readonly Failed<T>[],
  { severity, total }: { readonly severity: Severity; readonly total: number },
): Part {
  const members = failed.map(({ member }) => member)
  return {
    variant: check.variant ?? null,
    severity,
    basis: check.basis ?? null,
    values: { n: members.length, total, ...check.values?.(members, total) },
    failing: failed.map(({ failing: one }) => one),
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
    lookedAt: united(results.map((result) => ('lookedAt' in result ? result.lookedAt : []))),
    lookedFor: results.flatMap((result) => (result.state === 'violated' ? result.lookedFor : [])),
  }
  const said = resultOf(found)
  if (said.state !== 'ok' || results.some((result) => result.state === 'ok')) return said
  return results.find((result) => result.state === 'not_due') ?? results[0] ?? noPopulation
}

/** The same result, with what its population was held against: runs, tests and reviews are evidence too. */
export function heldAgainst(result: RuleResult, records: readonly Identified[]): RuleResult {
  if (!('lookedAt' in result)) return result
  return { ...result, lookedAt: united([result.lookedAt, ids(records)]) }
}

/** Each id once. Mostly one of them alone holds any, and then thousands. */
function united(lists: readonly (readonly RecordId[])[]): readonly RecordId[] {
  const filled = lists.filter((list) => list.length > 0)
  return filled.length > 1 ? [...new Set(filled.flat())] : (filled[0] ?? [])
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
