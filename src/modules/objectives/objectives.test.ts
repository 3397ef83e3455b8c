import { expect, test } from 'vitest'
import { isOutside, missingMeasure, missingPlan } from './domain.ts'

test.each([
  [{ limitLow: 90, limitHigh: null }, 89.9, true],
  [{ limitLow: 90, limitHigh: null }, 90, false],
  [{ limitLow: null, limitHigh: 3 }, 3, false],
  [{ limitLow: null, limitHigh: 3 }, 4, true],
  [{ limitLow: null, limitHigh: null }, 4, false],
  [{ limitLow: 90, limitHigh: 100 }, null, false],
])('with limits %o the value %s lies outside: %s', (metric, value, expected) => {
  expect(isOutside(metric, value)).toBe(expected)
})

const measurable = { metric: 'a metric', unit: '%', target: 95, targetDate: '2026-12-31', notMeasurableReason: null }

test.each([
  ['all there', measurable, []],
  ['a wish', { ...measurable, metric: null, target: null }, ['metric', 'target']],
  ['a reason why not', { ...measurable, metric: null, notMeasurableReason: 'Nothing to count.' }, []],
])('an objective with %s lacks %o', (_, objective, expected) => {
  expect(missingMeasure(objective)).toEqual(expected)
})

test('an objective without a plan lacks its five parts', () => {
  const empty = { what: null, resources: null, responsible: null, due: null, evaluationMethod: null }
  expect(missingPlan(empty)).toEqual(['what', 'resources', 'responsible', 'due', 'evaluationMethod'])
})
