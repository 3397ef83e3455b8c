import type { Words } from '../../../kernel/text.ts'
import type { RiskMethod } from '../registers/risk-method.ts'

/** What a ready-made method fills in; the organisation may change all of it before it approves. */
export type MethodPreset = Pick<
  RiskMethod,
  | 'title'
  | 'approach'
  | 'likelihoodScale'
  | 'consequenceScale'
  | 'aggregation'
  | 'levels'
  | 'matrix'
  | 'acceptanceThreshold'
  | 'consequenceCategories'
  | 'authorityTable'
  | 'intervalMonths'
  | 'triggers'
>

interface Band {
  readonly key: string
  readonly from: number
  readonly to: number
  readonly density: number
}

/** Bands of risk-methods 6.2 for products of 1 to 25. */
const FIVE_BANDS = [
  { key: 'low', from: 1, to: 4, density: 1 },
  { key: 'medium', from: 5, to: 9, density: 2 },
  { key: 'high', from: 10, to: 14, density: 3 },
  { key: 'very_high', from: 15, to: 25, density: 4 },
] as const

const THREE_BANDS = [
  { key: 'low', from: 1, to: 2, density: 1 },
  { key: 'medium', from: 3, to: 4, density: 2 },
  { key: 'high', from: 6, to: 9, density: 4 },
] as const

/** Anchors in time turn an opinion into a frequency: how often a year, from and to. */
const FIVE_FREQUENCIES = [
  [0, 1 / 30],
  [1 / 30, 1 / 10],
  [1 / 10, 1 / 3],
  [1 / 3, 1],
  [1, null],
] as const
const THREE_FREQUENCIES = [
  [0, 1 / 10],
  [1 / 10, 1],
  [1, null],
] as const

const CATEGORIES = ['money', 'law', 'people', 'reputation', 'operations'] as const
const TRIGGERS = [
  'new_service',
  'organisation_change',
  'move',
  'new_supplier',
  'technology',
  'incident',
  'new_law',
] as const

/** Five by five, filled with the product: 1-4 low, 5-9 medium, 10-14 high, 15-25 very high. High and above is treated. */
export function fiveByFive(words: Words): MethodPreset {
  return preset(words, {
    name: 'five',
    frequencies: FIVE_FREQUENCIES,
    bands: FIVE_BANDS,
    threshold: 'medium',
    ownerAccepts: ['low', 'medium'],
  })
}

/** Three by three, low, medium and high as 1, 2 and 3: 1-2 low, 3-4 medium, 6-9 high. High is treated. */
export function threeByThree(words: Words): MethodPreset {
  return preset(words, {
    name: 'three',
    frequencies: THREE_FREQUENCIES,
    bands: THREE_BANDS,
    threshold: 'medium',
    ownerAccepts: ['low', 'medium'],
  })
}

interface Shape {
  readonly name: 'five' | 'three'
  readonly frequencies: readonly (readonly [number, number | null])[]
  readonly bands: readonly Band[]
  readonly threshold: string
  readonly ownerAccepts: readonly string[]
}

function preset(words: Words, shape: Shape): MethodPreset {
  const word = (key: string): string => words(`risk_method.preset.${shape.name}.${key}`)
  const values = shape.frequencies.map((_, index) => index + 1)
  return {
    title: word('title'),
    approach: 'both',
    likelihoodScale: shape.frequencies.map(([perYearFrom, perYearTo], index) => ({
      value: index + 1,
      name: word(`likelihood.${index + 1}`),
      definition: word(`likelihood.${index + 1}.definition`),
      perYearFrom,
      perYearTo,
    })),
    consequenceScale: CATEGORIES.flatMap((category) =>
      values.map((value) => ({
        value,
        name: word(`consequence.${value}`),
        category,
        definition: word(`consequence.${value}.${category}`),
      })),
    ),
    aggregation: 'max',
    levels: shape.bands.map((band) => ({ ...band, name: words(`risk_method.preset.level.${band.key}`) })),
    matrix: productMatrix(values, values, shape.bands),
    acceptanceThreshold: shape.threshold,
    consequenceCategories: CATEGORIES.map((category) => ({ category, threshold: null, definition: null })),
    authorityTable: shape.bands.map(({ key }) => ({
      level: key,
      capacities: shape.ownerAccepts.includes(key) ? ['risk_owner', 'top_management'] : ['top_management'],
      roles: [],
    })),
    intervalMonths: 12,
    triggers: [...TRIGGERS],
  }
}

/** One way to fill a matrix: the product of both values, its level the band in which it falls. */
export function productMatrix(
  likelihoods: readonly number[],
  consequences: readonly number[],
  bands: readonly Pick<Band, 'key' | 'from' | 'to'>[],
): RiskMethod['matrix'] {
  return likelihoods.flatMap((likelihood) =>
    consequences.map((consequence) => {
      const score = likelihood * consequence
      const band = bands.find(({ from, to }) => from <= score && score <= to)
      return { likelihood, consequence, level: band?.key ?? null, score }
    }),
  )
}
