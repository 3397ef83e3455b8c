import { defineModule, derivation, type GuardDecision, type GuardFacts, guard } from '../../kernel/module.ts'
import { mayDecide } from '../risks/domain/decisions.ts'
import { risk } from '../risks/registers/risk.ts'
import { treatmentDates } from './domain.ts'
import { annexAComparison } from './registers/annex-a-comparison.ts'
import { type Treatment, treatment } from './registers/treatment.ts'
import { treatmentPlan } from './registers/treatment-plan.ts'

function byRiskOwner(record: Treatment, { isms, person }: GuardFacts): GuardDecision {
  return mayDecide(isms.find(risk, record.risk) ?? { owner: null }, person)
}

export const module = defineModule({
  name: 'treatments',
  registers: [treatment, treatmentPlan, annexAComparison],
  guards: [
    guard(treatment, 'approve', byRiskOwner),
    guard(treatment, 'accept', byRiskOwner),
    guard(treatment, 'reject', byRiskOwner),
  ],
  derivations: [derivation(treatment, (before, after, { on }) => treatmentDates(before, after, on))],
})
