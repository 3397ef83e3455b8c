import {
  type Difference,
  differsIn,
  differsWhole,
  type Footprint,
  footprintOf,
  type Noting,
  noting,
} from './footprint.ts'
import type { Isms } from './isms.ts'
import type { Moment, Validity } from './moment.ts'
import type { RecordId } from './register.ts'
import type { Each, Said } from './rule.ts'

/** What was said of a member, on which days it turns, and by the look of which records. */
interface Word {
  readonly said: Said
  readonly turn: Validity
  readonly found: readonly RecordId[]
  readonly pointed: readonly RecordId[]
}

/** Of members that look at no date; one for all of them. */
const NEVER: Validity = { previous: null, next: null }

const APART: Said = { is: 'apart' }

/** What was said of every member of one population, in order. */
interface Remembered {
  readonly of: readonly object[]
  readonly words: readonly Word[]
  /** Registers that were read whole for any of them. */
  readonly whole: Footprint
}

/** What a rule said, one population after another, and what it read beside. */
export interface Sayings {
  readonly beside: Footprint
  readonly populations: readonly Remembered[]
}

/** What was said before, and what differs since. */
export interface Before {
  readonly sayings: Sayings
  readonly difference: Difference
}

export interface Speaker {
  readonly isms: Isms
  readonly each: Each
  readonly aside: <T>(work: () => T) => T
  sayings(): Sayings
}

/**
 * Lets a rule say something of each member, and takes over what it said before of those for whom nothing differs: the member
 * is the same record, and so are the records that were read for it. What is read beside the members may steer all of it, so
 * nothing is taken over where that differs. INVARIANT: but for its records the rule would come by the same way as `before`;
 * else somebody repairs what was found and it still stands there. Whoever hands that in answers for it.
 */
export function speakerOf(isms: Isms, moment: Moment, before: Before | null): Speaker {
  const notes = noting(isms)
  const populations: Remembered[] = []
  const isSteady = before !== null && !differsWhole(before.sayings.beside, before.difference)
  const steady = isSteady && !differsIn(before.sayings.beside, before.difference) ? before : null
  return {
    isms: notes.isms,
    each: (members, say) => {
      const last = steady?.sayings.populations[populations.length] ?? null
      const isStanding = steady !== null && last !== null && !differsWhole(last.whole, steady.difference)
      const known = isStanding ? knownOf(last, members, steady.difference) : []
      const whole = footprintOf([...notes.rest.registers, ...(isStanding ? last.whole.registers : [])])
      const words = members.map((member, index) => {
        const word = known[index]
        if (word === undefined) return wordOf(notes, moment, whole, () => say(member))
        moment.absorb(word.turn)
        return word
      })
      populations.push({ of: members, words, whole })
      return members.map((member, index) => ({ member, said: words[index]?.said ?? APART }))
    },
    aside: (work) => notes.into(footprintOf(), work),
    sayings: () => ({ beside: notes.rest, populations }),
  }
}

function wordOf(notes: Noting, moment: Moment, whole: Footprint, say: () => Said): Word {
  const read: Footprint = { registers: whole.registers, found: [], pointed: [] }
  let said = APART
  const turn = moment.noting(() => {
    said = notes.into(read, say)
  })
  const isTimeless = turn.previous === null && turn.next === null
  return { said, turn: isTimeless ? NEVER : turn, found: read.found, pointed: read.pointed }
}

/** So many members may have gone at one place; after more of them the next are looked at again, right as well and no faster. */
const MOST_GONE = 20

/** For each member what was said of it, where that stands. Members come in one order, then and now. */
function knownOf(
  { of, words }: Remembered,
  members: readonly object[],
  difference: Difference,
): readonly (Word | undefined)[] {
  let place = 0
  return members.map((member) => {
    let there = place
    while (of[there] !== member) {
      there += 1
      if (there > place + MOST_GONE) return undefined
    }
    place = there + 1
    const word = words[there]
    return word === undefined || differsIn(word, difference) ? undefined : word
  })
}
