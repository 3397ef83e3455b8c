import { expect, test } from 'vitest'
import { readDay } from './day-text.ts'

test.each([
  ['12-3-2026', '2026-03-12'],
  ['12/03/26', '2026-03-12'],
  ['2026-03-12', '2026-03-12'],
  ['12 maart 2026', '2026-03-12'],
  ['12 March 2026', '2026-03-12'],
  ['12 mrt', '2025-03-12'],
  ['1 mei 2026', '2026-05-01'],
  ['1-jun-2026', '2026-06-01'],
  ['12-3', '2025-03-12'],
])('%s is read as a day', (text, day) => {
  expect(readDay(text, '2025-11-24')).toBe(day)
})

test.each(['', 'morgen', '31-4-2026', '12-13-2026', '12 ma 2026', '2026'])('%s is no day', (text) => {
  expect(readDay(text, '2025-11-24')).toBeNull()
})
