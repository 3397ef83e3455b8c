import { describe, expect, test } from 'vitest'
import { group, links, register, simpleMachine, text } from '../../kernel/register.ts'
import { changesBetween, conflictsOf, isNothing, isSame, withoutSame } from './difference.ts'

const thing = register('thing', {
  code: 'X',
  group: 'run',
  fields: { title: text().required(), note: text(), parts: links('thing'), about: group({ by: text(), on: text() }) },
  states: simpleMachine,
  list: ['number', 'title'],
})

describe('what differs', () => {
  test.each([
    [null, '', true],
    [undefined, [], true],
    [{ by: null }, null, true],
    [['a', 'b'], ['b', 'a'], false],
    [{ a: 1, b: [2] }, { b: [2], a: 1 }, true],
    [0, null, false],
    [false, null, false],
  ])('%o and %o are the same: %o', (a, b, same) => {
    expect(isSame(a, b)).toBe(same)
  })

  test('no and nought are answers', () => {
    expect(isNothing(false)).toBe(false)
    expect(isNothing(0)).toBe(false)
  })

  test('is told in the order of the declaration', () => {
    const before = { title: 'a', note: 'x', parts: [], about: { by: null, on: null } }
    const after = { title: 'b', note: 'x', parts: ['1'], about: { by: 'Marit', on: null } }
    expect(changesBetween(thing.fields, before, after).map(({ path }) => path)).toEqual(['title', 'parts', 'about.by'])
  })
})

describe('a save that comes second', () => {
  const base = { title: 'a', note: 'x' }

  test('asks about the fields that both changed', () => {
    const conflicts = conflictsOf(thing, base, { title: 'mine', note: 'mine' }, { title: 'theirs', note: 'x' })
    expect(conflicts.map(({ name, mine, theirs }) => ({ name, mine, theirs }))).toEqual([
      { name: 'title', mine: 'mine', theirs: 'theirs' },
    ])
  })

  test('asks nothing where both wrote the same', () => {
    expect(conflictsOf(thing, base, { title: 'b' }, { title: 'b', note: 'x' })).toEqual([])
  })

  test('asks about everything that differs when nobody knows where typing began', () => {
    expect(conflictsOf(thing, null, { note: 'mine' }, { title: 'a', note: 'x' }).map(({ name }) => name)).toEqual([
      'note',
    ])
  })

  test('keeps only what says something else than the record', () => {
    expect(withoutSame({ title: 'a', note: 'y' }, base)).toEqual({ note: 'y' })
  })
})
