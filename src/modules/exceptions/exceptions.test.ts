import { expect, test } from 'vitest'
import { momentOf } from '../../kernel/moment.ts'
import { builder } from '../samples/domain/builder.ts'
import { isExcepted, mayApprove } from './domain.ts'
import { exception } from './register.ts'

const ANNA = '0190a000-0000-7000-8000-0000000000a1'
const SYSTEM = '0190a000-0000-7000-8000-0000000000c1'
const whole = { reason: 'Kan nog niet.', owner: ANNA, until: '2026-06-30' }

test.each([
  ['with everything', whole, true],
  ['without a reason', { ...whole, reason: ' ' }, false],
  ['without an owner', { ...whole, owner: null }, false],
  ['without an end', { ...whole, until: null }, false],
])('an exception %s', (_, one, isOk) => {
  expect(mayApprove(one)).toEqual(isOk ? { ok: true } : { ok: false, why: 'exception.no-end' })
})

test.each([
  ['on the day of approval', { at: '2026-02-01' }, true],
  ['the day before', { at: '2026-01-31' }, false],
  ['on its last day', { at: '2026-06-30' }, true],
  ['the day after', { at: '2026-07-01' }, false],
  ['as long as it is only asked for', { state: 'asked' }, false],
  ['after it was ended', { state: 'ended' }, false],
  ['for its own rule', { rule: 'R-A.8.5-1' }, true],
  ['for another rule', { rule: 'R-A.8.8-1' }, false],
])('it covers its subject %s', (_, told, expected) => {
  const { at, state, rule } = { at: '2026-03-01', state: 'approved', rule: null, ...told }
  const build = builder()
  build.add(exception, { title: 'Zonder', subject: SYSTEM, rule, approvedAt: '2026-02-01', ...whole }, { state })
  expect(isExcepted(build.isms(), SYSTEM, 'R-A.8.5-1', momentOf(at))).toBe(expected)
})
