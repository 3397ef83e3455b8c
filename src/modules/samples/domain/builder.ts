import { type AnyRecord, type Isms, ismsOf } from '../../../kernel/isms.ts'
import type { CalendarDate, InputOf, RecordId, Register } from '../../../kernel/register.ts'
import { idFrom } from './identity.ts'
import { type Deriving, type Frame, type Step, type Story, timeOn, type Version, versionsOf } from './story.ts'

/** What may be told of a record beside its fields. */
export interface Told {
  /** The initial state, unless told. */
  readonly state?: string
  /** What it is called in the story: its id comes from this and the seed. Register and running number, unless told. */
  readonly key?: string
  /** From which day it is true: the newest past day among its own dates, else the start of the ISMS, unless told. */
  readonly validFrom?: CalendarDate
  /** When it was entered: on the day from which it is true, unless told. */
  readonly recordedOn?: CalendarDate
}

/** Makes the records of an organisation in memory, each with its history, and everything empty that is not said. */
export interface Builder {
  /** Adds a record and gives its id. */
  add<R extends Register>(register: R, set: InputOf<R>, told?: Told): RecordId
  /** Enters a version of a record, true from that day, where its day of entry comes in the history that is told so far. */
  change<R extends Register>(
    register: R,
    id: RecordId,
    when: CalendarDate | Entering,
    set: InputOf<R> & { readonly state?: string },
  ): void
  /** Rewrites fields of a record, its state, or since when it is there, as if it had always been so. */
  set<R extends Register>(
    register: R,
    id: RecordId,
    set: InputOf<R> & { readonly state?: string; readonly validFrom?: CalendarDate },
  ): void
  remove(id: RecordId): void
  /** All records of a register as they stand after all changes, in order of number. */
  all(register: Register): readonly AnyRecord[]
  /** The record that goes by this key, or by this number. */
  named(name: string): { readonly id: RecordId; readonly register: Register } | null
  /** The organisation as it was known on a day; after all changes, unless told. */
  isms(at?: CalendarDate): Isms
  /** Every version of every record, in the order in which they were entered. */
  entries(): readonly Entered[]
}

/** From when a version is true, and when and why it was entered, where that is not the same day. */
export interface Entering {
  readonly on: CalendarDate
  readonly recordedOn?: CalendarDate | undefined
  readonly reason?: string | undefined
}

/** A version in its place in the ledger. */
export interface Entered {
  readonly story: Story
  readonly version: Version
  /** Counts the versions of the record from 0. */
  readonly index: number
  /** The day of its entry: that of the version, and never before the version that it follows. */
  readonly recordedOn: CalendarDate
}

export interface Making {
  readonly seed?: string
  readonly start?: CalendarDate
  readonly at?: CalendarDate
  /** Turns a running number into an id, so that a test can show that ids mean nothing. */
  readonly name?: ((count: number) => RecordId) | undefined
  readonly deriving?: Deriving
}

const START = '2025-10-01'
const AT = '2026-03-02'

/** INVARIANT: owned by one builder; versions are worked out anew after each telling. */
interface Growing extends Story {
  readonly steps: Step[]
  versions: readonly Version[] | null
}

interface Telling {
  readonly frame: Frame
  readonly byId: Map<RecordId, Growing>
  readonly byName: Map<string, Growing>
  readonly byRegister: Map<string, Growing[]>
  /** The last number given, by register. */
  readonly numbers: Map<string, number>
  steps: number
}

export function builder(making: Making = {}): Builder {
  const { seed = 'conforming', start = START, at = AT, name, deriving = null } = making
  const telling: Telling = {
    frame: { start, at, deriving },
    byId: new Map(),
    byName: new Map(),
    byRegister: new Map(),
    numbers: new Map(),
    steps: 0,
  }
  let count = 0
  const idOf = (key: string): RecordId => {
    count += 1
    return name === undefined ? idFrom(`${seed}/${key}`) : name(count)
  }
  return {
    add: (register, set, told = {}) => begin(telling, { register, idOf, told }, set),
    change: (register, id, when, { state, ...values }) => {
      const story = storyOf(telling, register, id)
      const { on, recordedOn, reason }: Entering = typeof when === 'string' ? { on: when } : when
      insert(story, {
        values,
        state: state ?? null,
        validFrom: on,
        recordedOn: recordedOn ?? null,
        reason: reason ?? null,
        order: nextStep(telling),
      })
    },
    set: (register, id, { state, validFrom, ...values }) => {
      const story = storyOf(telling, register, id)
      const steps = story.steps.map((step, index) => ({
        ...step,
        ...(index === 0 && validFrom !== undefined && { validFrom, recordedOn: null }),
        values: { ...step.values, ...values },
        state: state ?? step.state,
      }))
      story.steps.splice(0, story.steps.length, ...steps)
      story.versions = null
    },
    remove: (id) => forget(telling, id),
    all: (register) => (telling.byRegister.get(register.name) ?? []).map((story) => newest(versions(telling, story))),
    named: (wanted) => telling.byName.get(wanted) ?? null,
    isms: (day) => ismsAt(telling, day ?? null),
    entries: () => entered(telling),
  }
}

