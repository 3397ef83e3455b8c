import {
  choice,
  date,
  from,
  group,
  link,
  links,
  longText,
  machine,
  number,
  type RecordOf,
  register,
  text,
} from '../../../kernel/register.ts'

const estimate = {
  distribution: choice(['pert', 'lognormal']),
  low: number({ least: 0 }),
  mode: number({ least: 0 }),
  high: number({ least: 0 }),
}

/** How large a risk is at one moment, by one version of the method (ISO/IEC 27001:2022, 6.1.2 d). */
export const riskScore = register('risk_score', {
  code: 'RS',
  group: 'risks',
  fields: {
    risk: link('risk').required(),
    kind: choice(['inherent', 'current', 'target', 'residual']).required(),
    likelihood: number(),
    consequence: number(),
    consequenceConfidentiality: number(),
    consequenceIntegrity: number(),
    consequenceAvailability: number(),
    /** Key of a level of the method. May be typed, so that a rule can object where it does not follow from the matrix. */
    level: text({ max: 40 }),
    score: number(),
    rationale: longText(),
    evidence: links('evidence'),
    method: link('risk_method'),
    methodVersion: text({ max: 20 }),
    assessment: link('risk_assessment'),
    scoredBy: link('person'),
    scoredAt: date(),
    /** Inputs and outcome of a simulation, kept so that the same seed gives the same result (risk-methods 6.3). */
    quantitative: group({
      frequency: group(estimate),
      magnitude: group(estimate),
      currency: text({ max: 3 }),
      seed: text({ max: 40 }),
      iterations: number({ least: 1, integer: true }),
      engineVersion: text({ max: 40 }),
      results: group({ mean: number(), p50: number(), p90: number(), p95: number(), p99: number() }),
    }).set(),
  },
  states: machine(
    'active',
    {
      supersede: from('active').to('superseded'),
      restore: from('superseded').to('active'),
    },
    ['superseded'],
  ),
  list: ['number', 'risk', 'kind', 'likelihood', 'consequence', 'level', 'score', 'scoredAt', 'state'],
  title: 'risk',
  parent: 'risk',
})
export type RiskScore = RecordOf<typeof riskScore>
