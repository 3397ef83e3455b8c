import { expect, test } from 'vitest'
import { completed } from './empty.ts'
import { group, links, list, number, text } from './register.ts'

const fields = {
  title: text(),
  tags: links('risk'),
  rows: list({ name: text(), size: number() }),
  limits: group({ low: number(), high: number() }),
}

test('what was written before a field was declared has it empty, inside groups and rows too', () => {
  expect(completed(fields, { title: 'a', rows: [{ name: 'b' }], limits: { low: 1 } })).toEqual({
    title: 'a',
    tags: [],
    rows: [{ name: 'b', size: null }],
    limits: { low: 1, high: null },
  })
})

test('what is whole is the very same object', () => {
  const whole = { title: null, tags: ['x'], rows: [{ name: null, size: 2 }], limits: { low: null, high: 3 } }
  expect(completed(fields, whole)).toBe(whole)
})
