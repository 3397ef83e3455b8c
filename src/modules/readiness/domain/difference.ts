import type { CalendarDate, RecordId } from '../../../kernel/register.ts'
import { type Case, dayOf, failingIds, type Judged } from './day.ts'
import { type Expected, type Place, placesOf, type Sight, sightOf } from './expected.ts'
import { clauseOf, type Outline, outlinesOf } from './forecast.ts'
import { compareRules } from './order.ts'

/** A finding that stands elsewhere on the later day than on the earlier one. */
export interface Differing {
  readonly rule: string
  readonly clause: string
  readonly before: Place | null
  readonly after: Place | null
  /** What it says on the later day, or said on the earlier one where it is gone. */
  readonly outline: Outline
  /** Whether the same would stand there if nobody had changed a record. */
  readonly by: 'record' | 'time'
  /** Records whose change may have done it: what the rules looked at or objected to, on either day. */
  readonly records: ReadonlySet<RecordId>
  /** The registers that the rules read. */
  readonly reads: ReadonlySet<string>
}

export interface Difference {
  readonly before: Expected
  readonly after: Expected
  readonly differing: readonly Differing[]
}

/**
 * What differs between two days, and whether time alone did it: for that the earlier state is judged on the later day as well.
 */
export function differenceOf(before: Case, from: CalendarDate, after: Case, to: CalendarDate): Difference {
  const then = dayOf(before, from)
  const was = sightOf(before, then)
  const is = sightOf(after, dayOf(after, to))
  const untouched = placesOf(sightOf(before, dayOf(before, to, then.kept())).expected)
  const [places, placesNow] = [placesOf(was.expected), placesOf(is.expected)]
  const [outlines, outlinesNow] = [outlinesOf(before, was), outlinesOf(after, is)]
  const names = [...new Set([...places.keys(), ...placesNow.keys()])].sort(compareRules)
  const differing = names.flatMap((rule): readonly Differing[] => {
    const [stood, stands] = [places.get(rule) ?? null, placesNow.get(rule) ?? null]
    const outline = outlinesNow(rule) ?? outlines(rule)
    if (stood === stands || outline === undefined) return []
    const isTime = (untouched.get(rule) ?? null) === stands
    return [
      {
        rule,
        clause: clauseOf(after, rule),
        before: stood,
        after: stands,
        outline,
        by: isTime ? 'time' : 'record',
        ...touchedBy(after, outline, [was, is]),
      },
    ]
  })
  return { before: was.expected, after: is.expected, differing }
}

/** Of a pile-up: of all the minors that it counted. */
function touchedBy(
  { ruleSet }: Case,
  outline: Outline,
  sights: readonly Sight[],
): Pick<Differing, 'records' | 'reads'> {
  const rules = new Set(outline.minors.length > 0 ? outline.minors : [outline.rule])
  const judged = sights.flatMap((sight) => sight.judged.filter((one) => rules.has(one.rule.id)))
  return {
    records: new Set(judged.flatMap(lookedAt)),
    reads: new Set(judged.flatMap(({ rule }) => ruleSet.readsOf(rule))),
  }
}

function lookedAt({ result }: Judged): readonly RecordId[] {
  const seen = 'lookedAt' in result ? result.lookedAt : []
  return [...seen, ...failingIds(result)]
}
