import { addMonths, earliest } from '../../kernel/calendar.ts'
import type { Isms } from '../../kernel/isms.ts'
import type { Moment } from '../../kernel/moment.ts'
import type { CalendarDate, RecordId } from '../../kernel/register.ts'
import { isFilled } from '../../kernel/verdict.ts'
import { isCorrective, isDone, isEffective } from '../actions/domain.ts'
import { type Action, action } from '../actions/register.ts'
import { type Nonconformity, nonconformity } from './register.ts'

/** Nonconformities that stand; who withdrew one said that it was none. */
export function standing(isms: Isms): readonly Nonconformity[] {
  return isms.all(nonconformity).filter((one) => one.state !== 'withdrawn')
}

/** The day on which it came to light; of one that does not say so, the day on which it was registered. */
export function detectedOn(one: Pick<Nonconformity, 'detectedAt' | 'validFrom'>): CalendarDate {
  return one.detectedAt ?? one.validFrom
}

/** Its corrective actions: those that it names, and those that name it. */
export function actionsOf(isms: Isms, one: Pick<Nonconformity, 'id' | 'actions'>): readonly Action[] {
  const named = one.actions.map((id) => isms.find(action, id)).filter((found) => found !== null)
  const naming = isms.pointing(action, 'subject', one.id).filter(({ id }) => !one.actions.includes(id))
  return [...named, ...naming].filter(isCorrective)
}

/**
 * Whether a lapse that cannot be undone has been settled: a nonconformity covers the object (among its objects, or as its
 * finding), and its corrective actions, at least one, were all done and found effective (readiness 1.7, 10). Rules that ask
 * this read `nonconformity` and `action`.
 */
export function isSettled(isms: Isms, objectId: RecordId, ruleId: string, moment: Moment): boolean {
  const about = [
    ...isms.pointing(nonconformity, 'objects', objectId),
    ...isms.pointing(nonconformity, 'finding', objectId),
  ]
  return about.some((one) => covers(one, ruleId) && isSolved(isms, one, moment))
}

function covers(one: Nonconformity, ruleId: string): boolean {
  return one.state !== 'withdrawn' && (one.rule === null || one.rule === ruleId)
}

function isSolved(isms: Isms, one: Nonconformity, moment: Moment): boolean {
  const actions = actionsOf(isms, one)
  return actions.length > 0 && actions.every((each) => isDone(each, moment) && isEffective(each, moment))
}

/** How long after it was closed as effective the same thing is a return, and not something new (R-10.2-2). */
const RETURN_MONTHS = 24

/**
 * How often each nonconformity had come before: the same requirement with the same class of cause, within 24 months after
 * one that was closed as effective. One counts a first return, two the next one after the same closing, or the return of a
 * return, closed or not; what is no return is left out.
 */
export function returnsIn(all: readonly Nonconformity[]): ReadonlyMap<RecordId, number> {
  const returns = new Map<RecordId, number>()
  const earlier = new Map<string, Nonconformity[]>()
  for (const one of all.toSorted((a, b) => detectedOn(a).localeCompare(detectedOn(b), 'en'))) {
    const key = sameness(one)
    if (key === null) continue
    const before = earlier.get(key) ?? []
    const ended = before.filter((other) => isReturnOf(one, other))
    if (ended.length > 0) {
      const since = earliest(...ended.map(endedOn)) ?? ''
      const between = before.filter((other) => detectedOn(other) >= since && detectedOn(other) < detectedOn(one))
      returns.set(one.id, 1 + Math.max(...[...ended, ...between].map(({ id }) => returns.get(id) ?? 0)))
    }
    earlier.set(key, [...before, one])
  }
  return returns
}

/** What two of them have in common where it is the same again. "Other" is no class of cause that could come back. */
function sameness(one: Nonconformity): string | null {
  const { requirementRef, control, clauseItem, causeClass } = one
  if (causeClass === null || causeClass === 'other') return null
  const reference = isFilled(requirementRef) ? requirementRef?.replaceAll(/\s/g, '').toLowerCase() : null
  const demand = reference ?? control ?? clauseItem
  return demand === null ? null : `${demand} ${causeClass}`
}

/** The day on which it was closed as effective; null where it was not. */
function endedOn({ state, effectiveAt, closedAt }: Nonconformity): CalendarDate | null {
  return state === 'effective' || state === 'closed' ? (effectiveAt ?? closedAt) : null
}

function isReturnOf(one: Nonconformity, other: Nonconformity): boolean {
  const ended = endedOn(other)
  const detected = detectedOn(one)
  return ended !== null && ended <= detected && detected <= addMonths(ended, RETURN_MONTHS)
}
