import { expect, test } from 'vitest'
import { momentOf } from '../../kernel/moment.ts'
import {
  bindingDue,
  effectivenessDueOf,
  isEffective,
  isReplannedWithConsent,
  mayReviewEffectiveness,
  replanned,
} from './domain.ts'

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

const plain = { due: '2026-06-15', replans: [] }
const unagreed = { ...move, newDue: '2026-12-01', approvedBy: null, at: '2026-08-30' }

test.each([
  ['never moved', plain, '2026-06-15'],
  ['moved with consent', replanned(plain, move), '2026-09-01'],
  ['moved without consent', replanned(plain, unagreed), '2026-06-15'],
  ['moved with consent, and then without', replanned(replanned(plain, move), unagreed), '2026-09-01'],
  ['without a date at first, moved without consent', replanned({ due: null, replans: [] }, unagreed), '2026-12-01'],
  ['without a date', { due: null, replans: [] }, null],
])('of an action %s the agreed deadline counts', (_, action, expected) => {
  expect(bindingDue(action)).toBe(expected)
})

test.each([
  ['as agreed', { effectivenessDue: '2026-05-01', doneAt: '2025-12-10' }, '2026-05-01'],
  ['ninety days after it was done', { effectivenessDue: null, doneAt: '2025-12-10' }, '2026-03-10'],
  ['not before it is done', { effectivenessDue: null, doneAt: null }, null],
])('its effectiveness is reviewed %s', (_, action, expected) => {
  expect(effectivenessDueOf(action)).toBe(expected)
})

test('it is effective from the day on which somebody found so', () => {
  const reviewed = { effectivenessReviewedAt: '2026-03-10', effectivenessResult: 'effective' } as const
  expect(isEffective(reviewed, momentOf('2026-03-09'))).toBe(false)
  expect(isEffective(reviewed, momentOf('2026-03-10'))).toBe(true)
  expect(isEffective({ ...reviewed, effectivenessResult: 'not_effective' }, momentOf('2026-03-10'))).toBe(false)
})

test.each([
  ['a corrective action with a result', 'corrective', 'effective', { ok: true }],
  ['one that did not work', 'corrective', 'not_effective', { ok: true }],
  ['one without a result', 'corrective', null, { ok: false, why: 'action.no-effectiveness-result' }],
  ['an action of another kind', 'treatment', 'effective', { ok: false, why: 'action.not-corrective' }],
] as const)('reviewing %s', (_, kind, effectivenessResult, expected) => {
  expect(mayReviewEffectiveness({ kind, effectivenessResult })).toEqual(expected)
})
