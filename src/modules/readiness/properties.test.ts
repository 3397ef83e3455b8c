import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AnyRecord, ismsOf } from '../../kernel/isms.ts'
import { registers } from '../../registers.gen.ts'
import { rules } from '../../rules.gen.ts'
import { dayOf } from './domain/day.ts'
import { judgeAll } from './domain/evaluate.ts'
import { ask, caseOf, DAY, listed } from './test/ask.ts'
import { properties, SEED } from './test/properties.ts'
import { conformingRecords, stateOf } from './test/spoil.ts'

/** Tries of the cheapest property here; `test/long` tries each a hundred times as often. */
const TRIES = 20

describe('for any organisation', () => {
  test.each(properties)('$name', { timeout: 60_000 }, async ({ property, share }) => {
    await fc.assert(property, { seed: SEED, numRuns: Math.ceil(TRIES * share), endOnFailure: true })
  })
})

test('8: a fresh, empty organisation gives at stage 1 a major for all that must be there', () => {
  const nothing: readonly AnyRecord[] = []
  const { MAJ } = listed(ask(ismsOf(nothing, 0)))
  const expected = [
    'R-4.1-1',
    'R-4.2-a-1',
    'R-4.2-b-1',
    'R-4.3-1',
    'R-5.2-1',
    'R-5.3-1',
    'R-6.1.2-1',
    'R-6.1.2-a-1',
    'R-6.1.2-c-1',
    'R-6.1.3-1',
    'R-6.1.3-c-1',
    'R-6.1.3-d-1',
    'R-6.1.3-e-1',
    'R-6.2-1',
    'R-8.2-1',
    'R-9.1-a-1',
    'R-9.2.2-1',
    'R-10.2-1',
  ]
  expect(expected.filter((id) => !MAJ.includes(id))).toEqual([])
})

test('rules of the specification exist, each once, and read registers that exist', () => {
  const ids = rules.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids).toHaveLength(160)
  const known = new Set(registers.map(({ name }) => name))
  expect(rules.flatMap(({ reads }) => reads).filter((name) => !known.has(name))).toEqual([])
  const about = caseOf(stateOf(conformingRecords()), { stage: 'RC' })
  expect(judgeAll(about, dayOf(about, DAY))).toHaveLength(rules.length)
})
