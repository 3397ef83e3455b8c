import { addDays } from '../../../kernel/calendar.ts'
import type { CalendarDate, RecordId } from '../../../kernel/register.ts'
import type { RuleResult, Since } from '../../../kernel/rule.ts'
import type { Judged } from './day.ts'

/** How many turning days a rule is followed back over; a rule that turned more often than this is asked of the ledger. */
const MOST_TURNS = 200

/** Stands for what fails without an object, because it is absent; no record has this id. */
const ABSENCE = ''

export interface SinceOfRule {
  /** For what is absent: the day on which it began to be missing, or the start of the ISMS. Null where nothing is. */
  readonly absence: { readonly by: 'date' | 'start'; readonly date: CalendarDate } | null
  readonly objects: ReadonlyMap<RecordId, Since>
}

/** What one rule says on another day of the same state. */
export type JudgeOn = (at: CalendarDate) => Judged

/**
 * Goes back over the turning days of one rule, with what is known at t, until every object that fails at t is met in
 * order. What is out of order on every day back to the start was made so by a change.
 */
export function sinceOfRule(judgeOn: JudgeOn, start: CalendarDate | null, judged: Judged): SinceOfRule {
  const open = new Set(failingKeys(judged.result, (since) => since === null))
  const found = new Map<RecordId, CalendarDate>()
  let { previous } = judged.validity
  for (let turns = 0; turns < MOST_TURNS && previous !== null && open.size > 0; turns += 1) {
    if (start !== null && previous <= start) break
    const before = judgeOn(addDays(previous, -1))
    const failing = failingBefore(before.result)
    for (const key of open) {
      if (failing.has(key)) continue
      found.set(key, previous)
      open.delete(key)
    }
    previous = before.validity.previous
  }
  const absent = found.get(ABSENCE)
  found.delete(ABSENCE)
  const objects = new Map([...found].map(([id, date]) => [id, { by: 'date' as const, date }]))
  if (absent !== undefined) return { absence: { by: 'date', date: absent }, objects }
  return { absence: open.has(ABSENCE) && start !== null ? { by: 'start', date: start } : null, objects }
}

/** Two years forward are enough: no look-back is longer than that. */
const MOST_TURNS_AHEAD = 60

/** The day on which time alone clears it: events grow old and leave the look-back. */
export function clearingOf(judgeOn: JudgeOn, judged: Judged): CalendarDate | null {
  let { next } = judged.validity
  for (let turns = 0; turns < MOST_TURNS_AHEAD && next !== null; turns += 1) {
    const then = judgeOn(next)
    if (then.result.state !== 'violated') return next
    next = then.validity.next
  }
  return null
}

function failingKeys(result: RuleResult, wanted: (since: Since | null) => boolean): readonly RecordId[] {
  if (result.state !== 'violated') return []
  const objects = result.parts.flatMap((part) => part.failing).filter((object) => wanted(object.since))
  const isAbsence = result.parts.some((part) => part.failing.length === 0)
  return [...objects.map((object) => object.id), ...(isAbsence ? [ABSENCE] : [])]
}

/** An absence holds as long as the rule objects to anything: a draft that was missing before is still not in force. */
function failingBefore(result: RuleResult): ReadonlySet<RecordId> {
  const keys = failingKeys(result, () => true)
  return new Set(keys.length === 0 ? [] : [...keys, ABSENCE])
}
