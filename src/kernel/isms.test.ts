import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AnyRecord, type Isms, ismsOf } from './isms.ts'
import { link, links, list, register, simpleMachine, text } from './register.ts'
import { ordinalOf } from './shelf.ts'

const risk = register('risk', {
  code: 'R',
  group: 'risks',
  fields: { title: text(), owner: link('person'), controls: links('control'), reasons: list({ link: link() }) },
  states: simpleMachine,
  list: ['number', 'title'],
})
const person = register('person', {
  code: 'P',
  group: 'ground',
  fields: { title: text() },
  states: simpleMachine,
  list: ['number', 'title'],
})

interface Drawn {
  readonly register: 'risk' | 'person'
  readonly ordinal: number
  readonly owner: number
  readonly controls: readonly number[]
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  register: fc.constantFrom('risk' as const, 'risk' as const, 'person' as const),
  ordinal: fc.integer({ min: 1, max: 12 }),
  owner: fc.nat(4),
  controls: fc.array(fc.nat(4), { maxLength: 3 }),
})

function recordOf({ register: name, ordinal, owner, controls }: Drawn, sequence: number): AnyRecord {
  return {
    id: `${name}-${ordinal}`,
    register: name,
    number: `${name === 'risk' ? 'R' : 'P'}-${ordinal}`,
    state: 'active',
    version: sequence,
    sequence,
    recordedAt: '2026-01-01T00:00:00.000Z',
    validFrom: '2026-01-01',
    title: `${sequence}`,
    owner: owner === 0 ? null : `target-${owner}`,
    controls: controls.map((control) => `target-${control}`),
    reasons: controls.map((control) => ({ link: `target-${control}` })),
  }
}

/** Everything that can be asked of a state. */
function told(isms: Isms): unknown {
  const targets = [1, 2, 3, 4].map((count) => `target-${count}`)
  const paths = ['owner', 'controls', 'reasons.link']
  return {
    risks: isms.all(risk),
    people: isms.all(person),
    pointing: paths.map((path) => targets.map((id) => isms.pointing(risk, path, id))),
    any: isms.all(risk).map(({ id }) => [isms.any(id), isms.find(person, id)]),
  }
}

function scratch(records: ReadonlyMap<string, AnyRecord>, sequence: number): Isms {
  return ismsOf(scratchRows(records), sequence)
}

describe('a state after changes', () => {
  test('says what a state made anew says, and leaves the earlier ones as they were', () => {
    fc.assert(
      fc.property(fc.array(drawn), fc.array(fc.array(drawn, { maxLength: 6 }), { maxLength: 8 }), (first, later) => {
        const records = new Map<string, AnyRecord>()
        let sequence = 0
        const take = (some: readonly Drawn[]): readonly AnyRecord[] =>
          some.map((one) => {
            sequence += 1
            const record = recordOf(one, sequence)
            records.set(record.id, record)
            return record
          })
        take(first)
        const begin = ismsOf(scratchRows(records), sequence)
        const before = JSON.stringify(told(begin))
        let state = begin
        for (const some of later) {
          state = state.after(take(some), sequence)
          expect(told(state)).toEqual(told(scratch(records, sequence)))
        }
        expect(JSON.stringify(told(begin))).toBe(before)
      }),
      { numRuns: 300 },
    )
  })

  test('shares every register in which nothing changed', () => {
    const one = recordOf({ register: 'risk', ordinal: 1, owner: 1, controls: [] }, 1)
    const two = recordOf({ register: 'person', ordinal: 1, owner: 0, controls: [] }, 2)
    const before = ismsOf([one, two], 2)
    const after = before.after([{ ...one, title: 'other' }], 3)
    expect(after.revision('person')).toBe(before.revision('person'))
    expect(after.revision('risk')).not.toBe(before.revision('risk'))
    expect(after.revision('none')).toBe(before.revision('none'))
    expect(after.sequence).toBe(3)
  })

  test('takes in as many changes at once as there are', () => {
    const rows = Array.from({ length: 1_000 }, (_, index) =>
      recordOf({ register: 'risk', ordinal: index + 1, owner: 1 + (index % 4), controls: [] }, index + 1),
    )
    const before = ismsOf(rows.slice(0, 500), 500)
    before.pointing(risk, 'owner', 'target-1')
    const after = before.after(rows.slice(300), 1_000)
    expect(after.all(risk)).toEqual(rows)
    expect(after.pointing(risk, 'owner', 'target-2')).toHaveLength(250)
  })
})

function scratchRows(records: ReadonlyMap<string, AnyRecord>): readonly AnyRecord[] {
  return [...records.values()].toSorted((a, b) => ordinalOf(a) - ordinalOf(b))
}
