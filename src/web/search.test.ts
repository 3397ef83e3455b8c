import { expect, test } from 'vitest'
import { parseSearch, stringifySearch } from './search.ts'

test('an address keeps several values of one name, and stays readable', () => {
  const text = '?filter=owner:in:1|2&filter=due:until:2026-03-01&q=back-up&at=2026-01-12'
  expect(stringifySearch(parseSearch(text))).toBe(text)
})

test('what is not set leaves no trace in the address', () => {
  expect(stringifySearch({ q: '', at: undefined, open: null })).toBe('')
})
