import { describe, expect, test } from 'vitest'
import { addDays, addMonths, daysBetween, isDay } from './days.ts'

describe('calendar dates', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-03-15', 12, '2027-03-15'],
    ['2024-01-31', 1, '2024-02-29'],
  ])('%s and %i months is %s', (day, months, later) => {
    expect(addMonths(day, months)).toBe(later)
  })

  test('count days across the change of the clock', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
    expect(addDays('2026-10-24', 2)).toBe('2026-10-26')
  })

  test('are told from other words', () => {
    expect(isDay('2026-02-30x')).toBe(false)
    expect(isDay('2026-13-01')).toBe(false)
    expect(isDay('2026-03-02')).toBe(true)
  })
})
