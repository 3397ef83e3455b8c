import { expect, test } from 'vitest'
import { scaleOf, spread, stepPath } from './trend.ts'

const steps = [
  { at: '2026-01-01', major: ['a', 'b'], minor: [], ofi: [], known: [], appears: [], clears: [] },
  { at: '2026-01-11', major: ['a'], minor: [], ofi: [], known: [], appears: [], clears: [] },
]

test('a line stays level until the day on which the count changes', () => {
  const scale = {
    ...scaleOf(steps, '2026-01-01', '2026-01-21'),
    x: (day: string) => Number(day.slice(8)),
    y: (n: number) => n,
  }
  const points = steps.map(({ at, major }) => ({ at, count: major.length }))
  expect(stepPath(points, { from: '2026-01-01', to: '2026-01-21' }, scale)).toBe('M1 2H11V1H21')
})

test('labels at the ends of lines stand clear of each other, whatever their order', () => {
  expect(spread([100, 10, 105])).toEqual([100, 10, 115])
})
