import type { Isms } from '../../kernel/isms.ts'
import { defineModule, derivation, guard } from '../../kernel/module.ts'
import { contracts } from './contract.ts'
import { mayAcceptResidual, mayAcceptRisk, mayChangeMethod, snapshotOf } from './domain/decisions.ts'
import { standingScore } from './domain/method.ts'
import { type Risk, risk } from './registers/risk.ts'
import { riskAssessment } from './registers/risk-assessment.ts'
import { riskMethod } from './registers/risk-method.ts'
import { type RiskScore, riskScore } from './registers/risk-score.ts'

function scoreOf(isms: Isms, { id }: Risk, ...kinds: readonly RiskScore['kind'][]): RiskScore | null {
  return standingScore(isms.pointing(riskScore, 'risk', id), ...kinds)
}

/** Acts at which the results of an assessment are fixed: they are found in the ledger as they were, under this hash (8.2). */
const FREEZING = ['complete', 'freeze']

export const module = defineModule({
  name: 'risks',
  registers: [riskMethod, riskAssessment, risk, riskScore],
  contracts,
  guards: [
    guard(riskMethod, 'update', mayChangeMethod),
    guard(risk, 'accept', (record, { isms, person }) => {
      const score = scoreOf(isms, record, 'current', 'inherent')
      return mayAcceptRisk(record, { person, score, method: isms.find(riskMethod, score?.method ?? null) })
    }),
    guard(risk, 'acceptResidual', (record, { isms, person }) =>
      mayAcceptResidual(record, { person, score: scoreOf(isms, record, 'residual', 'target') }),
    ),
  ],
  derivations: [
    derivation(
      riskAssessment,
      (_, { id }, { act, isms, digest }) => {
        if (!FREEZING.includes(act)) return {}
        return { snapshotHash: digest(snapshotOf(isms?.pointing(riskScore, 'assessment', id) ?? [])) }
      },
      FREEZING,
    ),
  ],
})
