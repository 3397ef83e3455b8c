import { expect, test } from 'vitest'
import { momentOf } from '../../kernel/moment.ts'
import { builder } from '../samples/domain/builder.ts'
import { duesOf, scheduleOf } from './domain/schedule.ts'
import { mayFinish, mayVerify, replansOf } from './domain.ts'
import { occurrence } from './registers/occurrence.ts'
import { recurringTask } from './registers/recurring-task.ts'

const ANNA = '0190a000-0000-7000-8000-0000000000a1'
const BOB = '0190a000-0000-7000-8000-0000000000b0'

test.each([
  ['nothing asked', null, [], { ok: true }],
  ['asked and there', 'Het verslag', [ANNA], { ok: true }],
  ['asked and not there', 'Het verslag', [], { ok: false, why: 'task.no-evidence' }],
])('a task is done when its proof is there: %s', (_, evidenceWanted, evidence, expected) => {
  expect(mayFinish({ evidenceWanted, evidence })).toEqual(expected)
})

test.each([
  ['by another', ANNA, BOB, { ok: true }],
  ['by who did it', ANNA, ANNA, { ok: false, why: 'task.own-work' }],
  ['by an account of nobody', ANNA, null, { ok: false, why: 'task.no-person' }],
])('a task is verified %s', (_, assignee, person, expected) => {
  expect(mayVerify({ assignee }, person)).toEqual(expected)
})

test('a deadline that moves leaves a line behind, and a first one does not', () => {
  const none = { due: null, replans: [], replanApprovedBy: null }
  const first = { ...none, due: '2026-03-01' }
  expect(replansOf(null, first, '2026-01-01').replans).toEqual([])
  expect(replansOf(none, first, '2026-01-01').replans).toEqual([])
  const later = { ...first, due: '2026-04-01', replanApprovedBy: BOB }
  expect(replansOf(first, later, '2026-02-20').replans).toEqual([
    { oldDue: '2026-03-01', newDue: '2026-04-01', at: '2026-02-20', approvedBy: BOB },
  ])
  expect(replansOf(first, first, '2026-02-20').replans).toEqual([])
})

const RHYTHM = { every: 1, unit: 'month', startsOn: '2025-10-31', endsOn: null } as const

test('a rhythm of months keeps to the end of shorter ones', () => {
  expect(scheduleOf(RHYTHM, momentOf('2026-02-28'))).toEqual({
    past: ['2025-10-31', '2025-11-30', '2025-12-31', '2026-01-31', '2026-02-28'],
    next: '2026-03-31',
  })
})

test('a rhythm ends, and has no days while it is not fully said', () => {
  expect(scheduleOf({ ...RHYTHM, endsOn: '2025-12-15' }, momentOf('2026-02-28'))).toEqual({
    past: ['2025-10-31', '2025-11-30'],
    next: null,
  })
  expect(scheduleOf({ ...RHYTHM, unit: null }, momentOf('2026-02-28'))).toEqual({ past: [], next: null })
  const slip = scheduleOf({ every: 1, unit: 'day', startsOn: '0026-01-01', endsOn: null }, momentOf('1990-01-03'))
  expect(slip).toEqual({ past: ['1990-01-01', '1990-01-02', '1990-01-03'], next: '1990-01-04' })
  const atTheEnd = { every: 1, unit: 'month', startsOn: '9999-11-30', endsOn: null } as const
  expect(scheduleOf(atTheEnd, momentOf('9999-12-31')).past).toEqual(['9999-11-30', '9999-12-30', '9999-12-31'])
})

test('days for which nothing is recorded are due all the same, and moved ones are not due twice', () => {
  const build = builder()
  const id = build.add(recurringTask, { title: 'Weekronde', every: 1, unit: 'week', startsOn: '2026-01-05' })
  build.add(occurrence, { recurringTask: id, due: '2026-01-05' }, { state: 'done' })
  build.add(occurrence, { recurringTask: id, due: '2026-01-21' }, { state: 'done' })
  build.add(occurrence, { recurringTask: id, due: '2026-01-12' }, { state: 'cancelled' })
  const isms = build.isms()
  const [work] = isms.all(recurringTask)
  if (work === undefined) throw new Error('cannot find the work')
  const dues = duesOf(isms, work, momentOf('2026-01-26'))
  expect(dues.map(({ due, recorded }) => [due, recorded?.state ?? null])).toEqual([
    ['2026-01-05', 'done'],
    ['2026-01-21', 'done'],
    ['2026-01-12', null],
    ['2026-01-26', null],
  ])
  expect(duesOf(isms, { ...work, state: 'paused' }, momentOf('2026-01-26'))).toHaveLength(2)
})
