import { expect, test } from 'vitest'
import type { InputOf } from '../../kernel/register.ts'
import { organisation } from '../organisation/registers/organisation.ts'
import { requirement } from '../parties/registers/requirement.ts'
import { builder } from '../samples/domain/builder.ts'
import { breachHours, hoursAfter, localDays, notifyBy } from './domain.ts'

test('hours are hours, also where the clock is put forward in between', () => {
  // In the night of 29 March 2026 Dutch clocks skip an hour.
  expect(hoursAfter('2026-03-28T12:00:00.000Z', 24)).toBe('2026-03-29T12:00:00.000Z')
})

test('a day is a day of the organisation', () => {
  const build = builder()
  expect(localDays(build.isms())('2026-02-02T23:30:00.000Z')).toBe('2026-02-03')
  build.add(organisation, { title: 'Elders', timeZone: 'America/Curacao' })
  expect(localDays(build.isms())('2026-02-03T03:30:00.000Z')).toBe('2026-02-02')
})

type Clocks = NonNullable<InputOf<typeof requirement>['clocks']>

function clock(hours: number | null, event: Clocks[number]['event'] = 'personal_data_breach'): Clocks[number] {
  return { event, step: 'melden', hours, recipient: 'AP' }
}

test.each<readonly [string, InputOf<typeof requirement> & { readonly state?: string }, number]>([
  ['without a law in the register', {}, 72],
  ['of a law', { clocks: [clock(48)] }, 48],
  ['of several clocks the shortest', { clocks: [clock(72), clock(24)] }, 24],
  ['not of a law that is a draft', { clocks: [clock(24)], state: 'draft' }, 72],
  ['not of a contract', { clocks: [clock(24)], sourceType: 'contract' }, 72],
  ['not of a clock for something else', { clocks: [clock(24, 'significant_incident')] }, 72],
  ['not of one without a number', { clocks: [clock(null), clock(0)] }, 72],
])('a breach has hours: %s', (_, { state = 'active', ...set }, expected) => {
  const build = builder()
  build.add(requirement, { title: 'Eis', sourceType: 'law', ...set }, { state })
  expect(breachHours(build.isms())).toBe(expected)
})

const breach = { personalDataBreach: true, reportable: null, awareAt: '2026-03-28T12:00:00.000Z' }

test.each([
  ['a breach', breach, '2026-03-31T12:00:00.000Z'],
  ['one that must be notified', { ...breach, reportable: true }, '2026-03-31T12:00:00.000Z'],
  ['one that need not be', { ...breach, reportable: false }, null],
  ['an incident without personal data', { ...breach, personalDataBreach: false }, null],
  ['one of which nobody said since when it is known', { ...breach, awareAt: null }, null],
])('the file shows until when to notify: %s', (_, one, expected) => {
  expect(notifyBy(one)).toBe(expected)
})
