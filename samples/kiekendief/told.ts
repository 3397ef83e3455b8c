/** What is told of a risk. */
import type { Risk } from '../../src/modules/risks/registers/risk.ts'
import type { Actor } from './cast.ts'

type Property = Risk['properties'][number]

export interface Told {
  readonly key: string
  readonly title: string
  readonly scenario: string
  readonly source: string
  readonly classOf: string
  readonly threats: readonly string[]
  readonly vulnerability: string
  /** Assets and systems by key. */
  readonly assets: readonly string[]
  readonly systems: readonly string[]
  readonly properties: readonly Property[]
  readonly categories: Risk['consequenceCategories']
  /** Who answered for it in December. */
  readonly owner: Actor
  readonly likelihood: number
  readonly consequence: number
  readonly why: string
  /** Likelihood and consequence expected after treatment; only of what is treated. */
  readonly left?: readonly [number, number]
  readonly priority?: number
  readonly review: string
}

/** Short as people here say it: beschikbaarheid, integriteit, vertrouwelijkheid. */
export const B: Property = 'availability'
export const I: Property = 'integrity'
export const V: Property = 'confidentiality'
