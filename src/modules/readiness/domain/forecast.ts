import { momentOf } from '../../../kernel/moment.ts'
import type { CalendarDate } from '../../../kernel/register.ts'
import type { Basis, ClauseItem, LookedFor, Severity } from '../../../kernel/rule.ts'
import type { FindingPart, ObjectRef, Remedy } from './answer.ts'
import { type Case, dayOf, type Kept } from './day.ts'
import { type Draft, failingObjects } from './draft.ts'
import { type Expected, isSameExpected, nameOfPile, type Place, placesOf, type Sight, sightOf } from './expected.ts'
import { basisOf, partsOf, pilePart, refOf, remedyOf, remedyOfPile } from './finding.ts'
import { compareRules } from './order.ts'
import type { PileUp } from './pile-ups.ts'

/** A list on the way to somebody's eyes names so many, and counts the rest. */
export const MOST_SHOWN = 50

/** A finding in short: what it says and about what, without the history of its objects. */
export interface Outline {
  readonly rule: string
  readonly clause: string
  readonly item: ClauseItem | null
  readonly severity: Severity
  readonly raisedBy: string | null
  readonly basis: Basis
  readonly parts: readonly FindingPart[]
  /** The first of them. */
  readonly objects: readonly ObjectRef[]
  readonly objectCount: number
  readonly lookedFor: readonly LookedFor[]
  readonly remedy: Remedy
  readonly minors: readonly string[]
}

/** A day on which the expected findings change if nobody acts. */
export interface ForecastStep extends Expected {
  /** What comes, or changes its severity. */
  readonly appears: readonly (Outline & { readonly before: Place | null })[]
  readonly clears: readonly {
    readonly rule: string
    readonly clause: string
    readonly before: Place
    readonly after: Place | null
  }[]
}

/** Days in a stretch on which some answer may turn, with what is known at its start. */
export function breakpoints(about: Case, from: CalendarDate, to: CalendarDate): readonly CalendarDate[] {
  return [...walk(about, from, to)].map(({ expected }) => expected.at)
}

/**
 * What will be expected on each day on which that changes, from the first day (as it stands, so nothing appears on it) to
 * the last. Rules are judged anew only when a day comes on which they may turn.
 */
export function forecast(about: Case, from: CalendarDate, to: CalendarDate): readonly ForecastStep[] {
  const steps: ForecastStep[] = []
  let before: Sight | null = null
  for (const now of walk(about, from, to)) {
    if (before === null) steps.push({ ...now.expected, appears: [], clears: [] })
    else if (!isSameExpected(before.expected, now.expected)) steps.push(compared(about, before, now))
    before = now
  }
  return steps
}

/** The days on which something may turn, each as it then is; `kept` are judgements of the first. */
export function* walk(
  about: Case,
  from: CalendarDate,
  to: CalendarDate,
  kept: Kept | null = null,
): Generator<Sight, void> {
  let known = kept
  let at: CalendarDate | null = from
  while (at !== null && at <= to) {
    const day = dayOf(about, at, known)
    const sight = sightOf(about, day)
    yield sight
    known = day.kept()
    at = sight.validity.next
  }
}

function compared(about: Case, before: Sight, now: Sight): ForecastStep {
  const then = placesOf(before.expected)
  const after = placesOf(now.expected)
  const outlines = outlinesOf(about, now)
  const appears = [...after].flatMap(([rule, place]) => {
    const was = then.get(rule) ?? null
    const outline = place === 'known' || place === was ? undefined : outlines(rule)
    return outline === undefined ? [] : [{ ...outline, before: was }]
  })
  const clears = [...then].flatMap(([rule, was]) => {
    const is = after.get(rule) ?? null
    const isGone = was !== 'known' && (is === null || is === 'known')
    return isGone ? [{ rule, clause: clauseOf(about, rule), before: was, after: is }] : []
  })
  return {
    ...now.expected,
    appears: appears.sort((a, b) => compareRules(a.rule, b.rule)),
    clears: clears.sort((a, b) => compareRules(a.rule, b.rule)),
  }
}

/** The clause of a rule, or of the heap of a pile-up. */
export function clauseOf({ ruleSet }: Case, rule: string): string {
  const heap = rule.startsWith('M-4:') ? '8.1' : rule.replace('M-1:', '')
  return ruleSet.byId.get(rule)?.clause ?? heap
}

/** Finds the outline of a finding or pile-up of the day. */
export function outlinesOf(about: Case, { drafts, piles, expected }: Sight): (rule: string) => Outline | undefined {
  const byRule = new Map(drafts.map((draft) => [draft.rule.id, draft]))
  const byName = new Map(piles.map((pile) => [nameOfPile(pile), pile]))
  return (rule) => {
    const draft = byRule.get(rule)
    const pile = byName.get(rule)
    if (draft !== undefined) return outlineOf(about, expected.at, draft)
    return pile === undefined ? undefined : outlineOfPile(about, rule, pile)
  }
}

function outlineOf(about: Case, at: CalendarDate, draft: Draft): Outline {
  const { rule, result } = draft
  const failing = failingObjects(draft)
  const parts = partsOf(draft).map(shortened)
  const shown = [...new Set(parts.flatMap((part) => part.objects))]
  return {
    rule: rule.id,
    clause: rule.clause,
    item: rule.item,
    severity: draft.severity,
    raisedBy: draft.raisedBy,
    basis: basisOf(draft),
    parts,
    objects: shown.map((id) => refOf(about, id)),
    objectCount: failing.length,
    lookedFor: result.lookedFor,
    remedy: remedyOf(about, draft, momentOf(at)),
    minors: [],
  }
}

/** The first of its objects: a sentence names only some of them. */
function shortened(part: FindingPart): FindingPart {
  const objects = part.objects.slice(0, MOST_SHOWN)
  return { ...part, objects, more: part.objects.length - objects.length }
}

function outlineOfPile(about: Case, name: string, pile: PileUp): Outline {
  return {
    rule: name,
    clause: pile.meta === 'M-1' ? pile.item : '8.1',
    item: pile.item,
    severity: 'MAJ',
    raisedBy: pile.meta,
    basis: 'N',
    parts: [pilePart(pile, about.world.parameters)],
    objects: [],
    objectCount: 0,
    lookedFor: [],
    remedy: remedyOfPile(pile),
    minors: pile.minors.map((draft) => draft.rule.id),
  }
}
