import { expect, test } from 'vitest'
import { INPUTS, mayApproveMinutes, missingInputs } from './domain.ts'
import { managementReview } from './registers/management-review.ts'

const ANNA = '0190a000-0000-7000-8000-0000000000a1'
const BOB = '0190a000-0000-7000-8000-0000000000b0'
const empty = { text: null, links: [] }
const inputs = {
  a: empty,
  b: empty,
  c: empty,
  d1: empty,
  d2: empty,
  d3: empty,
  d4: empty,
  e: empty,
  f: empty,
  g: empty,
}

test('the declaration asks for the inputs that are counted', () => {
  expect(Object.keys(managementReview.fields.inputs.options.fields ?? {})).toEqual([...INPUTS])
})

test('an input counts with a word or a link', () => {
  const filled = { ...inputs, a: { text: 'First review.', links: [] }, f: { text: null, links: [ANNA] } }
  expect(missingInputs({ inputs: filled })).toEqual(['b', 'c', 'd1', 'd2', 'd3', 'd4', 'e', 'g'])
})

test.each([
  ['the chair', ANNA, ANNA, { ok: true }],
  ['somebody else', ANNA, BOB, { ok: false, why: 'management_review.not-chair' }],
  ['anybody without a chair', null, ANNA, { ok: false, why: 'management_review.no-chair' }],
])('minutes approved by %s', (_, chair, person, expected) => {
  expect(mayApproveMinutes({ chair }, person)).toEqual(expected)
})
