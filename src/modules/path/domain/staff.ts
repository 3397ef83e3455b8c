import { addMonths, earliest } from '../../../kernel/calendar.ts'
import type { Isms } from '../../../kernel/isms.ts'
import type { Moment } from '../../../kernel/moment.ts'
import type { CalendarDate, RecordId } from '../../../kernel/register.ts'
import { holdersOf, isPresent } from '../../people/domain/presence.ts'
import { type AvailableHours, availableHours } from '../../people/registers/available-hours.ts'
import { person } from '../../people/registers/person.ts'
import { type DUTIES, role } from '../../people/registers/role.ts'
import type { Worker } from './step.ts'

/** Workers whose week is planned; the steps of everybody and of the body take nobody's. */
export const JOBS = ['director', 'coordinator', 'owners', 'it', 'hr', 'auditor'] as const satisfies readonly Worker[]
export type Job = (typeof JOBS)[number]

/** Hours a week that each can give, owners together. */
export type HoursPerWeek = Readonly<Record<Job, number>>

/** What a small organisation can spare, where it said nothing else. */
export const USUAL_HOURS: HoursPerWeek = { director: 2, coordinator: 16, owners: 16, it: 12, hr: 4, auditor: 16 }

export interface Absence {
  readonly from: CalendarDate
  /** The last day away. */
  readonly until: CalendarDate
}

/** Who works at a job: a person by name, or whoever it will be. */
export interface Hand {
  /** The id of the person, else the job: whoever has the same does one thing at a time. */
  readonly key: string
  readonly person: RecordId | null
  readonly hours: number
  /** Whether he said so himself; else his share of what the job is given. */
  readonly isStated: boolean
  readonly away: readonly Absence[]
}

/** Who works at each job; never nobody. */
export type Staff = Readonly<Record<Job, readonly Hand[]>>

/** By which duty the holder of a role works at a job. Of the director the register of people itself tells. */
const DUTY_OF: Readonly<Record<Exclude<Job, 'director'>, (typeof DUTIES)[number]>> = {
  coordinator: 'isms_coordination',
  owners: 'risk_ownership',
  it: 'system_administration',
  hr: 'personnel',
  auditor: 'internal_audit',
}

/** With so few there is nobody else to own anything. */
const FEW_PEOPLE = 2
/** Less than this is nothing, and a plan with nothing has no end. */
const LEAST_HOURS = 0.5

export interface Staffing {
  readonly isms: Isms
  readonly moment: Moment
  readonly today: CalendarDate
  readonly headcount: number
  /** What each job is given where its people did not say. */
  readonly hours: HoursPerWeek
}

/** Everybody known by name works in his own hours; where nobody is named the job has its own, as one pair of hands. */
export function staffOf({ isms, moment, today, headcount, hours }: Staffing): Staff {
  const said = hoursSaid(isms)
  const leading = new Set([...directors(isms, moment), ...holders(isms, moment, 'coordinator')])
  const namedFor = (job: Job): readonly RecordId[] => {
    if (job === 'director') return directors(isms, moment)
    const all = holders(isms, moment, job)
    if (job !== 'owners') return all
    // Who leads owns too, and is not to be counted on for the work of owners while there may be others.
    const others = all.filter((id) => !leading.has(id))
    return others.length > 0 || headcount <= FEW_PEOPLE ? orAll(others, all) : all.filter((id) => said.has(id))
  }
  const handsFor = (job: Job): readonly Hand[] => {
    const named = namedFor(job)
    const share = hours[job] / Math.max(named.length, 1)
    const hands = named.map((id) => handOf(id, said.get(id), { share, today }))
    return atLeast(
      hands.length > 0 ? hands : [{ key: job, person: null, hours: hours[job], isStated: false, away: [] }],
    )
  }
  return byJob(handsFor)
}

export function byJob<Value>(of: (job: Job) => Value): Readonly<Record<Job, Value>> {
  return {
    director: of('director'),
    coordinator: of('coordinator'),
    owners: of('owners'),
    it: of('it'),
    hr: of('hr'),
    auditor: of('auditor'),
  }
}

/** Nobody named anywhere: the hours of each job, and no absence. */
export function unnamedStaff(hours: HoursPerWeek): Staff {
  return byJob((job) => atLeast([{ key: job, person: null, hours: hours[job], isStated: false, away: [] }]))
}

/** What each person said of his hours; where he did twice, the last holds. */
export function hoursSaid(isms: Isms): ReadonlyMap<RecordId | null, AvailableHours> {
  const active = isms.all(availableHours).filter(({ state }) => state === 'active')
  return new Map(active.map((one) => [one.person, one]))
}

function orAll(some: readonly RecordId[], all: readonly RecordId[]): readonly RecordId[] {
  return some.length > 0 ? some : all
}

function directors(isms: Isms, moment: Moment): readonly RecordId[] {
  return isms
    .all(person)
    .filter((one) => one.isTopManagement === true && isPresent(one, moment))
    .map(({ id }) => id)
}

function holders(isms: Isms, moment: Moment, job: Exclude<Job, 'director'>): readonly RecordId[] {
  const roles = isms.all(role).filter(({ state, duties }) => state === 'active' && duties.includes(DUTY_OF[job]))
  return [...new Set(roles.flatMap(({ id }) => holdersOf(isms, id, moment).map((one) => one.id)))]
}

/** A plan further ahead than this waits for nobody's holidays. */
const FURTHEST_MONTHS = 24

function handOf(
  id: RecordId,
  said: AvailableHours | undefined,
  { share, today }: { readonly share: number; readonly today: CalendarDate },
): Hand {
  const stated = said?.hoursPerWeek ?? null
  const last = addMonths(today, FURTHEST_MONTHS)
  const away = (said?.absences ?? []).flatMap(({ from, until }) =>
    from === null || until === null || until < today || from > last
      ? []
      : [{ from, until: earliest(until, last) ?? until }],
  )
  return { key: id, person: id, hours: stated ?? share, isStated: stated !== null, away }
}

function atLeast(hands: readonly Hand[]): readonly Hand[] {
  const total = hands.reduce((sum, { hours }) => sum + hours, 0)
  return total >= LEAST_HOURS ? hands : hands.map((hand) => ({ ...hand, hours: LEAST_HOURS / hands.length }))
}
