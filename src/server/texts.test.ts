import { expect, test } from 'vitest'
import { LANGUAGES } from '../kernel/text.ts'
import { wordsIn } from '../platform/words.ts'
import { routes } from '../routes.gen.ts'
import { texts } from '../texts.gen.ts'

test('server and command line say the same things in both languages', () => {
  expect(Object.keys(texts.en).sort()).toEqual(Object.keys(texts.nl).sort())
})

test.each(LANGUAGES)('a message without words is a bug (%s)', (language) => {
  const words = wordsIn(texts)(language)
  expect(() => words('no.such.key')).toThrow('cannot word')
  expect(words('server.listening', { address: 'http://here' })).toContain('http://here')
})

test('every endpoint has an English summary of one sentence', () => {
  const bad = routes.filter(({ contract }) => !/^[A-Z].{8,200}\.$/.test(contract.summary))
  expect(bad.map(({ contract }) => contract.path)).toEqual([])
})
