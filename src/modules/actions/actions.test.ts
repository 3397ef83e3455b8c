import { expect, test } from 'vitest'
import { isReplannedWithConsent, replanned } from './domain.ts'

const ANNA = '0190a000-0000-7000-8000-0000000000a1'
const BOB = '0190a000-0000-7000-8000-0000000000b0'
const move = { newDue: '2026-09-01', by: ANNA, approvedBy: BOB, reason: 'The supplier is late.', at: '2026-06-01' }

test('moving a deadline keeps the old one in sight', () => {
  const once = replanned({ due: '2026-06-15', replans: [] }, move)
  const twice = replanned(once, { ...move, newDue: '2026-12-01', at: '2026-08-30' })
  expect(twice.due).toBe('2026-12-01')
  expect(twice.replans.map(({ oldDue, newDue }) => [oldDue, newDue])).toEqual([
    ['2026-06-15', '2026-09-01'],
    ['2026-09-01', '2026-12-01'],
  ])
})

test.each([
  ['with consent', replanned({ due: '2026-06-15', replans: [] }, move), true],
  ['without consent', replanned({ due: '2026-06-15', replans: [] }, { ...move, approvedBy: null }), false],
  ['never', { due: '2026-06-15', replans: [] }, false],
  [
    'past the date that was agreed',
    { ...replanned({ due: '2026-06-15', replans: [] }, move), due: '2027-01-01' },
    false,
  ],
])('a deadline moved %s', (_, action, expected) => {
  expect(isReplannedWithConsent(action)).toBe(expected)
})
