import type { RecordId } from '../../../../kernel/register.ts'
import { riskMethod } from '../../../risks/registers/risk-method.ts'
import type { Builder } from '../builder.ts'
import type { People } from './people.ts'
import type { Scheme } from './scheme.ts'

const VALUES = [1, 2, 3, 4, 5]
const LEVELS = ['low', 'medium', 'high']
const LIKELIHOODS = ['zelden', 'soms', 'nu en dan', 'vaak', 'voortdurend']
const CONSEQUENCES = ['klein', 'merkbaar', 'fors', 'groot', 'rampzalig']

/** The level of a score in the matrix of the method below. */
export function levelFor(likelihood: number, consequence: number): string {
  const product = likelihood * consequence
  return product >= 15 ? 'high' : product >= 6 ? 'medium' : 'low'
}

export function addMethod(build: Builder, people: People, scheme: Scheme): RecordId {
  return build.add(
    riskMethod,
    {
      title: 'Vijf bij vijf',
      versionLabel: '1.0',
      approach: 'asset',
      likelihoodScale: VALUES.map((value) => ({
        value,
        name: LIKELIHOODS[value - 1] ?? '',
        definition: `Eens in de ${10 / value} jaar`,
        perYearFrom: null,
        perYearTo: null,
      })),
      consequenceScale: VALUES.map((value) => ({
        value,
        name: CONSEQUENCES[value - 1] ?? '',
        category: 'money' as const,
        definition: `Schade tot € ${value * value * 4}.000`,
      })),
      aggregation: 'max',
      levels: LEVELS.map((key) => ({ key, name: key, from: null, to: null, density: null })),
      matrix: VALUES.flatMap((likelihood) =>
        VALUES.map((consequence) => ({
          likelihood,
          consequence,
          level: levelFor(likelihood, consequence),
          score: likelihood * consequence,
        })),
      ),
      acceptanceThreshold: 'low',
      authorityTable: [
        { level: 'low', capacities: ['risk_owner'], roles: [] },
        { level: 'medium', capacities: ['risk_owner', 'top_management'], roles: [] },
        { level: 'high', capacities: ['top_management'], roles: [] },
      ],
      intervalMonths: 12,
      triggers: ['new_service', 'incident'],
      approvedBy: people.director,
      approvedAt: scheme.after({ days: 24 }),
    },
    { key: 'risk_method', state: 'active' },
  )
}
