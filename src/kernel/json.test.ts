import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { twiceNamed } from './json.ts'

test.each([
  ['{"a":1,"a":2}', 'a'],
  ['{"a":{"b":1,"c":[{"b":2},{"b":3}],"b":4}}', 'b'],
  ['[{"x" : 1 , "x" : 2}]', 'x'],
  ['{"a\\"b":1,"a\\"b":2}', 'a\\"b'],
  ['{"a":"a","b":"a:","c":["a","a"]}', null],
  ['{"a":{"a":{"a":1}}}', null],
  ['{"a":"{\\"b\\":1,\\"b\\":2}"}', null],
  ['"a"', null],
])('%s names twice: %s', (text, name) => {
  expect(twiceNamed(text)).toBe(name)
})

test('nothing that was written from a value names anything twice', () => {
  fc.assert(fc.property(fc.json(), (text) => twiceNamed(text) === null))
})
