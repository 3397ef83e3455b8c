import type { Validity } from '../../../kernel/moment.ts'
import type { CalendarDate } from '../../../kernel/register.ts'
import type { Severity } from '../../../kernel/rule.ts'
import { type Case, type Day, type Judged, runsAt } from './day.ts'
import type { Draft } from './draft.ts'
import { judgeAll, weigh } from './evaluate.ts'
import { type PileUp, pileUps } from './pile-ups.ts'

/** What is expected on a day, in short: rule ids by severity. */
export interface Expected {
  readonly at: CalendarDate
  readonly ready: { readonly ok: boolean; readonly majors: number; readonly questions: number }
  readonly counts: {
    readonly major: number
    readonly minor: number
    readonly ofi: number
    readonly known: number
    readonly questions: number
  }
  readonly major: readonly string[]
  readonly minor: readonly string[]
  readonly ofi: readonly string[]
  readonly known: readonly string[]
}

/** Where a finding stands: its severity, or in hand (M-7). */
export type Place = Severity | 'known'

/** A day in short, with what it was made of. */
export interface Sight {
  readonly expected: Expected
  readonly drafts: readonly Draft[]
  readonly piles: readonly PileUp[]
  readonly judged: readonly Judged[]
  readonly validity: Validity
}

/** Judges a day of the stage; nothing of the preview is in it. */
export function sightOf(about: Case, day: Day): Sight {
  const judged = judgeAll(about, day)
  const weighed = weigh(about, day, judged)
  const drafts = weighed.drafts.filter((draft) => runsAt(draft.rule, about.stage))
  const piles = pileUps(drafts, about.world.parameters)
  const open = judged.filter(({ rule }) => runsAt(rule, about.stage)).flatMap(openOf)
  return { expected: expectedOf(day.at, drafts, piles, open), drafts, piles, judged, validity: weighed.validity }
}

/** One for each open question of a rule: whether readiness waits for its answer (1.10, 11). */
function openOf({ rule, result }: Judged): readonly boolean[] {
  const questions = result.state === 'violated' || result.state === 'undetermined' ? result.questions : []
  return questions.map(() => rule.worst === 'MAJ')
}

function expectedOf(
  at: CalendarDate,
  drafts: readonly Draft[],
  piles: readonly PileUp[],
  open: readonly boolean[],
): Expected {
  const of = (place: Place) => drafts.filter((draft) => placeOf(draft) === place).map((draft) => draft.rule.id)
  const major = [...of('MAJ'), ...piles.map(nameOfPile)]
  const [minor, ofi, known] = [of('MIN'), of('OFI'), of('known')]
  const barring = open.filter(Boolean).length
  return {
    at,
    ready: { ok: major.length === 0 && barring === 0, majors: major.length, questions: barring },
    counts: {
      major: major.length,
      minor: minor.length,
      ofi: ofi.length,
      known: known.length,
      questions: open.length,
    },
    major,
    minor,
    ofi,
    known,
  }
}

export function placeOf(draft: Draft): Place {
  return draft.inHand === null ? draft.severity : 'known'
}

export function nameOfPile(pile: PileUp): string {
  return `${pile.meta}:${pile.heap}`
}

/** Every finding of a day with where it stands. */
export function placesOf({ major, minor, ofi, known }: Expected): ReadonlyMap<string, Place> {
  return new Map<string, Place>([
    ...major.map((rule) => [rule, 'MAJ'] as const),
    ...minor.map((rule) => [rule, 'MIN'] as const),
    ...ofi.map((rule) => [rule, 'OFI'] as const),
    ...known.map((rule) => [rule, 'known'] as const),
  ])
}

/** Whether two days expect the same, whatever their dates. */
export function isSameExpected(a: Expected, b: Expected): boolean {
  return substanceOf(a) === substanceOf(b)
}

function substanceOf({ ready, counts, major, minor, ofi, known }: Expected): string {
  return JSON.stringify([ready, counts, major, minor, ofi, known])
}
