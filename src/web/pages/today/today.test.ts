import { describe, expect, it } from 'vitest'
import { rowsOf } from './today.ts'

describe('the parts of the first page', () => {
  it.each([
    [
      ['steps', 'mine', 'audits', 'year', 'expected', 'since'],
      [{ main: ['steps', 'mine'], side: ['audits'] }, { wide: 'year' }, { main: ['expected'], side: ['since'] }],
    ],
    [
      ['decisions', 'audits', 'risks', 'expected'],
      [
        { main: ['decisions'], side: ['audits', 'risks'] },
        { main: ['expected'], side: [] },
      ],
    ],
    [
      ['audits', 'year'],
      [{ main: [], side: ['audits'] }, { wide: 'year' }],
    ],
    [[], []],
  ] as const)('%s stand side by side where they follow each other', (sections, rows) => {
    expect(rowsOf(sections)).toEqual(rows)
  })
})
