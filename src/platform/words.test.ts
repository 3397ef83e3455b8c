import { expect, test } from 'vitest'
import { wordsIn } from './words.ts'

const words = wordsIn({ nl: { 'since.then': 'Niet vóór {day}' }, en: { 'since.then': 'Not before {day}' } })

test('writes a day among the values as the reader of the language does', () => {
  expect(words('nl')('since.then', { day: '2026-03-02' })).toBe('Niet vóór 2 maart 2026')
  expect(words('en')('since.then', { day: '2026-03-02' })).toBe('Not before 2 March 2026')
})

test('leaves what only looks like a day as it is', () => {
  expect(words('en')('since.then', { day: '2026-13-02' })).toBe('Not before 2026-13-02')
})
