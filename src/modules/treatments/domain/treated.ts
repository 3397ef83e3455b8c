import type { Isms } from '../../../kernel/isms.ts'
import type { Moment } from '../../../kernel/moment.ts'
import { once } from '../../../kernel/once.ts'
import { openRisks } from '../../risks/domain/levels.ts'
import { type Risk, risk } from '../../risks/registers/risk.ts'
import { type Treatment, treatment } from '../registers/treatment.ts'
import { type TreatmentPlan, treatmentPlan } from '../registers/treatment-plan.ts'

/** Treatments of a risk that were not rejected or cancelled. */
export function treatmentsOf(isms: Isms, one: Risk): readonly Treatment[] {
  return isms.pointing(treatment, 'risk', one.id).filter(isLive)
}

export function isLive(one: Treatment): boolean {
  return one.state !== 'rejected' && one.state !== 'cancelled'
}

/** Treated: decision treat, with an option other than retain (readiness 1.10, 14). */
export function isTreated(isms: Isms, one: Risk): boolean {
  if (one.decision !== 'treat') return false
  const treatments = treatmentsOf(isms, one)
  return treatments.length === 0 || treatments.some(({ option }) => option !== 'retain')
}

export const treatedRisks: (isms: Isms) => readonly Risk[] = once([risk, treatment], (isms) =>
  openRisks(isms).filter((one) => isTreated(isms, one)),
)

/** The plan version that owners are asked to approve: the one published last. */
export function currentPlan(isms: Isms, moment: Moment): TreatmentPlan | null {
  const published = isms
    .all(treatmentPlan)
    .filter((plan) => plan.state === 'published' && (plan.publishedAt === null || moment.reached(plan.publishedAt)))
    .sort((a, b) => (a.publishedAt ?? '').localeCompare(b.publishedAt ?? '', 'en'))
  return published.at(-1) ?? null
}
