import { addDays, addMonths, latest } from '../../../kernel/calendar.ts'
import type { Isms } from '../../../kernel/isms.ts'
import { momentOf } from '../../../kernel/moment.ts'
import type { CalendarDate, RecordId, Register } from '../../../kernel/register.ts'
import { parametersInForce } from '../../organisation/domain/parameters.ts'
import { organisation } from '../../organisation/registers/organisation.ts'
import { holdersOf, isPresent } from '../../people/domain/presence.ts'
import { person } from '../../people/registers/person.ts'
import { type Occurrence, occurrence } from '../registers/occurrence.ts'
import { type RecurringTask, recurringTask } from '../registers/recurring-task.ts'
import { duesOf } from './schedule.ts'

/**
 * Recurring work that waits for somebody. Nobody stores that it does: it follows from the rhythm, from what was recorded and
 * from the day. An occurrence is written down when somebody acts.
 */
export interface OpenWork {
  readonly of: RecurringTask
  /** Who does it this time: whoever it was handed to, else who has the work, else who holds its role. */
  readonly owner: RecordId | null
  /** The newest of its days that has come and for which nobody said anything; else the next that will come. */
  readonly due: CalendarDate
  readonly occurrence: Occurrence | null
  /** Days before that one for which nobody said anything either, oldest first. */
  readonly earlier: readonly CalendarDate[]
  /** From this day on it is time to think of it. */
  readonly from: CalendarDate
  /** After this day it is late to whoever does it, which is sooner than an auditor minds. */
  readonly last: CalendarDate
}

/** Knows the declaration of a register by its name. */
export type Declared = (register: string) => Pick<Register, 'states'> | null

/** What is further back is no work any more, only a gap that the rule tells of. */
const BACK_MONTHS = 12
const AHEAD_MONTHS = 12

/** What is open of all recurring work on a day, one line for each piece of work and person; in order of the days. */
export function openWork(isms: Isms, day: CalendarDate, declared: Declared): readonly OpenWork[] {
  const found = isms.all(recurringTask).flatMap((of) => openOf(isms, of, { day, declared }))
  return found.toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
}

interface Asked {
  readonly day: CalendarDate
  readonly declared: Declared
}

interface OpenDay {
  readonly due: CalendarDate
  readonly owner: RecordId | null
  readonly occurrence: Occurrence | null
}

/** Days of one piece of work for which nobody said anything, oldest first. */
export interface OpenDays {
  /** Those that came since somebody last did. */
  readonly past: readonly OpenDay[]
  /** Those of the year ahead. */
  readonly ahead: readonly OpenDay[]
}

/** What is open of one piece of work. */
export function openOf(isms: Isms, of: RecurringTask, asked: Asked): readonly OpenWork[] {
  return openLines(isms, of, openDays(isms, of, asked))
}

/** Its open days as lines, one for each person. */
export function openLines(isms: Isms, of: RecurringTask, { past, ahead }: OpenDays): readonly OpenWork[] {
  if (of.state === 'retired') return []
  const lines = [...Map.groupBy(past, ({ owner }) => owner).values()].flatMap((days) => {
    const newest = days.at(-1)
    return newest === undefined ? [] : [lineOf(isms, of, newest, days.slice(0, -1))]
  })
  const owners = new Set(lines.map(({ owner }) => owner))
  const [next] = ahead
  // What somebody stored for a day to come was handed over, so each is told of it; of the rhythm the next day is enough.
  const coming = ahead.filter((one) => one === next || one.occurrence !== null)
  return [...lines, ...coming.filter(({ owner }) => !owners.has(owner)).map((one) => lineOf(isms, of, one, []))]
}

export function openDays(isms: Isms, of: RecurringTask, { day, declared }: Asked): OpenDays {
  const begun = isms.all(organisation)[0]?.ismsStart ?? null
  const since = latest(addMonths(day, -BACK_MONTHS), begun) ?? ''
  const dues = duesOf(isms, of, momentOf(addMonths(day, AHEAD_MONTHS)))
  const isAnswered = (one: Occurrence | null): boolean =>
    one !== null && (one.state !== 'open' || isBegun(isms, one, declared))
  const answered = dues.filter(({ recorded, due }) => due <= day && isAnswered(recorded))
  const lastAnswered = latest(...answered.map(({ due }) => due)) ?? ''
  const doer = doerOf(isms, of, day)
  const open = dues
    .filter(({ recorded, due }) => !isAnswered(recorded) && due >= since && (due > lastAnswered || due > day))
    .toSorted((a, b) => (a.due < b.due ? -1 : 1))
    .map(({ due, recorded }) => ({ due, occurrence: recorded, owner: recorded?.assignee ?? doer }))
  return { past: open.filter(({ due }) => due <= day), ahead: open.filter(({ due }) => due > day) }
}

/** Whether a record was made for it that takes longer: it is due by itself, so it is told of once. */
function isBegun(isms: Isms, { records }: Occurrence, declared: Declared): boolean {
  return records.some((id) => {
    const record = isms.any(id)
    return record !== null && declared(record.register)?.states.ended.includes(record.state) === false
  })
}

/** Who does the work: whom it names while he is here, else the first who holds its role. */
export function doerOf(isms: Isms, of: RecurringTask, day: CalendarDate): RecordId | null {
  const moment = momentOf(day)
  const named = isms.find(person, of.owner)
  if (named !== null && isPresent(named, moment)) return named.id
  return of.ownerRole === null ? null : (holdersOf(isms, of.ownerRole, moment)[0]?.id ?? null)
}

function lineOf(
  isms: Isms,
  of: RecurringTask,
  { due, owner, occurrence: kept }: OpenDay,
  earlier: readonly OpenDay[],
): OpenWork {
  const length = lengthInDays(of)
  const grace = of.toleranceDays ?? parametersInForce(isms.all(organisation)[0] ?? null).parameters.taskGraceDays
  return {
    of,
    owner,
    due,
    occurrence: kept,
    earlier: earlier.map((one) => one.due),
    from: addDays(due, -Math.min(MOST_AHEAD, Math.floor(length / PART))),
    last: addDays(due, Math.min(grace, Math.floor(length / PART))),
  }
}

/** Weekly work is thought of a day before, a quarter's two weeks before. */
const MOST_AHEAD = 14
/** A quarter of its rhythm lies on either side of a day. */
const PART = 4
const DAYS = { day: 1, week: 7, month: 30 } as const

/** About how many days lie between two of its days; none where the rhythm is not said. */
export function lengthInDays({ every, unit }: Pick<RecurringTask, 'every' | 'unit'>): number {
  return every === null || unit === null ? 0 : every * DAYS[unit]
}

/** The last time that it was done, and what that left behind. */
export function lastDone(isms: Isms, of: RecurringTask): Occurrence | null {
  const done = isms.pointing(occurrence, 'recurringTask', of.id).filter(({ state }) => state === 'done')
  return done.toSorted((a, b) => ((a.doneAt ?? a.due ?? '') < (b.doneAt ?? b.due ?? '') ? -1 : 1)).at(-1) ?? null
}
