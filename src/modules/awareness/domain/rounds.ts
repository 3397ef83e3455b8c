import { earliest } from '../../../kernel/calendar.ts'
import type { Isms } from '../../../kernel/isms.ts'
import type { Moment } from '../../../kernel/moment.ts'
import type { CalendarDate } from '../../../kernel/register.ts'
import { isInPopulation } from '../../people/domain/presence.ts'
import { type Person, person } from '../../people/registers/person.ts'
import {
  type AwarenessRecord,
  type AwarenessRound,
  awarenessRecord,
  awarenessRound,
  type LessonKey,
} from '../register.ts'

/** Whether the round is for this person: whoever it names, else everybody who works here. */
function isFor(isms: Isms, round: AwarenessRound, one: Person, moment: Moment): boolean {
  if (!isInPopulation(isms, one, moment)) return false
  return round.participants.length === 0 || round.participants.includes(one.id)
}

/** What somebody did in a round, the newest first. */
function triesOf(isms: Isms, round: AwarenessRound, one: Person): readonly AwarenessRecord[] {
  return isms
    .pointing(awarenessRecord, 'person', one.id)
    .filter((record) => record.state === 'active' && record.round === round.id)
    .toReversed()
}

const hasPassed = (tries: readonly AwarenessRecord[]): boolean => tries.some(({ result }) => result !== 'insufficient')

/** A lesson that somebody is asked to follow. */
export interface AskedLesson {
  readonly round: AwarenessRound
  readonly lesson: LessonKey
}

/** Rounds that have begun and in which this person has still to follow the lesson, what closes first in front. */
export function lessonsAsked(isms: Isms, one: Person, moment: Moment): readonly AskedLesson[] {
  return isms
    .all(awarenessRound)
    .flatMap((round) => (round.lesson === null ? [] : [{ round, lesson: round.lesson }]))
    .filter(({ round }) => round.state === 'open' && (round.opensAt === null || moment.reached(round.opensAt)))
    .filter(({ round }) => isFor(isms, round, one, moment) && !hasPassed(triesOf(isms, round, one)))
    .toSorted((a, b) => ((a.round.closesAt ?? '9') < (b.round.closesAt ?? '9') ? -1 : 1))
}

/** By when the first of them closes. */
export function firstClosing(asked: readonly AskedLesson[]): CalendarDate | null {
  return earliest(...asked.flatMap(({ round: { closesAt } }) => closesAt ?? []))
}

/** Where one person stands in a round. */
export interface Standing {
  readonly person: Person
  readonly state: 'passed' | 'failed' | 'open'
  readonly at: CalendarDate | null
}

/** Everybody for whom the round is, and whether he did it: those who still have to in front. */
export function standings(isms: Isms, round: AwarenessRound, moment: Moment): readonly Standing[] {
  return isms
    .all(person)
    .filter((one) => isFor(isms, round, one, moment))
    .map((one): Standing => {
      const tries = triesOf(isms, round, one)
      const best = tries.find(({ result }) => result !== 'insufficient') ?? tries[0]
      if (best === undefined) return { person: one, state: 'open', at: null }
      return { person: one, state: best.result === 'insufficient' ? 'failed' : 'passed', at: best.at }
    })
    .toSorted((a, b) => RANK[a.state] - RANK[b.state] || a.person.name.localeCompare(b.person.name, 'nl'))
}

const RANK = { open: 0, failed: 1, passed: 2 } as const
