import { expect, test } from 'vitest'
import { compareRefs, statementStatus } from './domain.ts'

test.each([
  ['not_selected', null],
  ['selected', 'not'],
  ['planned', 'not'],
  ['in_implementation', 'partly'],
  ['implemented', 'implemented'],
  ['operating', 'implemented'],
  ['effective', 'implemented'],
  ['degraded', 'partly'],
  ['excluded', null],
  ['retired', null],
] as const)('a control that is %s is stated as %s', (state, expected) => {
  expect(statementStatus(state)).toBe(expected)
})

test('references stand in the order in which people count', () => {
  const refs = ['A.8.1', 'OWN-1', 'A.5.10', null, 'A.5.2', 'A.5.1', 'A.10.1']
  expect(refs.sort(compareRefs)).toEqual(['A.5.1', 'A.5.2', 'A.5.10', 'A.8.1', 'A.10.1', 'OWN-1', null])
})
