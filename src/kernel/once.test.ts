import { expect, test } from 'vitest'
import { type AnyRecord, ismsOf } from './isms.ts'
import { once } from './once.ts'
import { register, simpleMachine, text } from './register.ts'

const [risk, person] = (['risk', 'person'] as const).map((name) =>
  register(name, { code: name, group: 'risks', fields: { title: text() }, states: simpleMachine, list: ['number'] }),
)

function record(name: string, title: string): AnyRecord {
  const head = { id: name, register: name, number: 'X-1', state: 'active', version: 1, sequence: 1 }
  return { ...head, recordedAt: '2026-01-01T00:00:00.000Z', validFrom: '2026-01-01', title }
}

test('what follows from a register is worked out again only where that register changed', () => {
  if (risk === undefined || person === undefined) throw new Error('cannot go on without registers')
  let made = 0
  const titles = once([risk], (isms) => {
    made += 1
    return isms.all(risk).map(({ title }) => title)
  })
  const first = ismsOf([record('risk', 'a'), record('person', 'b')], 1)
  expect([titles(first), titles(first), made]).toEqual([['a'], ['a'], 1])
  expect([titles(first.after([record('person', 'c')], 2)), made]).toEqual([['a'], 1])
  expect([titles(first.after([record('risk', 'd')], 2)), made]).toEqual([['d'], 2])
  expect([titles(first), made]).toEqual([['a'], 2])
})

test('what reads a register that it does not name is refused', () => {
  if (risk === undefined || person === undefined) throw new Error('cannot go on without registers')
  const wrong = once([risk], (isms) => isms.all(person).length)
  expect(() => wrong(ismsOf([], 0))).toThrow('does not name it')
  const any = once([risk], (isms) => isms.any('x'))
  expect(() => any(ismsOf([], 0))).toThrow('cannot read')
})
