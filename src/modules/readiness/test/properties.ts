import * as fc from 'fast-check'
import { expect } from 'vitest'
import { addDays, isCalendarDate } from '../../../kernel/calendar.ts'
import type { AnyRecord, Isms } from '../../../kernel/isms.ts'
import type { CalendarDate } from '../../../kernel/register.ts'
import { type Rule, rule, SEVERITIES, type Stage } from '../../../kernel/rule.ts'
import { breach, failing } from '../../../kernel/verdict.ts'
import { registers } from '../../../registers.gen.ts'
import { rules } from '../../../rules.gen.ts'
import { controls } from '../../catalogue/domain/controls.ts'
import type { Phase } from '../../samples/domain/conforming/scheme.ts'
import type { Answer, ExpectedFinding } from '../domain/answer.ts'
import { allFindings } from '../domain/changes.ts'
import { dayOf, type Kept } from '../domain/day.ts'
import { evaluateFrom } from '../domain/evaluate.ts'
import { forecast } from '../domain/forecast.ts'
import { worldOf } from '../domain/world-of.ts'
import { ask, caseOf, DAY, listed } from './ask.ts'
import {
  changedIn,
  changes,
  conformingRecords,
  type Fault,
  faults,
  histories,
  type Records,
  type Step,
  spoiled,
  stateOf,
} from './spoil.ts'

/** The properties of spec/cases.md 7.3 and those of the engine itself, for any organisation, day and stage. */
export interface Property {
  readonly name: string
  /** How often it is tried for one try of the cheapest. */
  readonly share: number
  readonly property: fc.IRawProperty<unknown>
}

const day = fc.integer({ min: -200, max: 700 }).map((count) => addDays(DAY, count))
const stage = fc.constantFrom('S1' as const, 'S2' as const, 'SV' as const, 'RC' as const)
const phase = fc.constantFrom('initial' as const, 'certified' as const)
/** Drawn, not made: a counterexample stays short enough to read. */
interface Drawn {
  readonly of: Phase
  readonly wrong: readonly Fault[]
}

const organisations: fc.Arbitrary<Drawn> = fc.record({ of: phase, wrong: faults })

function recordsOf({ of, wrong }: Drawn): Records {
  return spoiled(conformingRecords(of), wrong)
}

function severities(answer: Answer): ReadonlyMap<string, number> {
  const counted = [...answer.major, ...answer.minor, ...answer.ofi]
  return new Map(counted.map(({ rule: id, severity }) => [id, SEVERITIES.indexOf(severity)]))
}

const freshEvidence = fc.property(organisations, day, fc.nat(92), (drawn, at, index) => {
  const records = recordsOf(drawn)
  const before = severities(ask(stateOf(records), { at, stage: 'RC' }))
  const evidence = freshFor(records, at, index)
  if (evidence === null) return
  const after = ask(stateOf(new Map([...records, [evidence.id, evidence]])), { at, stage: 'RC' })
  const worse = [...severities(after)].filter(([id, severity]) => (before.get(id) ?? 9) > severity)
  expect(worse).toEqual([])
})

/** Accepted and fresh, for one of the controls, made after one that is there. */
function freshFor(records: Records, at: CalendarDate, index: number): AnyRecord | null {
  const rows = [...records.values()]
  const like = rows.find(({ register }) => register === 'evidence')
  const proves = rows.filter(({ register }) => register === 'control')[index]?.id
  const acceptedBy = rows.find(({ register }) => register === 'person')?.id
  if (like === undefined || proves === undefined || acceptedBy === undefined) return null
  const dates = { periodFrom: at, periodTo: at, collectedAt: at, acceptedAt: at, validFrom: at, expiresAt: null }
  return { ...like, ...dates, id: 'fresh', number: 'EV-99999', proves: [proves], acceptedBy, state: 'accepted' }
}

/** From the day on which the organisation stands as it does: what is entered as done is done by then. */
const lateStays = fc.property(organisations, fc.nat(700), fc.integer({ min: 1, max: 800 }), (drawn, days, count) => {
  const at = addDays(DAY, days)
  const records = doneBy(recordsOf(drawn), at)
  const late = new Set(rules.flatMap(({ id, pattern }) => (pattern === 'late' || pattern === 'late_core' ? [id] : [])))
  const isms = stateOf(records)
  const later = severities(ask(isms, { at: addDays(at, count), stage: 'RC' }))
  const gone = [...severities(ask(isms, { at, stage: 'RC' })).keys()].filter((id) => late.has(id) && !later.has(id))
  expect(gone).toEqual([])
})

