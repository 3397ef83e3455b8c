import { describe, expect, test } from 'vitest'
import { nextDue, turnsUntil } from './domain.ts'

function plan(firstDue: string | null, frequencyMonths: number | null, ...done: readonly string[]) {
  return { firstDue, frequencyMonths, done: done.map((at) => ({ at, by: null, note: null, evidence: null })) }
}

describe('what is told next', () => {
  test.each([
    ['on an occasion, so on no day', plan(null, null), null],
    ['on the first day, while nothing was told', plan('2026-01-01', 3), '2026-01-01'],
    ['a quarter later, once it was told', plan('2026-01-01', 3, '2026-01-05'), '2026-04-01'],
    ['a quarter later, also where it was told early', plan('2026-01-01', 3, '2025-12-20'), '2026-04-01'],
    ['nothing, where it was to be told once', plan('2026-01-01', null, '2026-01-05'), null],
    ['on the next day, where one was skipped', plan('2026-01-01', 3, '2026-04-02'), '2026-07-01'],
    ['on the last day of a shorter month', plan('2026-01-31', 1, '2026-01-31'), '2026-02-28'],
  ])('%s', (_, told, due) => {
    expect(nextDue(told)).toBe(due)
  })
})

describe('the planned days', () => {
  const until = (last: string) => (due: string) => due <= last

  test('are answered by one message each', () => {
    expect(turnsUntil(plan('2026-01-01', 1, '2026-01-20', '2026-03-01'), until('2026-03-15'))).toEqual([
      { due: '2026-01-01', doneAt: '2026-01-20' },
      { due: '2026-02-01', doneAt: '2026-03-01' },
      { due: '2026-03-01', doneAt: null },
    ])
  })

  test('stay open where the message came more than thirty days late', () => {
    expect(turnsUntil(plan('2026-01-01', null, '2026-02-01'), until('2026-03-01'))).toEqual([
      { due: '2026-01-01', doneAt: null },
    ])
  })

  test('end, so that no rhythm goes on for ever', () => {
    expect(turnsUntil(plan('1900-01-01', 1), () => true)).toHaveLength(500)
  })
})
