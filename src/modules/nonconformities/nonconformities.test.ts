import { describe, expect, test } from 'vitest'
import { momentOf } from '../../kernel/moment.ts'
import type { InputOf, RecordId } from '../../kernel/register.ts'
import { action } from '../actions/register.ts'
import { type Builder, builder } from '../samples/domain/builder.ts'
import { isSettled, returnsIn, standing } from './domain.ts'
import { nonconformity } from './register.ts'

const OBJECT = '0190a000-0000-7000-8000-0000000000c1'
const RULE = 'R-A.5.18-2'

const EFFECTIVE = {
  doneAt: '2026-02-01',
  effectivenessReviewedAt: '2026-03-01',
  effectivenessResult: 'effective',
} as const

function addAction(build: Builder, set: InputOf<typeof action> = {}, state = 'verified'): RecordId {
  return build.add(action, { title: 'Maatregel', kind: 'corrective', ...EFFECTIVE, ...set }, { state })
}

function addNonconformity(build: Builder, set: InputOf<typeof nonconformity> = {}, state = 'in_progress'): RecordId {
  return build.add(nonconformity, { title: 'Te laat ingetrokken', objects: [OBJECT], rule: RULE, ...set }, { state })
}

type Case = readonly [what: string, tell: (build: Builder) => void, isSettled: boolean]

const CASES: readonly Case[] = [
  ['no nonconformity', () => undefined, false],
  ['one with an effective action', (build) => addNonconformity(build, { actions: [addAction(build)] }), true],
  [
    'one that an action names',
    (build) => {
      const made = addNonconformity(build)
      addAction(build, { subject: made })
    },
    true,
  ],
  ['one without a rule', (build) => addNonconformity(build, { rule: null, actions: [addAction(build)] }), true],
  [
    'one about the finding',
    (build) => addNonconformity(build, { objects: [], finding: OBJECT, actions: [addAction(build)] }),
    true,
  ],
  [
    'one of another rule',
    (build) => addNonconformity(build, { rule: 'R-A.5.18-1', actions: [addAction(build)] }),
    false,
  ],
  ['one without actions', (build) => addNonconformity(build), false],
  [
    'one of whose actions only one is effective',
    (build) => addNonconformity(build, { actions: [addAction(build), addAction(build, { doneAt: null }, 'open')] }),
    false,
  ],
  [
    'one whose action did not work',
    (build) => addNonconformity(build, { actions: [addAction(build, { effectivenessResult: 'not_effective' })] }),
    false,
  ],
  [
    'one whose other action was called off',
    (build) => addNonconformity(build, { actions: [addAction(build), addAction(build, {}, 'cancelled')] }),
    true,
  ],
  [
    'one with an action of another kind',
    (build) => addNonconformity(build, { actions: [addAction(build, { kind: 'improvement' })] }),
    false,
  ],
  ['a withdrawn one', (build) => addNonconformity(build, { actions: [addAction(build)] }, 'withdrawn'), false],
]

describe('a lapse that cannot be undone', () => {
  test.each(CASES)('with %s', (_, tell, expected) => {
    const build = builder()
    tell(build)
    expect(isSettled(build.isms(), OBJECT, RULE, momentOf('2026-03-02'))).toBe(expected)
  })

  test('stays visible until the day of the review', () => {
    const build = builder()
    addNonconformity(build, { actions: [addAction(build)] })
    expect(isSettled(build.isms(), OBJECT, RULE, momentOf('2026-02-28'))).toBe(false)
    expect(isSettled(build.isms(), OBJECT, RULE, momentOf('2026-03-01'))).toBe(true)
  })
})

describe('what comes back', () => {
  test('is counted along the chain of returns, each within 24 months', () => {
    const build = builder()
    const same = { requirementRef: 'A.5.18', causeClass: 'no_check' } as const
    const at = (detectedAt: string, effectiveAt: string) =>
      addNonconformity(build, { ...same, detectedAt, effectiveAt }, 'closed')
    const first = at('2022-01-01', '2022-03-01')
    const second = at('2023-06-01', '2023-09-01')
    const third = at('2025-09-01', '2025-10-01')
    const later = at('2027-10-02', '2027-11-01')
    const returns = returnsIn(standing(build.isms()))
    expect([first, second, third, later].map((id) => returns.get(id) ?? 0)).toEqual([0, 1, 2, 0])
  })

  test('needs a requirement and a class of cause in common', () => {
    const build = builder()
    const at = (set: InputOf<typeof nonconformity>) =>
      addNonconformity(build, { detectedAt: '2026-01-01', effectiveAt: '2026-01-01', ...set }, 'effective')
    at({ causeClass: 'no_check' })
    at({ causeClass: 'no_check' })
    at({ requirementRef: 'A.5.18' })
    at({ requirementRef: 'A.5.18' })
    expect(returnsIn(standing(build.isms())).size).toBe(0)
  })

  test('is not what was reopened', () => {
    const build = builder()
    const same = {
      clauseItem: '9.2',
      causeClass: 'no_check',
      detectedAt: '2026-01-01',
      effectiveAt: '2026-01-05',
    } as const
    addNonconformity(build, same, 'cause_analysed')
    addNonconformity(build, { ...same, detectedAt: '2026-02-01' })
    expect(returnsIn(standing(build.isms())).size).toBe(0)
  })
})