/** Nobody does today what is dated tomorrow: dates that a fault moved ahead are brought back. */
function doneBy(records: Records, at: CalendarDate): Records {
  const back = (record: AnyRecord): AnyRecord => {
    const before = conformingRecords('initial').get(record.id) ?? conformingRecords('certified').get(record.id)
    const moved = Object.entries(record).filter(([, value]) => typeof value === 'string' && isCalendarDate(value))
    const ahead = moved.filter(([name, value]) => String(value) > at && before?.[name] !== value)
    return { ...record, ...Object.fromEntries(ahead.map(([name]) => [name, at])) }
  }
  return new Map([...records].map(([id, record]) => [id, back(record)]))
}

const sameBytes = fc.property(organisations, day, stage, (drawn, at, asked) => {
  const records = recordsOf(drawn)
  const bytes = () => JSON.stringify(ask(stateOf(records), { at, stage: asked }))
  expect(bytes()).toBe(bytes())
})

const named = fc.property(organisations, day, (drawn, at) => {
  const records = recordsOf(drawn)
  const answer = ask(stateOf(records), { at, stage: 'RC' })
  const nameless = ({ objects, lookedFor, minors }: ExpectedFinding) =>
    objects.length + lookedFor.length + minors.length === 0
  expect([...answer.major, ...answer.minor].filter(nameless).map(({ rule: id }) => id)).toEqual([])
})

/** One rule for every control, which always objects. */
const onControls: readonly Rule[] = controls().map(({ id }) =>
  rule(
    `R-A.${id}-1`,
    {
      basis: 'N',
      stage: 'S1',
      worst: 'MIN',
      reads: [],
      remedy: { owner: 'coordinator', register: 'control', act: 'update' },
    },
    () => breach({ severity: 'MIN', failing: [failing({ id: 'x' })] }),
  ),
)

const leftOut = fc.property(phase, fc.array(fc.nat(92), { maxLength: 93 }), day, (of, out, at) => {
  const left = new Set(out.map((index) => `A.${controls()[index]?.id ?? ''}`))
  const lines = [...conformingRecords(of).values()].map((record): [string, AnyRecord] => [
    record.id,
    record.register === 'statement_line' ? { ...record, included: !left.has(String(record['ref'])) } : record,
  ])
  const isms = stateOf(new Map(lines))
  const found = new Set(ask(isms, { rules: onControls, at }).minor.map(({ clause }) => clause))
  expect([...found].filter((number) => left.has(number))).toEqual([])
  expect(found.size).toBe(93 - left.size)
  const real = allFindings(ask(isms, { at, stage: 'RC' })).map(({ clause }) => clause)
  expect(real.filter((clause) => left.has(clause))).toEqual([])
})

const HEX = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
/** Turns every id inside out: done twice, it is the old one. */
const renamed = (text: string): string =>
  text.replaceAll(HEX, (id) => id.replaceAll(/[0-9a-f]/g, (digit) => (15 - Number.parseInt(digit, 16)).toString(16)))

const otherIds = fc.property(organisations, day, stage, (drawn, at, asked) => {
  const records = recordsOf(drawn)
  const plain = JSON.stringify(ask(stateOf(records), { at, stage: asked }))
  const parsed: [string, AnyRecord][] = JSON.parse(renamed(JSON.stringify([...records])))
  expect(renamed(JSON.stringify(ask(stateOf(new Map(parsed)), { at, stage: asked })))).toBe(plain)
})

const stands = fc.property(organisations, day, stage, fc.nat(1_000), (drawn, at, asked, share) => {
  const records = recordsOf(drawn)
  const isms = stateOf(records)
  const answer = ask(isms, { at, stage: asked })
  const { previous, next } = answer.validity
  const other = between(previous ?? addDays(at, -400), next ?? addDays(at, 400), share)
  expect({ ...ask(isms, { at: other, stage: asked }), at, validity: null }).toEqual({ ...answer, validity: null })
})

function between(from: CalendarDate, to: CalendarDate, share: number): CalendarDate {
  const span = Math.max(1, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000))
  return addDays(from, share % span)
}

const sinceDay = fc.property(organisations, day, (drawn, at) => {
  const records = recordsOf(drawn)
  const about = caseOf(stateOf(records), { stage: 'RC' })
  for (const finding of allFindings(ask(about.isms, { at, stage: 'RC' }))) {
    for (const { id, since, sinceBy } of finding.objects) {
      if (sinceBy !== 'date' || since === null) continue
      expect(since <= at).toBe(true)
      if (since === about.world.plan.ismsStart) continue
      const { result } = dayOf(about, addDays(since, -1)).judge(finding.rule)
      const before = result.state === 'violated' ? result.parts.flatMap((part) => part.failing) : []
      expect([finding.rule, before.map((object) => object.id)]).toEqual([
        finding.rule,
        expect.not.arrayContaining([id]),
      ])
    }
  }
})

