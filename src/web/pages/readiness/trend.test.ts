import { expect, test } from 'vitest'
import { rowsOf, scaleOf, spread, stepPath, WIDE } from './trend.ts'

const steps = [
  { at: '2026-01-01', major: 2, minor: 0, ofi: 0 },
  { at: '2026-01-11', major: 1, minor: 0, ofi: 0 },
]

test('a line stays level until the day on which the count changes', () => {
  const scale = {
    ...scaleOf(steps, '2026-01-01', '2026-01-21', WIDE),
    x: (day: string) => Number(day.slice(8)),
    y: (n: number) => n,
  }
  const points = steps.map(({ at, major }) => ({ at, count: major }))
  expect(stepPath(points, { from: '2026-01-01', to: '2026-01-21' }, scale)).toBe('M1 2H11V1H21')
})

test('labels at the ends of lines stand clear of each other, whatever their order', () => {
  expect(spread([100, 10, 105])).toEqual([100, 10, 115])
})

test('names of audits that would touch stand in two rows', () => {
  expect(rowsOf([10, 30, 50, 200], 60)).toEqual([0, 1, 0, 0])
})

test('lines stand at round counts, and no higher than is needed', () => {
  const at = '2026-01-01'
  const heights = (major: number) => scaleOf([{ at, major, minor: 0, ofi: 0 }], at, '2026-02-01', WIDE).lines
  expect([heights(3), heights(18), heights(29)]).toEqual([
    [0, 1, 2, 3],
    [0, 5, 10, 15, 20],
    [0, 10, 20, 30],
  ])
})
