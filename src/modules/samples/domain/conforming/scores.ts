import type { RecordId } from '../../../../kernel/register.ts'
import { riskScore } from '../../../risks/registers/risk-score.ts'
import type { Builder } from '../builder.ts'
import { levelFor } from './method.ts'
import type { Scheme } from './scheme.ts'

export interface Assessed {
  readonly method: RecordId
  readonly assessment: RecordId
  readonly scheme: Scheme
}

export function addScore(
  build: Builder,
  of: RecordId,
  [kind, likelihood, consequence]: readonly ['current' | 'residual', number, number],
  { method, assessment, scheme }: Assessed,
): RecordId {
  return build.add(riskScore, {
    risk: of,
    kind,
    likelihood,
    consequence,
    level: levelFor(likelihood, consequence),
    rationale: 'Besproken in de sessie met de eigenaren.',
    method,
    methodVersion: '1.0',
    assessment,
    scoredAt: scheme.after({ days: kind === 'current' ? 50 : 111 }),
  })
}
