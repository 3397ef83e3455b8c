import { latest } from '../../../kernel/calendar.ts'
import type { Isms } from '../../../kernel/isms.ts'
import type { Moment } from '../../../kernel/moment.ts'
import type { CalendarDate, RecordId } from '../../../kernel/register.ts'
import { type Approval, approval } from '../../approvals/registers/approval.ts'
import { ownersOf } from '../../people/domain/presence.ts'
import { methodOf, scoreOf } from '../../risks/domain/levels.ts'
import type { Risk } from '../../risks/registers/risk.ts'
import { isByOwner, standing, statedApproval, subjectsOf } from '../../treatments/domain/consent.ts'
import { currentPlan, treatedRisks, treatmentsOf } from '../../treatments/domain/treated.ts'
import type { TreatmentPlan } from '../../treatments/registers/treatment-plan.ts'

/** The yes that the standard asks of the owner of a risk himself (ISO/IEC 27001:2022, 6.1.3 f). */
export type Consent =
  | { readonly kind: 'treatment_plan'; readonly plan: TreatmentPlan; readonly risks: readonly Risk[] }
  | { readonly kind: 'residual_risk'; readonly risk: Risk; readonly level: string | null }

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
      if (lacksPlan && !isPlanRefused(isms, one, owner, plan)) planned.set(owner, [...(planned.get(owner) ?? []), one])
      if (open !== null && !isResidualRefused(isms, one, owner, moment))
        residual.set(owner, [...(residual.get(owner) ?? []), open])
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

/** Whether a word is about this version of the plan. */
function isAbout(given: Approval, plan: TreatmentPlan): boolean {
  if (given.subjectVersion === null) return given.subject === plan.id
  return given.subjectVersion === plan.versionLabel
}

function isPlanApproved(isms: Isms, one: Risk, plan: TreatmentPlan, moment: Moment): boolean {
  const words = standing(isms, 'treatment_plan', [plan.id, ...subjectsOf(isms, one)], moment)
  return words.some((given) => isAbout(given, plan) && isByOwner(isms, given, one, moment))
}

/** When what remains of a risk last changed: scored or treated anew. */
function lastChange(isms: Isms, one: Risk, scoredAt: CalendarDate | null, moment: Moment): CalendarDate | null {
  const changes = treatmentsOf(isms, one).map(({ changedAt }) => changedAt)
  return latest(...[scoredAt, ...changes].filter((date) => moment.reached(date)))
}

/** What remains after treatment was scored, and the owner has not said yes since it was last scored or treated anew. */
function openResidual(isms: Isms, one: Risk, moment: Moment): Consent | null {
  const score = scoreOf(isms, one.id, 'residual', 'target')
  if (score === null) return null
  const given = standing(isms, 'residual_risk', subjectsOf(isms, one), moment)
    .filter((said) => isByOwner(isms, said, one, moment))
    .at(-1)
  const last = lastChange(isms, one, score.scoredAt, moment)
  const isOpen = given === undefined || (last !== null && given.at !== null && given.at < last)
  const level = methodOf(isms, moment)?.levels.find(({ key }) => key === score.level)?.name ?? score.level
  return isOpen ? { kind: 'residual_risk', risk: one, level } : null
}

/** Whoever said no is not asked again before something changed: now others have to do more. */
function saidNo(isms: Isms, kind: Consent['kind'], subjects: readonly RecordId[], owner: RecordId): Approval | null {
  const newest = subjects
    .flatMap((subject) => isms.pointing(approval, 'subject', subject))
    .filter((given) => given.kind === kind && given.state === 'given' && given.by === owner)
    .toSorted((a, b) => a.sequence - b.sequence)
    .at(-1)
  return newest?.decision === 'rejected' ? newest : null
}

function isPlanRefused(isms: Isms, one: Risk, owner: RecordId, plan: TreatmentPlan): boolean {
  const no = saidNo(isms, 'treatment_plan', [plan.id, ...subjectsOf(isms, one)], owner)
  return no !== null && isAbout(no, plan)
}

function isResidualRefused(isms: Isms, one: Risk, owner: RecordId, moment: Moment): boolean {
  const no = saidNo(isms, 'residual_risk', subjectsOf(isms, one), owner)
  if (no === null) return false
  const last = lastChange(isms, one, scoreOf(isms, one.id, 'residual', 'target')?.scoredAt ?? null, moment)
  return no.at === null || last === null || no.at >= last
}
