import { type Facts, type Rule, type RuleResult, rule } from '../../../kernel/rule.ts'
import {
  breach,
  failing,
  forAll,
  isFilled,
  lookedFor,
  noPopulation,
  okay,
  ratio,
  together,
} from '../../../kernel/verdict.ts'
import { type Action, action } from '../../actions/register.ts'
import { openRisks } from '../../risks/domain/levels.ts'
import { risk } from '../../risks/registers/risk.ts'
import { actionsFor } from '../domain/steps.ts'
import { currentPlan, isTreated, treatedRisks } from '../domain/treated.ts'
import { treatment } from '../registers/treatment.ts'
import { treatmentPlan } from '../registers/treatment-plan.ts'

function isComplete(one: Action): boolean {
  return one.owner !== null && one.due !== null && isFilled(one.resources)
}

const treatmentPlanned = rule(
  'R-6.1.3-e-1',
  {
    basis: 'N',
    stage: 'S1',
    worst: 'MAJ',
    document: 'D-11',
    reads: [risk, treatment, treatmentPlan, action],
    remedy: { owner: 'object_owner', register: 'action', act: 'create' },
  },
  (facts) => {
    const planned = forAll(facts, { of: () => treatedRisks(facts.isms), grade: ratio(0.25) }, [
      { variant: 'no_action', fails: (one) => actionsFor(facts.isms, one).length === 0, fields: ['decision'] },
      { variant: 'incomplete', fails: (one) => !actionsFor(facts.isms, one).some(isComplete), fields: ['decision'] },
    ])
    return together(
      facts.aside(() => planPublished(facts)),
      planned,
    )
  },
)

/** No plan is a major only where a risk is to be treated, or where no risk exists at all (1.10, 14). */
function planPublished(facts: Facts): RuleResult {
  const { isms, moment } = facts
  const current = currentPlan(isms, moment)
  if (current !== null) return okay([current])
  const risks = openRisks(isms)
  if (risks.length > 0 && !risks.some((one) => isTreated(isms, one))) return noPopulation
  const drafts = isms.all(treatmentPlan).filter((plan) => plan.state === 'draft')
  return breach({
    variant: drafts.length === 0 ? 'none' : 'draft',
    severity: drafts.length === 0 ? 'MAJ' : 'MIN',
    failing: drafts.slice(-1).map((plan) => failing(plan, ['state'])),
    lookedAt: drafts,
    lookedFor: [lookedFor('published', { register: { keys: ['treatment_plan'] } })],
  })
}

export const rules: readonly Rule[] = [treatmentPlanned]
