import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { AnyRecord, AsOfMode } from '../../kernel/isms.ts'
import type { RecordOf, Register } from '../../kernel/register.ts'
import type { ChangeInput } from './change.ts'
import type { Entry } from './entry.ts'
import { erase } from './erase.ts'
import { entries } from './read.ts'
import { presentState, stateAt } from './state.ts'
import { clock, openTestStore, type Place, person, placeIn, risk } from './store.fixture.ts'
import type { Store } from './store.ts'

let store: Store
beforeAll(async () => {
  store = await openTestStore()
})

const DAYS = Array.from({ length: 8 }, (_, index) => `2026-05-0${index + 1}`)

const REGISTERS: readonly Register[] = [person, risk]

/** What somebody does on a day: to the record of that place, or a new one where there is none yet. */
const doing = fc.record({
  day: fc.constantFrom(...DAYS),
  validFrom: fc.constantFrom(...DAYS),
  place: fc.nat(5),
  what: fc.constantFrom('risk', 'person', 'title', 'likelihood', 'owner', 'close', 'unit', 'erase', 'look'),
  value: fc.integer({ min: 1, max: 5 }),
})
type Doing = typeof doing extends fc.Arbitrary<infer T> ? T : never

describe('a past day', () => {
  it('is what a plain replay of all entries tells, in both modes, whatever was asked before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(doing, { minLength: 5, maxLength: 30 }), async (all) => {
        const at = await placeIn(store)
        for (const one of all.toSorted((a, b) => (a.day < b.day ? -1 : a.day === b.day ? 0 : 1))) await act(at, one)
        clock.time = new Date('2026-06-01T10:00:00Z')
        for (const day of DAYS) await compare(at, day)
      }),
      { seed: 20261124, numRuns: 25 },
    )
  })
})

/** Looks back in between as well: what is kept of a past moment has to follow what is entered afterwards. */
async function act(at: Place, { day, validFrom, place, what, value }: Doing): Promise<void> {
  clock.time = new Date(`${day}T10:00:00Z`)
  if (what === 'look') return compare(at, validFrom)
  const state = await at.run((ctx) => presentState(ctx))
  const [someone, some] = [oneOf(state.all(person), place), oneOf(state.all(risk), place)]
  if (what === 'erase') return eraseOnce(at, someone)
  const change = changeOf({ what, value, someone, some })
  if (change !== null) await at.save({ ...change, validFrom })
}

interface Chosen extends Pick<Doing, 'what' | 'value'> {
  readonly someone: RecordOf<typeof person> | null
  readonly some: RecordOf<typeof risk> | null
}

function changeOf({ what, value, someone, some }: Chosen): ChangeInput | null {
  const changes: Readonly<Record<string, ChangeInput | null>> = {
    person: { register: 'person', act: 'create', set: { name: `Ada ${value}` } },
    unit: someone && { register: 'person', act: 'update', id: someone.id, set: { unit: `Team ${value}` } },
    risk: { register: 'risk', act: 'create', set: { title: `Risico ${value}` } },
    title: some && { register: 'risk', act: 'update', id: some.id, set: { title: `Titel ${value}` } },
    likelihood: some && { register: 'risk', act: 'update', id: some.id, set: { likelihood: value } },
    owner: some && { register: 'risk', act: 'update', id: some.id, set: { owner: someone?.id ?? null } },
    close: some?.state === 'draft' ? { register: 'risk', act: 'close', id: some.id, reason: 'weg' } : null,
  }
  return changes[what] ?? null
}

function oneOf<T>(records: readonly T[], place: number): T | null {
  return records[place % Math.max(1, records.length)] ?? null
}

async function eraseOnce(at: Place, someone: RecordOf<typeof person> | null): Promise<void> {
  if (someone === null || someone.name === someone.number) return
  const { id, version } = someone
  await at.run((ctx) => erase(ctx, { register: 'person', id, version, reason: 'gevraagd' }))
}

async function compare(at: Place, day: string): Promise<void> {
  const all = await at.run((ctx) => entries(ctx, { limit: 1_000 }))
  for (const mode of ['known', 'true'] as const) {
    const state = await at.run((ctx) => stateAt(ctx, day, mode))
    const told = REGISTERS.flatMap((register): readonly AnyRecord[] => state.all(register))
    expect(told, `${mode} ${day}`).toEqual(replayed(all.toReversed(), day, mode))
  }
}

/** Every entry that counts laid over those before it, one by one; people first, each register in order of number. */
function replayed(all: readonly Entry[], day: string, mode: AsOfMode): readonly AnyRecord[] {
  const counting = all.filter(
    ({ validFrom, recordedAt }) => (mode === 'true' ? validFrom : recordedAt.slice(0, 10)) <= day,
  )
  const ordered = mode === 'true' ? counting.toSorted((a, b) => a.validFrom.localeCompare(b.validFrom)) : counting
  const records = new Map<string, AnyRecord>()
  for (const entry of ordered) records.set(entry.record, laid(records.get(entry.record), entry, mode))
  const place = (record: AnyRecord): number => all.findIndex((entry) => entry.record === record.id)
  return [...records.values()].sort((a, b) => a.register.localeCompare(b.register) || place(a) - place(b))
}

function laid(under: AnyRecord | undefined, entry: Entry, mode: AsOfMode): AnyRecord {
  const { record: id, register, number, state, version, sequence, recordedAt, validFrom, isErased } = entry
  const fields = { ...entry.fields, ...(isErased ? { name: number } : {}) }
  const whole: AnyRecord = { ...fields, id, register, number, state, version, sequence, recordedAt, validFrom }
  if (under === undefined || mode === 'known') return whole
  const changed = Object.fromEntries(entry.changed.map((name) => [name, whole[name]]))
  const head = under.sequence > sequence ? under : whole
  return {
    ...under,
    ...changed,
    version: head.version,
    sequence: head.sequence,
    recordedAt: head.recordedAt,
    validFrom,
  }
}
