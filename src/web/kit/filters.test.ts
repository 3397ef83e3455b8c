import { describe, expect, test } from 'vitest'
import { choice, date, link, register, simpleMachine, text } from '../../kernel/register.ts'
import { filterFields, formatFilter, operatorsFor, parseFilter, withFilter } from './filters.ts'

const thing = register('thing', {
  code: 'X',
  group: 'run',
  fields: { title: text().required(), owner: link('person'), kind: choice(['a', 'b']), due: date() },
  states: simpleMachine,
  list: ['number', 'title'],
})

describe('a filter in the address', () => {
  test.each([
    { field: 'owner', operator: 'in', values: ['1', '2'] },
    { field: 'title', operator: 'has', values: ['a|b: 50 %'] },
    { field: 'due', operator: 'empty', values: [] },
  ] as const)('comes back as it was written: %o', (filter) => {
    expect(parseFilter(formatFilter(filter))).toEqual(filter)
  })

  test('is left out when nobody could have written it so', () => {
    expect(parseFilter('owner')).toBeNull()
    expect(parseFilter('owner:drop:1')).toBeNull()
  })

  test('takes the place of one on the same field and of the same kind', () => {
    const first = { field: 'due', operator: 'from', values: ['2026-01-01'] } as const
    const until = { field: 'due', operator: 'until', values: ['2026-02-01'] } as const
    expect(withFilter([first, until], { ...first, values: ['2026-03-01'] })).toEqual([
      until,
      { ...first, values: ['2026-03-01'] },
    ])
  })

  test('can be set on every field and on the state', () => {
    expect(filterFields(thing)).toEqual(['state', 'title', 'owner', 'kind', 'due'])
    expect(operatorsFor(thing.fields.due)).toEqual(['from', 'until', 'empty', 'filled'])
  })
})
