import { describe, expect, test } from 'vitest'
import { ismsOf } from '../../kernel/isms.ts'
import { mayAcceptResidual, mayAcceptRisk, mayChangeMethod, snapshotOf } from './domain/decisions.ts'
import {
  consequenceOf,
  consequencesOf,
  isAboveLine,
  isHighest,
  levelOf,
  likelihoodsOf,
  mayAccept,
  onScale,
  standingScore,
} from './domain/method.ts'
import { fiveByFive, type MethodPreset, threeByThree } from './domain/presets.ts'
import { module } from './module.ts'
import type { RiskMethod } from './registers/risk-method.ts'
import type { RiskScore } from './registers/risk-score.ts'
import en from './text/en.json' with { type: 'json' }
import nl from './text/nl.json' with { type: 'json' }

const five = fiveByFive((key) => key)
const three = threeByThree((key) => key)

function countBy<X>(values: readonly X[]): ReadonlyMap<X, number> {
  const counts = new Map<X, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

function methodOf(preset: MethodPreset): RiskMethod {
  return {
    id: '0190a000-0000-7000-8000-000000000001',
    register: 'risk_method',
    number: 'RM-1',
    state: 'active',
    version: 1,
    sequence: 1,
    recordedAt: '2026-01-05T09:00:00.000Z',
    validFrom: '2026-01-05',
    ...preset,
    versionLabel: '2',
    owner: null,
    triggersNote: null,
    scenarioClasses: [],
    quantitative: {
      appliesTo: null,
      currency: null,
      annualLossTolerance: null,
      acceptedProbability: null,
      convention: null,
    },
    approvedBy: null,
    approvedAt: null,
  }
}

const NO_VALUES = { low: null, mode: null, high: null, distribution: null }

function scoreOf(values: Partial<RiskScore> = {}): RiskScore {
  return {
    id: '0190a000-0000-7000-8000-000000000010',
    register: 'risk_score',
    number: 'RS-1',
    state: 'active',
    version: 1,
    sequence: 1,
    recordedAt: '2026-01-05T09:00:00.000Z',
    validFrom: '2026-01-05',
    risk: '0190a000-0000-7000-8000-000000000020',
    kind: 'current',
    likelihood: null,
    consequence: null,
    consequenceConfidentiality: null,
    consequenceIntegrity: null,
    consequenceAvailability: null,
    level: null,
    score: null,
    rationale: null,
    evidence: [],
    method: null,
    methodVersion: null,
    assessment: null,
    scoredBy: null,
    scoredAt: null,
    quantitative: {
      frequency: NO_VALUES,
      magnitude: NO_VALUES,
      currency: null,
      seed: null,
      iterations: null,
      engineVersion: null,
      results: { mean: null, p50: null, p90: null, p95: null, p99: null },
    },
    ...values,
  }
}

describe('the five by five method', () => {
  // Risk-methods 6.4, T-27.
  test('has the products of five by five, each as often as they occur', () => {
    const expected = { 1: 1, 2: 2, 3: 2, 4: 3, 5: 2, 6: 2, 8: 2, 9: 1, 10: 2, 12: 2, 15: 2, 16: 1, 20: 2, 25: 1 }
    const counts = countBy(five.matrix.map(({ score }) => score))
    expect(Object.fromEntries(counts)).toEqual(expected)
    expect(five.matrix).toHaveLength(25)
  })

  // Risk-methods 6.4, T-28.
  test('puts 8, 7, 4 and 6 cells in the four bands', () => {
    const counts = countBy(five.matrix.map(({ level }) => level))
    expect(Object.fromEntries(counts)).toEqual({ low: 8, medium: 7, high: 4, very_high: 6 })
  })

  test('names its values once, however many categories describe them', () => {
    expect(likelihoodsOf(five).map(({ value }) => value)).toEqual([1, 2, 3, 4, 5])
    expect(consequencesOf(five).map(({ value }) => value)).toEqual([1, 2, 3, 4, 5])
    expect(five.consequenceScale).toHaveLength(25)
  })

  test('leaves no gap between the frequencies of its likelihoods', () => {
    for (const [index, row] of five.likelihoodScale.slice(1).entries()) {
      expect(row.perYearFrom).toBe(five.likelihoodScale[index]?.perYearTo)
    }
  })
})

describe('the three by three method', () => {
  test.each([
    [1, 1, 'low', 1],
    [1, 2, 'low', 2],
    [1, 3, 'medium', 3],
    [2, 2, 'medium', 4],
    [2, 3, 'high', 6],
    [3, 2, 'high', 6],
    [3, 3, 'high', 9],
  ])('gives likelihood %i and consequence %i the level %s, %i', (likelihood, consequence, level, score) => {
    expect(levelOf(three, likelihood, consequence)).toEqual({ level, score })
  })
})

test.each([
  ['nl', nl],
  ['en', en],
])('every word of the ready-made methods is there in %s', (_, texts) => {
  const known: Readonly<Record<string, string>> = texts
  const asked: string[] = []
  for (const make of [fiveByFive, threeByThree]) make((key) => asked.push(key).toString())
  expect(asked.filter((key) => known[key] === undefined)).toEqual([])
})

describe('a matrix of one’s own', () => {
  // NIST SP 800-30 table I-2, a work of the United States government (risk-methods 6.4, T-26). Columns: impact VL to VH.
  const NIST = {
    5: ['VL', 'L', 'M', 'H', 'VH'],
    4: ['VL', 'L', 'M', 'H', 'VH'],
    3: ['VL', 'L', 'M', 'M', 'H'],
    2: ['VL', 'L', 'L', 'L', 'M'],
    1: ['VL', 'VL', 'VL', 'L', 'L'],
  }
  const matrix = Object.entries(NIST).flatMap(([likelihood, row]) =>
    row.map((level, index) => ({ likelihood: Number(likelihood), consequence: index + 1, level, score: null })),
  )

  test('is looked up: very likely with very low impact stays very low', () => {
    expect(levelOf({ matrix }, 5, 1)).toEqual({ level: 'VL', score: null })
    expect(levelOf(five, 5, 1)).toEqual({ level: 'medium', score: 5 })
  })

  test('gives every cell of the table back', () => {
    for (const [likelihood, row] of Object.entries(NIST)) {
      const found = row.map((_, index) => levelOf({ matrix }, Number(likelihood), index + 1)?.level)
      expect(found).toEqual(row)
    }
  })

  test.each([
    [null, 3],
    [3, null],
    [2.5, 3],
    [6, 3],
  ])('has no level for likelihood %s and consequence %s', (likelihood, consequence) => {
    expect(levelOf({ matrix }, likelihood, consequence)).toBeNull()
  })
})

describe('the consequence of the three properties', () => {
  const values = { consequenceConfidentiality: 5, consequenceIntegrity: 2, consequenceAvailability: null }
  test.each([
    ['max', 5],
    ['sum', 7],
    ['average', 4],
    [null, 5],
  ] as const)('with %s is %i', (aggregation, expected) => {
    expect(consequenceOf({ ...five, aggregation }, scoreOf(values))).toBe(expected)
  })

  test('is the one that was given where no property has its own', () => {
    expect(consequenceOf(five, scoreOf({ consequence: 3 }))).toBe(3)
    expect(consequenceOf(five, scoreOf())).toBeNull()
  })
})

describe('values on the scale', () => {
  test.each([
    ['whole numbers of the scale', { likelihood: 2, consequence: 5 }, true],
    ['a likelihood between two values', { likelihood: 2.5, consequence: 5 }, false],
    ['a consequence beyond the scale', { likelihood: 2, consequence: 6 }, false],
    ['a property between two values', { likelihood: 2, consequenceIntegrity: 1.5 }, false],
    ['nothing filled in', {}, true],
  ])('%s', (_, values, expected) => {
    expect(onScale(five, scoreOf(values))).toBe(expected)
  })

  test('a sum is on the scale where the matrix has a column for it', () => {
    const matrix = [{ likelihood: 1, consequence: 7, level: 'high', score: 7 }]
    const score = scoreOf({ likelihood: 1, consequence: 7, consequenceIntegrity: 5, consequenceAvailability: 2 })
    expect(onScale({ ...five, matrix }, score)).toBe(true)
  })
})

describe('the acceptance line', () => {
  test.each([
    ['low', false],
    ['medium', false],
    ['high', true],
    ['very_high', true],
    ['unheard-of', null],
    [null, null],
  ])('%s above it: %s', (level, expected) => {
    expect(isAboveLine(five, level)).toBe(expected)
  })

  test('is the strictest of the categories that the risk touches', () => {
    const method = {
      ...five,
      consequenceCategories: [
        { category: 'law', threshold: 'low', definition: null },
        { category: 'money', threshold: 'high', definition: null },
      ],
    } as const
    expect(isAboveLine(method, 'medium', ['money'])).toBe(false)
    expect(isAboveLine(method, 'medium', ['money', 'law'])).toBe(true)
    expect(isAboveLine(method, 'medium')).toBe(false)
  })

  test('is unknown while the method has none', () => {
    expect(isAboveLine({ ...five, acceptanceThreshold: null }, 'very_high')).toBeNull()
  })

  test('knows the highest level', () => {
    expect(isHighest(five, 'very_high')).toBe(true)
    expect(isHighest(five, 'high')).toBe(false)
  })
})

describe('who may accept', () => {
  const ROLE = '0190a000-0000-7000-8000-0000000000aa'
  const method = {
    authorityTable: [...five.authorityTable, { level: 'high', capacities: [], roles: [ROLE] }],
  }
  test.each([
    ['the risk owner a low risk', 'low', 'risk_owner', [], true],
    ['the risk owner a high risk', 'high', 'risk_owner', [], false],
    ['the risk owner a high risk in a role that the table names', 'high', 'risk_owner', [ROLE], true],
    ['top management the highest', 'very_high', 'top_management', [], true],
    ['the coordinator a low risk', 'low', 'coordinator', [], false],
    ['nobody a risk without a level', null, 'top_management', [ROLE], false],
  ] as const)('%s', (...[, level, capacity, roles, expected]) => {
    expect(mayAccept(method, level, { capacity, roles })).toBe(expected)
  })
})

describe('the score that speaks', () => {
  const old = scoreOf({ number: 'RS-1', kind: 'current', scoredAt: '2025-03-01', sequence: 4 })
  const recent = scoreOf({ number: 'RS-2', kind: 'current', scoredAt: '2026-03-01', sequence: 5 })
  const inherent = scoreOf({ number: 'RS-3', kind: 'inherent', scoredAt: '2026-06-01', sequence: 6 })

  test('is the newest of the first kind that has one', () => {
    expect(standingScore([old, recent, inherent], 'current', 'inherent')?.number).toBe('RS-2')
    expect(standingScore([inherent], 'current', 'inherent')?.number).toBe('RS-3')
    expect(standingScore([inherent], 'residual')).toBeNull()
  })

  test('is none that was superseded', () => {
    expect(standingScore([old, { ...recent, state: 'superseded' }], 'current')?.number).toBe('RS-1')
  })
})

describe('accepting', () => {
  const ANNA = '0190a000-0000-7000-8000-0000000000a1'
  const BOB = '0190a000-0000-7000-8000-0000000000b0'
  const record = { owner: ANNA, consequenceCategories: [] }
  const method = methodOf(five)

  test.each([
    ['by its owner, within the line', record, ANNA, 'medium', method, { ok: true }],
    ['by its owner, while the method is unknown', record, ANNA, 'medium', null, { ok: true }],
    ['by somebody else', record, BOB, 'low', method, { ok: false, why: 'risk.not-owner' }],
    ['by an account without a person', record, null, 'low', method, { ok: false, why: 'risk.not-owner' }],
    ['without an owner', { ...record, owner: null }, null, 'low', method, { ok: false, why: 'risk.no-owner' }],
    ['above the line', record, ANNA, 'high', method, { ok: false, why: 'risk.above-line' }],
    ['without a level', record, ANNA, null, method, { ok: false, why: 'risk.not-scored' }],
  ])('a risk %s', (...[, risk, person, level, by, expected]) => {
    expect(mayAcceptRisk(risk, { person, score: scoreOf({ level }), method: by })).toEqual(expected)
  })

  test('what remains needs a score of what remains', () => {
    expect(mayAcceptResidual(record, { person: ANNA, score: null })).toEqual({ ok: false, why: 'risk.no-residual' })
    expect(mayAcceptResidual(record, { person: BOB, score: null })).toEqual({ ok: false, why: 'risk.not-owner' })
    expect(mayAcceptResidual(record, { person: ANNA, score: scoreOf({ level: 'high' }) })).toEqual({ ok: true })
  })

  test('a method in force is not rewritten', () => {
    expect(mayChangeMethod(method)).toEqual({ ok: false, why: 'risk_method.in-force' })
    expect(mayChangeMethod({ state: 'draft' })).toEqual({ ok: true })
  })
})

describe('the acts of a risk', () => {
  const OWNER = '0190a000-0000-7000-8000-0000000000a1'
  const record = {
    id: scoreOf().risk,
    register: 'risk',
    number: 'R-1',
    state: 'evaluated',
    version: 3,
    sequence: 3,
    recordedAt: '2026-01-05T09:00:00.000Z',
    validFrom: '2026-01-05',
    owner: OWNER,
    consequenceCategories: [],
  }
  const method = methodOf(five)
  const decide = (act: string, score: RiskScore): unknown =>
    module.guards
      .find((guard) => guard.register === 'risk' && guard.act === act)
      ?.decide(record, { isms: ismsOf([record, { ...score }, { ...method }], 9), person: OWNER })

  test.each([
    ['accept', { kind: 'current', level: 'medium', method: method.id }, { ok: true }],
    ['accept', { kind: 'current', level: 'high', method: method.id }, { ok: false, why: 'risk.above-line' }],
    ['accept', { kind: 'inherent', level: 'high', method: method.id }, { ok: false, why: 'risk.above-line' }],
    ['accept', { kind: 'residual', level: 'low', method: method.id }, { ok: false, why: 'risk.not-scored' }],
    ['acceptResidual', { kind: 'residual', level: 'low' }, { ok: true }],
    ['acceptResidual', { kind: 'target', level: 'low' }, { ok: true }],
    ['acceptResidual', { kind: 'current', level: 'low' }, { ok: false, why: 'risk.no-residual' }],
  ] as const)('%s with %o: %o', (act, score, expected) => {
    expect(decide(act, scoreOf(score))).toEqual(expected)
  })
})

test('the snapshot of an assessment is the same text whatever the order of its scores', () => {
  const a = scoreOf({ level: 'low' })
  const b = scoreOf({ id: '0190a000-0000-7000-8000-000000000011', level: 'high' })
  expect(snapshotOf([a, b])).toBe(snapshotOf([b, a]))
  expect(snapshotOf([a, b])).not.toBe(snapshotOf([a, { ...b, level: 'medium' }]))
})
