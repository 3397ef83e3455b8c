import type { Moment } from './moment.ts'
import type { RecordId } from './register.ts'
import type { Failing, Said, Since } from './rule.ts'

export interface Identified {
  readonly id: RecordId
}

/** What must hold of each member of a population. */
export interface Condition<T extends Identified> {
  /** `unknown` where a fact is missing: it makes a question instead (1.10, 1). */
  readonly fails: (member: T, moment: Moment) => boolean | 'unknown'
  /** Fields whose last change tells since when, where no date does. */
  readonly fields?: readonly string[]
  /** The object that people know it by, where that is not the member itself: the risk of a score. */
  readonly object?: (member: T) => RecordId
}

/** Puts the conditions to one member after another. */
export function sayerOf<T extends Identified>(
  moment: Moment,
  conditions: readonly Condition<T>[],
  counts: (member: T, moment: Moment) => boolean = () => true,
): (member: T) => Said {
  const holds = (member: T, then: Moment) =>
    counts(member, then) && place(member, conditions, then)?.isUnknown === false
  return (member) => {
    if (!counts(member, moment)) return APART
    const found = place(member, conditions, moment)
    const condition = conditions[found?.check ?? -1]
    if (found === null || condition === undefined) return FINE
    if (found.isUnknown) return { is: 'unknown', check: found.check }
    return { is: 'failing', check: found.check, failing: failingOf(member, condition, moment, holds) }
  }
}

const APART: Said = { is: 'apart' }
const FINE: Said = { is: 'fine' }

interface Placed {
  readonly check: number
  readonly isUnknown: boolean
}

/** The first condition that the member fails, or else the first that cannot be told. */
function place<T extends Identified>(member: T, conditions: readonly Condition<T>[], moment: Moment): Placed | null {
  let open: Placed | null = null
  for (let index = 0; index < conditions.length; index += 1) {
    const outcome = conditions[index]?.fails(member, moment)
    if (outcome === true) return { check: index, isUnknown: false }
    if (outcome === 'unknown') open ??= { check: index, isUnknown: true }
  }
  return open
}

function failingOf<T extends Identified>(
  member: T,
  condition: Condition<T>,
  moment: Moment,
  holds: (member: T, moment: Moment) => boolean,
): Failing {
  const object = condition.object?.(member) ?? member.id
  return {
    id: object,
    through: object === member.id ? null : member.id,
    fields: condition.fields ?? [],
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
