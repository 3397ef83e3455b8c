import { expect, test } from 'vitest'
import { passes } from './service/past.ts'

const record = {
  id: 'r',
  register: 'risk',
  number: 'R-12',
  state: 'draft',
  version: 1,
  sequence: 1,
  recordedAt: '2026-03-02T09:00:00.000Z',
  validFrom: '2026-03-02',
  title: 'Geen back-up',
  assets: ['a', 'b'],
  owner: null,
}

// The same answers as the database gives for the present: there a number is compared without its letters.
test.each([
  ['number', 'in', ['7', '12'], true],
  ['number', 'in', ['1'], false],
  ['number', 'from', ['12'], true],
  ['number', 'until', ['9'], false],
  ['title', 'has', ['BACK'], true],
  ['assets', 'in', ['b'], true],
  ['owner', 'empty', [], true],
] as const)('a past record passes %s:%s:%s: %s', (field, operator, values, expected) => {
  expect(passes(record, { field, operator, values })).toBe(expected)
})
