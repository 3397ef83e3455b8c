import { latest } from '../../../kernel/calendar.ts'
import type { Isms } from '../../../kernel/isms.ts'
import type { Moment } from '../../../kernel/moment.ts'
import type { RecordId } from '../../../kernel/register.ts'
import { approval } from '../../approvals/registers/approval.ts'
import { ownersOf } from '../../people/domain/presence.ts'
import { scoreOf } from '../../risks/domain/levels.ts'
import type { Risk } from '../../risks/registers/risk.ts'
import { isByOwner, standing, statedApproval, subjectsOf } from '../../treatments/domain/consent.ts'
import { currentPlan, treatedRisks, treatmentsOf } from '../../treatments/domain/treated.ts'
import { type TreatmentPlan, treatmentPlan } from '../../treatments/registers/treatment-plan.ts'

/** The yes that the standard asks of the owner of a risk himself (ISO/IEC 27001:2022, 6.1.3 f). */
export type Consent =
  | { readonly kind: 'treatment_plan'; readonly plan: TreatmentPlan; readonly risks: readonly Risk[] }
  | { readonly kind: 'residual_risk'; readonly risk: Risk; readonly level: string | null }

/** The registers that these consents are read from. */
export const CONSENT_REGISTERS = [approval, treatmentPlan] as const

/** What waits for the yes of a risk owner, by person: the plan once for all his risks, what remains for each risk. */
export function consentsByPerson(isms: Isms, moment: Moment): ReadonlyMap<RecordId, readonly Consent[]> {
  const plan = currentPlan(isms, moment)
  const planned = new Map<RecordId, Risk[]>()
  const residual = new Map<RecordId, Consent[]>()
  for (const one of treatedRisks(isms)) {
    if (statedApproval(one) !== 'none') continue
    const lacksPlan = plan !== null && !isPlanApproved(isms, one, plan, moment)
    const open = openResidual(isms, one, moment)
    for (const owner of ownersOf(isms, one, moment)) {
      if (lacksPlan) planned.set(owner, [...(planned.get(owner) ?? []), one])
      if (open !== null) residual.set(owner, [...(residual.get(owner) ?? []), open])
    }
  }
  const owners = new Set([...planned.keys(), ...residual.keys()])
  return new Map(
    [...owners].map((owner) => {
      const risks = planned.get(owner) ?? []
      const first: readonly Consent[] =
        plan === null || risks.length === 0 ? [] : [{ kind: 'treatment_plan', plan, risks }]
      return [owner, [...first, ...(residual.get(owner) ?? [])]]
    }),
  )
}

function isPlanApproved(isms: Isms, one: Risk, plan: TreatmentPlan, moment: Moment): boolean {
  return standing(isms, 'treatment_plan', [plan.id, ...subjectsOf(isms, one)], moment).some((given) => {
    const isThis = given.subject === plan.id && given.subjectVersion === null
    const isLabel = given.subjectVersion !== null && given.subjectVersion === plan.versionLabel
    return (isThis || isLabel) && isByOwner(isms, given, one, moment)
  })
}

/** What remains after treatment was scored, and the owner has not said yes since it was last scored or treated anew. */
function openResidual(isms: Isms, one: Risk, moment: Moment): Consent | null {
  const score = scoreOf(isms, one.id, 'residual', 'target')
  if (score === null) return null
  const given = standing(isms, 'residual_risk', subjectsOf(isms, one), moment)
    .filter((said) => isByOwner(isms, said, one, moment))
    .at(-1)
  const changes = treatmentsOf(isms, one).map(({ changedAt }) => changedAt)
  const last = latest(...[score.scoredAt, ...changes].filter((date) => moment.reached(date)))
  const isOpen = given === undefined || (last !== null && given.at !== null && given.at < last)
  return isOpen ? { kind: 'residual_risk', risk: one, level: score.level } : null
}