const foretold = fc.property(organisations, stage, fc.nat(365), (drawn, asked, count) => {
  const records = recordsOf(drawn)
  const isms = stateOf(records)
  const at = addDays(DAY, count)
  const step = forecast(caseOf(isms, { stage: asked }), DAY, addDays(DAY, 365)).findLast((one) => one.at <= at)
  const { MAJ, MIN, OFI } = listed(ask(isms, { at, stage: asked }))
  expect([step?.major, step?.minor, step?.ofi]).toEqual([MAJ, MIN, OFI])
})

const readsOnly = fc.property(organisations, day, stage, (drawn, at, asked) => {
  const records = recordsOf(drawn)
  const isms = stateOf(records)
  for (const one of rules) {
    const read = new Set<string>()
    dayOf({ ...caseOf(isms, { stage: asked, rules: [one] }), isms: watched(isms, read) }, at).judge(one.id)
    expect([one.id, [...read].filter((name) => !one.reads.includes(name))]).toEqual([one.id, []])
  }
})

/** The same registers, with a note of each that is read: by what name, by id, or by a reference. */
function watched(isms: Isms, read: Set<string>): Isms {
  return {
    sequence: isms.sequence,
    all: (register) => {
      read.add(register.name)
      return isms.all(register)
    },
    find: (register, id) => {
      read.add(register.name)
      return isms.find(register, id)
    },
    any: (id) => {
      const found = isms.any(id)
      if (found !== null) read.add(found.register)
      return found
    },
    pointing: (register, path, id) => {
      read.add(register.name)
      return isms.pointing(register, path, id)
    },
    revision: (register) => {
      read.add(register)
      return isms.revision(register)
    },
  }
}

/** Whatever happens, and however long nothing happens, the answer from what was kept is the one from scratch. */
type History = readonly [Phase, readonly Fault[], readonly Step[], Stage]

function sameFromKept(...[of, first, history, asked]: History): void {
  let records = spoiled(conformingRecords(of), first)
  let state = stateOf(records)
  let at = DAY
  let kept: Kept | null = null
  const step = ({ days, faults: wrong }: Step): void => {
    at = addDays(at, days)
    const changed = changedIn(records, wrong, state.sequence)
    records = new Map([...records, ...changed.map((record) => [record.id, record] as const)])
    state = state.after(changed, state.sequence + changed.length)
    const options = { ...caseOf(state, { stage: asked }), at, mode: 'known' } as const
    const made = evaluateFrom(state, { ...options, world: worldOf(state, registers) }, kept)
    kept = made.kept
    const scratch = ask(stateOf(records, state.sequence), { at, stage: asked })
    expect(made.answer).toEqual(scratch)
    expect(JSON.stringify(made.answer)).toBe(JSON.stringify(scratch))
  }
  for (const one of history) step(one)
}

const incremental = fc.property(phase, faults, histories, stage, sameFromKept)
const oneByOne = fc.property(phase, faults, changes, stage, sameFromKept)

/** The same tries every time, so that a red run can be run again; the variable SEED draws others. */
export const SEED = Number(process.env['SEED'] ?? 20_261_124)

export const properties: readonly Property[] = [
  { name: '1: accepted, fresh evidence never adds a finding or makes one worse', share: 1, property: freshEvidence },
  { name: '2: time alone never takes away what is late', share: 1, property: lateStays },
  { name: '3: the same day, data and rules give equal bytes', share: 1, property: sameBytes },
  {
    name: '4: every major and minor has an object, or names what is absent or what it is made of',
    share: 1,
    property: named,
  },
  { name: '5: a control that is left out never gives a finding on that control', share: 0.5, property: leftOut },
  { name: '6: other ids change nothing but the ids', share: 0.5, property: otherIds },
  { name: 'an answer stands until the day on which it says that it may turn', share: 1, property: stands },
  { name: 'what fails since a day did not fail the day before', share: 0.5, property: sinceDay },
  { name: 'the forecast of a year says on each day what an answer for that day says', share: 0.3, property: foretold },
  { name: 'a rule reads the registers that it names, and no other', share: 1, property: readsOnly },
  { name: 'an answer from what was kept is the answer from scratch', share: 0.5, property: incremental },
  { name: 'so it is after each of many changes on one day', share: 0.3, property: oneByOne },
]
