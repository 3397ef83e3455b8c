import { expect, test } from 'vitest'
import { idAt } from './id.ts'

test('an id is a version 7 UUID that sorts by the time at which it was made', () => {
  const [earlier, later] = [idAt(new Date('2026-03-02T09:00:00.000Z')), idAt(new Date('2026-03-02T09:00:00.001Z'))]
  expect(earlier).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(earlier < later).toBe(true)
  expect(Number.parseInt(earlier.replaceAll('-', '').slice(0, 12), 16)).toBe(Date.parse('2026-03-02T09:00:00.000Z'))
})

test('two ids of one moment differ', () => {
  const now = new Date('2026-03-02T09:00:00.000Z')
  expect(new Set(Array.from({ length: 1_000 }, () => idAt(now))).size).toBe(1_000)
})
