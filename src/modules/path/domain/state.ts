import type { Isms } from '../../../kernel/isms.ts'
import type { Moment } from '../../../kernel/moment.ts'
import type { CalendarDate, Register } from '../../../kernel/register.ts'
import { informationSystem } from '../../assets/registers/information-system.ts'
import { externalAudits } from '../../audits/domain/held.ts'
import { certificate } from '../../certificates/registers/certificate.ts'
import { location } from '../../organisation/registers/location.ts'
import { organisation } from '../../organisation/registers/organisation.ts'
import { unit } from '../../organisation/registers/unit.ts'
import { isPresent } from '../../people/domain/presence.ts'
import { person } from '../../people/registers/person.ts'
import type { Answer, Standing } from '../../readiness/domain/answer.ts'
import type { Step } from './step.ts'
import { CERTIFICATE_STEP, LISTS_STEP, REHEARSAL_STEP, REPAIR_STEP, STAGE_1_STEP, STAGE_2_STEP } from './steps.ts'

/** Where a step stands. It follows from the registers and is never ticked. */
export const STEP_STATES = ['done', 'busy', 'open', 'waits'] as const
export type StepState = (typeof STEP_STATES)[number]

export interface StepStanding {
  readonly step: Step
  readonly state: StepState
  /** Steps that it needs and that are not done. */
  readonly waitsFor: readonly number[]
  /** The first day on which one of its rules is due, where nothing but that day is missing. */
  readonly waitsUntil: CalendarDate | null
  readonly rules: readonly { readonly rule: string; readonly state: Standing['state'] }[]
  /** How much of it stands, from 0 to 1: the share of its rules that looked at something and found it in order. */
  readonly share: number
}

export interface PathFacts {
  readonly isms: Isms
  readonly moment: Moment
  /** Of a stage that runs all rules of the path. */
  readonly answer: Answer
  /** Whether the organisation is ready for stage 1. */
  readonly isReady: boolean
  /** Whether anything stands in a register. */
  readonly isBegun: (register: string) => boolean
  /** Whether all that stands there is still as it began: a draft or a proposal, which finishes nothing. */
  readonly isDraft: (place: string) => boolean
}

export function standings(steps: readonly Step[], facts: PathFacts): readonly StepStanding[] {
  const states = new Map(facts.answer.standing.map((one) => [one.rule, one]))
  const done = new Set<number>()
  // In the order of the path: every step that one needs stands before it.
  for (const step of steps) {
    if (isDone(step, states, facts) && hasWhatItJudges(step, done, states, facts)) done.add(step.number)
  }
  return steps.map((step) => {
    const rules = rulesOf(step, states)
    const waitsFor = step.needs.filter((need) => !done.has(need))
    return {
      step,
      state: done.has(step.number) ? 'done' : stateOf(step, waitsFor, rules, facts),
      waitsFor,
      waitsUntil: firstDue(rules),
      rules: rules.map(({ rule, state }) => ({ rule, state })),
      share: done.has(step.number) ? 1 : shareOf(rules),
    }
  })
}

/**
 * Repair and rehearsal look at what the steps before them found: with nothing found yet, nothing is repaired or rehearsed. And
 * what the statement leaves out altogether needs no work, once those that it would stand on are done.
 */
function hasWhatItJudges(step: Step, done: ReadonlySet<number>, states: States, facts: PathFacts): boolean {
  const { number, needs } = step
  const hasNeeds = needs.every((need) => done.has(need))
  if (isLeftOut(rulesOf(step, states))) return hasNeeds
  if (number !== REPAIR_STEP && number !== REHEARSAL_STEP) return true
  return hasNeeds || wasHeld(facts, 'stage1')
}

type States = ReadonlyMap<string, Standing>

function rulesOf(step: Step, states: States): readonly Standing[] {
  return step.rules.flatMap((rule) => states.get(rule) ?? [])
}

/** The statement leaves something of it out, and of the rest there is nothing. */
function isLeftOut(rules: readonly Standing[]): boolean {
  return rules.some(({ why }) => why === 'excluded') && rules.every(({ state }) => state === 'not_applicable')
}

/** What has nothing to look at yet is work that is still to come; what the statement leaves out is none. */
function shareOf(rules: readonly Standing[]): number {
  const asked = rules.filter(({ why }) => why !== 'excluded')
  return asked.length === 0 ? 0 : asked.filter(({ state }) => state === 'ok').length / asked.length
}

/** Nothing objects, something was looked at, and nothing is still to come. */
function isDone(step: Step, states: States, facts: PathFacts): boolean {
  const rules = rulesOf(step, states)
  const isQuiet = rules.every(({ state }) => state === 'ok' || state === 'not_applicable')
  switch (step.number) {
    case LISTS_STEP:
      return isListed(facts)
    case REHEARSAL_STEP:
      return facts.isReady
    case STAGE_1_STEP:
      return wasHeld(facts, 'stage1')
    case STAGE_2_STEP:
      return wasHeld(facts, 'stage2')
    case CERTIFICATE_STEP:
      return isQuiet && isCertified(facts)
    default:
      return (
        isQuiet && (isLeftOut(rules) || rules.some(({ state }) => state === 'ok')) && !step.places.some(facts.isDraft)
      )
  }
}

/** What needs nothing more than a day to come waits for it; what has begun is busy; what may begin is open. */
function stateOf(step: Step, waitsFor: readonly number[], rules: readonly Standing[], facts: PathFacts): StepState {
  const isBegun = rules.some(({ state }) => state === 'ok')
  const objects = rules.some(({ state }) => state === 'violated' || state === 'undetermined')
  if (!objects && firstDue(rules) !== null) return 'waits'
  if (isBegun || step.places.some((place) => isMade(place, facts)))
    return waitsFor.length > 0 && !isBegun ? 'waits' : 'busy'
  return waitsFor.length > 0 ? 'waits' : 'open'
}

function firstDue(rules: readonly Standing[]): CalendarDate | null {
  return rules.flatMap(({ due }) => due ?? []).toSorted()[0] ?? null
}

/** Whether anything was written down where a step works. */
function isMade(place: string, facts: PathFacts): boolean {
  return !place.startsWith('#') && facts.isBegun(place)
}

/** Whether people, systems and places are there; of the people about as many as the organisation says that it has. */
function isListed(facts: PathFacts): boolean {
  const { isms, moment } = facts
  const here = isms.all(person).filter((one) => one.kind !== 'external' && isPresent(one, moment)).length
  const headcount = isms.all(organisation)[0]?.headcount ?? 1
  const others = [[informationSystem], [unit, location]]
  return here >= headcount * MOST_PEOPLE && others.every((some) => some.some((one) => holdsAny(facts, one)))
}

/** Somebody always joins or leaves while lists are made. */
const MOST_PEOPLE = 0.9

function holdsAny({ isms }: PathFacts, register: Register): boolean {
  return isms.all(register).some(({ state }) => !register.states.ended.includes(state))
}

function wasHeld({ isms, moment }: PathFacts, kind: 'stage1' | 'stage2'): boolean {
  return externalAudits(isms, moment).some((one) => one.kind === kind && one.isHeld)
}

const CERTIFIED: readonly string[] = ['granted', 'active', 'restored', 'recertified']

function isCertified({ isms }: PathFacts): boolean {
  return isms.all(certificate).some(({ state }) => CERTIFIED.includes(state))
}