/** Behind all that was entered by then; the making of the record stays first. */
function insert(story: Growing, step: Step): void {
  const dayOf = ({ recordedOn, validFrom }: Step): CalendarDate => recordedOn ?? validFrom ?? ''
  const place = story.steps.findLastIndex((told, index) => index === 0 || dayOf(told) <= dayOf(step))
  story.steps.splice(place + 1, 0, step)
  story.versions = null
}

function nextStep(telling: Telling): number {
  telling.steps += 1
  return telling.steps
}

function begin(
  telling: Telling,
  made: { readonly register: Register; readonly idOf: (key: string) => RecordId; readonly told: Told },
  values: Readonly<Record<string, unknown>>,
): RecordId {
  const { register, idOf, told } = made
  const ordinal = (telling.numbers.get(register.name) ?? 0) + 1
  telling.numbers.set(register.name, ordinal)
  const key = told.key ?? `${register.name}.${ordinal}`
  const step: Step = {
    values,
    state: told.state ?? null,
    validFrom: told.validFrom ?? null,
    recordedOn: told.recordedOn ?? null,
    reason: null,
    order: nextStep(telling),
  }
  const number = `${register.code}-${ordinal}`
  const story: Growing = { register, id: idOf(key), key, number, steps: [step], versions: null }
  if (telling.byName.has(key) || telling.byId.has(story.id))
    throw new Error(`cannot have two records called \`${key}\``)
  telling.byId.set(story.id, story)
  telling.byName.set(key, story)
  telling.byName.set(number, story)
  const siblings = telling.byRegister.get(register.name)
  if (siblings === undefined) telling.byRegister.set(register.name, [story])
  else siblings.push(story)
  return story.id
}

function storyOf(telling: Telling, register: Register, id: RecordId): Growing {
  const story = telling.byId.get(id)
  if (story?.register.name !== register.name) throw new Error(`cannot change \`${id}\`: no such ${register.name}`)
  return story
}

function forget(telling: Telling, id: RecordId): void {
  const story = telling.byId.get(id)
  if (story === undefined) return
  telling.byId.delete(id)
  telling.byName.delete(story.key)
  telling.byName.delete(story.number)
  const siblings = telling.byRegister.get(story.register.name) ?? []
  siblings.splice(siblings.indexOf(story), 1)
}

function versions(telling: Telling, story: Growing): readonly Version[] {
  story.versions ??= versionsOf(story, telling.frame)
  return story.versions
}

function newest(of: readonly Version[]): AnyRecord {
  const last = of.at(-1)
  if (last === undefined) throw new Error('cannot tell of a record that never was')
  return last.record
}

/** By the day on which it was entered, then as it was told. INVARIANT: a record is made before it is changed. */
function entered(telling: Telling): readonly Entered[] {
  const all = [...telling.byId.values()].flatMap((story) => {
    let day = ''
    return versions(telling, story).map((version, index) => {
      day = version.recordedOn > day ? version.recordedOn : day
      return { story, version, index, recordedOn: day }
    })
  })
  return all.sort((a, b) =>
    a.recordedOn < b.recordedOn ? -1 : a.recordedOn > b.recordedOn ? 1 : a.version.order - b.version.order,
  )
}

/** As the store hands them out: by register, in order of number. */
function ismsAt(telling: Telling, day: CalendarDate | null): Isms {
  const known = new Map<RecordId, AnyRecord>()
  let sequence = 0
  for (const { story, version, recordedOn } of entered(telling)) {
    if (day !== null && recordedOn > day) break
    sequence += 1
    known.set(story.id, { ...version.record, sequence, recordedAt: timeOn(recordedOn) })
  }
  const names = [...telling.byRegister.keys()].sort()
  const records = names.flatMap((register) =>
    (telling.byRegister.get(register) ?? []).flatMap(({ id }) => known.get(id) ?? []),
  )
  return ismsOf(records, sequence)
}
