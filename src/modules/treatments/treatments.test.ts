import { describe, expect, test } from 'vitest'
import { necessaryControls, treatmentDates } from './domain.ts'

const A = '0190a000-0000-7000-8000-00000000000a'
const B = '0190a000-0000-7000-8000-00000000000b'

test('controls of rejected and cancelled treatments are not necessary', () => {
  const treatments = [
    { state: 'planned', controls: [A] },
    { state: 'accepted', controls: [A] },
    { state: 'cancelled', controls: [B] },
    { state: 'rejected', controls: [B] },
  ] as const
  expect([...necessaryControls(treatments)]).toEqual([A])
})

describe('the dates of a treatment', () => {
  const before = { option: 'modify', justification: null, controls: [A, B] } as const
  test.each([
    ['start with the treatment', null, before, { changedAt: '2026-03-02', controlsChangedAt: '2026-03-02' }],
    ['stay where nothing is said anew', before, before, {}],
    [
      'stay apart: a new reason is no new control',
      before,
      { ...before, justification: 'Cheaper.' },
      { changedAt: '2026-03-02' },
    ],
    [
      'do not see another order of controls as other controls',
      before,
      { ...before, controls: [B, A] },
      { changedAt: '2026-03-02' },
    ],
    [
      'move with the controls',
      before,
      { ...before, controls: [A] },
      { changedAt: '2026-03-02', controlsChangedAt: '2026-03-02' },
    ],
  ] as const)('%s', (_, was, is, expected) => {
    expect(treatmentDates(was, is, '2026-03-02')).toEqual(expected)
  })

  test('a treatment without controls starts without a date for them', () => {
    expect(treatmentDates(null, { ...before, controls: [] }, '2026-03-02')).toEqual({ changedAt: '2026-03-02' })
  })
})
