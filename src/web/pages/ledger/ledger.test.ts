import { expect, test } from 'vitest'
import { daysOf, hashStart, type LedgerEntry } from './ledger.ts'

function entryOf(sequence: number, values: Partial<LedgerEntry> = {}): LedgerEntry {
  return {
    sequence,
    recordedAt: `2026-03-02T09:00:${String(sequence).padStart(2, '0')}.000Z`,
    recordedOn: '2026-03-02',
    validFrom: '2026-03-02',
    actor: { name: 'Fenna Postma', via: null },
    batch: null,
    act: 'create',
    register: 'risk',
    id: `id ${sequence}`,
    number: `R-${sequence}`,
    title: '',
    version: 1,
    state: 'draft',
    changed: [],
    reason: null,
    isErased: false,
    hash: '',
    ...values,
  }
}

const sequences = (entries: readonly LedgerEntry[]) =>
  daysOf(entries).map(({ day, groups }) => [day, groups.map((group) => group.map(({ sequence }) => sequence))])

test('tells four entries of one save as one, and three one by one', () => {
  const save = { recordedAt: '2026-03-02T10:00:00.000Z' }
  const four = [9, 8, 7, 6].map((sequence) => entryOf(sequence, save))
  const three = [5, 4, 3].map((sequence) => entryOf(sequence, { recordedAt: '2026-03-02T09:30:00.000Z' }))
  expect(sequences([...four, ...three])).toEqual([['2026-03-02', [[9, 8, 7, 6], [5], [4], [3]]]])
})

test('keeps saves of others, and of other days, apart', () => {
  const together = { recordedAt: '2026-03-02T10:00:00.000Z', batch: 'import' }
  const imported = [8, 7, 6, 5].map((sequence) => entryOf(sequence, together))
  const other = entryOf(4, { ...together, batch: null, actor: { name: 'Tijs van Beek', via: null } })
  const before = entryOf(3, { recordedOn: '2026-03-01' })
  expect(sequences([...imported, other, before])).toEqual([
    ['2026-03-02', [[8, 7, 6, 5], [4]]],
    ['2026-03-01', [[3]]],
  ])
})

test('reads a hash in groups of four', () => {
  expect(hashStart('0a0f6158ccfb', 2)).toBe('0a0f 6158')
  expect(hashStart('0a0f61', 4)).toBe('0a0f 61')
})
