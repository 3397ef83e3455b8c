import { describe, expect, test } from 'vitest'
import { difference, lineDates, missingControls } from './domain.ts'
import type { StatementLine } from './registers/statement-line.ts'

function lineOf(ref: string, values: Partial<StatementLine> = {}): StatementLine {
  return {
    id: `line of ${ref}`,
    register: 'statement_line',
    number: 'VL-1',
    state: 'active',
    version: 1,
    sequence: 1,
    recordedAt: '2026-03-02T09:00:00.000Z',
    validFrom: '2026-03-02',
    ref,
    control: `control of ${ref}`,
    included: null,
    inclusionReasons: [],
    exclusionJustification: null,
    implementationStatus: null,
    implementationDescription: null,
    owner: null,
    ownerRole: null,
    ownerStated: null,
    changedAt: null,
    exclusionConfirmedBy: null,
    exclusionConfirmedAt: null,
    exclusionWrong: null,
    ...values,
  }
}

const RISK = '0190a000-0000-7000-8000-000000000020'

describe('the difference between two versions', () => {
  test('names each line that was added, removed or changed, in the order of the references', () => {
    const before = [lineOf('A.5.2', { included: true }), lineOf('A.5.10', { included: true }), lineOf('OWN-1')]
    const after = [
      lineOf('A.5.10', { included: false, exclusionJustification: 'We have no such thing.' }),
      lineOf('A.5.2', { included: true }),
      lineOf('OWN-2'),
    ]
    expect(difference(before, after).map(({ ref, kind, fields }) => [ref, kind, fields])).toEqual([
      ['A.5.10', 'changed', ['included', 'exclusionJustification']],
      ['OWN-1', 'removed', []],
      ['OWN-2', 'added', []],
    ])
  })

  test('sees a reason that was added', () => {
    const reason = { type: 'risk', link: RISK, text: null } as const
    const [row] = difference([lineOf('A.5.1')], [lineOf('A.5.1', { inclusionReasons: [reason] })])
    expect(row?.fields).toEqual(['inclusionReasons'])
  })

  test('does not see who confirmed an exclusion, nor a newer version of the same words', () => {
    const after = lineOf('A.5.1', { version: 7, exclusionConfirmedAt: '2026-03-09', changedAt: '2026-03-09' })
    expect(difference([lineOf('A.5.1')], [after])).toEqual([])
  })

  test('takes a retired line as one that is gone', () => {
    const [row] = difference([lineOf('OWN-1')], [lineOf('OWN-1', { state: 'retired' })])
    expect(row?.kind).toBe('removed')
  })
})

test('an undecided line becomes a yes or a no only by a change, with its date', () => {
  const line = lineOf('A.5.1')
  expect(lineDates(null, line, '2026-03-02')).toEqual({ changedAt: '2026-03-02' })
  expect(lineDates(line, line, '2026-03-02')).toEqual({})
  expect(lineDates(line, { ...line, included: true }, '2026-03-02')).toEqual({ changedAt: '2026-03-02' })
})

test('a necessary control is missing while its line is undecided, excluded or absent', () => {
  const lines = [lineOf('A.5.1', { included: true }), lineOf('A.5.2'), lineOf('A.5.3', { included: false })]
  const necessary = new Set(['A.5.1', 'A.5.2', 'A.5.3', 'A.5.4'].map((ref) => `control of ${ref}`))
  expect(missingControls(lines, necessary)).toEqual(['control of A.5.2', 'control of A.5.3', 'control of A.5.4'])
})
