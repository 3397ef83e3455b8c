import { expect, test } from 'vitest'
import { isAccepted, mayAccept } from './domain.ts'

test('evidence needs a file or an address before it is accepted', () => {
  expect(mayAccept({ file: null, url: null })).toEqual({ ok: false, why: 'evidence.nothing-attached' })
  expect(mayAccept({ file: null, url: 'https://example.org/report' })).toEqual({ ok: true })
  expect(mayAccept({ file: 'a'.repeat(64), url: null })).toEqual({ ok: true })
})

test('locked evidence is accepted evidence, superseded is not', () => {
  const acceptedAt = '2026-02-28'
  expect(isAccepted({ state: 'accepted', acceptedAt })).toBe(true)
  expect(isAccepted({ state: 'locked', acceptedAt })).toBe(true)
  expect(isAccepted({ state: 'superseded', acceptedAt })).toBe(false)
  expect(isAccepted({ state: 'collected', acceptedAt: null })).toBe(false)
})
