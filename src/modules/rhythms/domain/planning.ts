import { addDays, addMonths } from '../../../kernel/calendar.ts'
import type { Isms } from '../../../kernel/isms.ts'
import { momentOf } from '../../../kernel/moment.ts'
import type { CalendarDate, RecordId } from '../../../kernel/register.ts'
import { standingCertificates } from '../../certificates/domain/cycle.ts'
import type { Certificate } from '../../certificates/registers/certificate.ts'
import { control } from '../../controls/register.ts'
import { holdersOf } from '../../people/domain/presence.ts'
import { role } from '../../people/registers/role.ts'
import { lengthInDays } from '../../tasks/domain/open.ts'
import { type RecurringTask, recurringTask } from '../../tasks/registers/recurring-task.ts'
import { task } from '../../tasks/registers/task.ts'
import { type Beat, CYCLE, YEAR } from './year.ts'

/** What becomes of one piece of work: made, given its first day where it stands without one, or left as somebody has it. */
export type Fate = 'make' | 'date' | 'keep'

export interface PlannedBeat {
  readonly beat: Beat
  readonly fate: Fate
  /** Of the work that is there; of the one that will be made. */
  readonly id: RecordId
  readonly first: CalendarDate
  readonly owner: RecordId | null
  readonly control: RecordId | null
  /** How often it stands there, where it stands there. */
  readonly existing: RecurringTask | null
}

export interface PlannedOnce {
  readonly key: string
  readonly id: RecordId
  readonly due: CalendarDate
  readonly owner: RecordId | null
  readonly isThere: boolean
}

export interface RhythmPlan {
  readonly certificate: Certificate
  readonly beats: readonly PlannedBeat[]
  readonly once: readonly PlannedOnce[]
}

/** What the planning needs beside the registers. */
export interface Naming {
  /** The same key gives the same id, so planning twice makes nothing twice. */
  readonly idOf: (key: string) => RecordId
  /** What a piece of work may be called: its title in every language. */
  readonly titlesOf: (key: string) => readonly string[]
}

/** The certificate whose rhythm it is: the one that was decided on last. Null before there is one. */
export function certificateOf(isms: Isms, day: CalendarDate): Certificate | null {
  const standing = standingCertificates(isms, momentOf(day))
  return standing.toSorted((a, b) => (a.decisionAt ?? '').localeCompare(b.decisionAt ?? '', 'en')).at(-1) ?? null
}

/** The rhythm as it would be planned on that day; null without a certificate. */
export function planRhythm(isms: Isms, day: CalendarDate, naming: Naming): RhythmPlan | null {
  const certificate = certificateOf(isms, day)
  const decided = certificate?.decisionAt ?? null
  if (certificate === null || decided === null) return null
  const ownerOf = owners(isms, day, certificate.owner)
  const named = namedWork(isms, naming)
  return {
    certificate,
    beats: YEAR.map((beat) => plannedBeat(isms, beat, { day, decided, naming, named, owner: ownerOf(beat) })),
    once: CYCLE.map(({ key, after }) => {
      // A recertification begins another three years, with work of its own.
      const id = naming.idOf(`${key}/${decided}`)
      const coordinator = ownerOf({ duties: ['isms_coordination', 'isms_conformity'] })
      return { key, id, due: addMonths(decided, after), owner: coordinator, isThere: isms.find(task, id) !== null }
    }),
  }
}

/** Whether everything of the rhythm is there already, with its first day. */
export function isPlanned({ beats, once }: RhythmPlan): boolean {
  return beats.every(({ fate }) => fate === 'keep') && once.every(({ isThere }) => isThere)
}

interface Given {
  readonly day: CalendarDate
  readonly decided: CalendarDate
  readonly naming: Naming
  readonly owner: RecordId | null
  readonly named: ReadonlyMap<string, RecurringTask>
}

function plannedBeat(isms: Isms, beat: Beat, { day, decided, naming, owner, named }: Given): PlannedBeat {
  const existing = existingWork(isms, beat, named)
  const first = firstDay(beat, decided, day)
  if (existing !== null) {
    const needsDay = existing.startsOn === null && existing.state === 'active'
    const { id, control: kept } = existing
    return {
      beat,
      fate: needsDay ? 'date' : 'keep',
      id,
      first,
      owner: existing.owner ?? owner,
      control: kept,
      existing,
    }
  }
  const own = isms.all(control).find(({ annexA }) => annexA !== null && annexA === beat.control)
  return { beat, fate: 'make', id: naming.idOf(beat.key), first, owner, control: own?.id ?? null, existing }
}

/** The same work, as somebody has it. */
export function existingWork(isms: Isms, beat: Beat, named: ReadonlyMap<string, RecurringTask>): RecurringTask | null {
  return named.get(beat.key) ?? byKind(isms, beat, new Set(named.values()))
}

/** Work that is there under the id that planning gives it, or under one of its titles, because somebody planned it on the way. */
export function namedWork(isms: Isms, { idOf, titlesOf }: Naming): ReadonlyMap<string, RecurringTask> {
  const living = isms.all(recurringTask).filter(({ state }) => state !== 'retired')
  const found = YEAR.flatMap(({ key }): (readonly [string, RecurringTask])[] => {
    const titles = titlesOf(key).map((title) => title.toLocaleLowerCase())
    const one =
      isms.find(recurringTask, idOf(key)) ?? living.find(({ title }) => titles.includes(title.toLocaleLowerCase()))
    return one === undefined ? [] : [[key, one]]
  })
  return new Map(found)
}

/**
 * The same work under another title: it is about the same control, or leaves its record where this alone leaves one, and comes
 * round as often, or up to twice as often.
 */
function byKind(isms: Isms, beat: Beat, taken: ReadonlySet<RecurringTask>): RecurringTask | null {
  const length = lengthInDays(beat)
  const isAlone = YEAR.filter(({ recordedIn }) => recordedIn === beat.recordedIn).length === 1
  const isSame = (one: RecurringTask): boolean =>
    (beat.control !== undefined && isms.find(control, one.control)?.annexA === beat.control) ||
    (beat.recordedIn !== undefined && isAlone && one.recordedIn === beat.recordedIn)
  const found = isms.all(recurringTask).find((one) => {
    if (one.state === 'retired' || taken.has(one) || !isSame(one)) return false
    const its = lengthInDays(one) || Infinity
    return its <= length && its * 2 >= length
  })
  return found ?? null
}

/** The first of its days that has not passed. */
function firstDay({ every, unit, after }: Beat, decided: CalendarDate, day: CalendarDate): CalendarDate {
  const turn = (count: number): CalendarDate =>
    unit === 'month'
      ? addMonths(decided, (after ?? every) + every * count)
      : addDays(decided, lengthInDays({ every, unit }) * (count + 1))
  let count = 0
  while (turn(count) < day) count += 1
  return turn(count)
}

/** Who does it: the first who holds a role with the first of the duties that anybody has. */
export function owners(
  isms: Isms,
  day: CalendarDate,
  otherwise: RecordId | null,
): (beat: Pick<Beat, 'duties'>) => RecordId | null {
  const moment = momentOf(day)
  const roles = isms.all(role).filter(({ state }) => state === 'active')
  const holder = (duty: Beat['duties'][number]): RecordId | null => {
    const held = roles.filter(({ duties }) => duties.includes(duty))
    return held.flatMap(({ id }) => holdersOf(isms, id, moment))[0]?.id ?? null
  }
  return ({ duties }) => {
    for (const duty of duties) {
      const found = holder(duty)
      if (found !== null) return found
    }
    return otherwise ?? holder('isms_coordination')
  }
}
