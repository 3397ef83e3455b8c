import { latest } from '../../../kernel/calendar.ts'
import type { Isms } from '../../../kernel/isms.ts'
import type { Moment } from '../../../kernel/moment.ts'
import type { CalendarDate, RecordId } from '../../../kernel/register.ts'
import { isFilled } from '../../../kernel/verdict.ts'
import { type Approval, approval } from '../../approvals/registers/approval.ts'
import { ownersOf } from '../../people/domain/presence.ts'
import { isRiskAbove, methodOf, openRisks, presentScore, scoreOf } from '../../risks/domain/levels.ts'
import type { Risk } from '../../risks/registers/risk.ts'
import { type Decider, decidersOn } from '../../treatments/domain/authority.ts'
import { isAuthorised, isByOwner, standing, statedApproval, subjectsOf } from '../../treatments/domain/consent.ts'
import { currentPlan, treatedRisks, treatmentsOf } from '../../treatments/domain/treated.ts'
import type { Treatment } from '../../treatments/registers/treatment.ts'
import type { TreatmentPlan } from '../../treatments/registers/treatment-plan.ts'

/** As what somebody is asked. */
type By = Pick<Decider, 'capacity' | 'role'>

/**
 * The yes that the standard asks of the owner of a risk himself (ISO/IEC 27001:2022, 6.1.3 f), or of whoever may accept what
 * lies above the line.
 */
export type Consent =
  | (By & { readonly kind: 'treatment_plan'; readonly plan: TreatmentPlan; readonly risks: readonly Risk[] })
  | (By & { readonly kind: 'residual_risk'; readonly risk: Risk; readonly level: string | null })
  | (By & {
      readonly kind: 'retain_exception'
      readonly risk: Risk
      readonly level: string | null
      readonly treatment: Treatment
    })

const AS_OWNER: By = { capacity: 'risk_owner', role: null }

/** What waits for somebody's yes, by person: the plan once for all his risks, then what remains or is kept, for each risk. */
export function consentsByPerson(isms: Isms, moment: Moment): ReadonlyMap<RecordId, readonly Consent[]> {
  const plan = currentPlan(isms, moment)
  const planned = new Map<RecordId, Risk[]>()
  const others = new Map<RecordId, Consent[]>()
  const ask = (who: RecordId, consent: Consent): void => void others.set(who, [...(others.get(who) ?? []), consent])
  for (const one of treatedRisks(isms)) {
    if (statedApproval(one) !== 'none') continue
    for (const owner of ownersOf(isms, one, moment)) {
      if (planWord(isms, one, { owner, plan }, moment) === 'open')
        planned.set(owner, [...(planned.get(owner) ?? []), one])
      if (residualWord(isms, one, owner, moment) === 'open') ask(owner, residualOf(isms, one, AS_OWNER, moment))
    }
    for (const { person, ...by } of higherFor(isms, one, moment)) ask(person, residualOf(isms, one, by, moment))
  }
  for (const kept of keptAbove(isms, moment)) {
    for (const { person, ...by } of kept.deciders) {
      if (!kept.refused.includes(person)) ask(person, { kind: 'retain_exception', ...kept, ...by })
    }
  }
  return new Map(
    [...new Set([...planned.keys(), ...others.keys()])].map((person) => {
      const risks = planned.get(person) ?? []
      const first: readonly Consent[] =
        plan === null || risks.length === 0 ? [] : [{ kind: 'treatment_plan', plan, risks, ...AS_OWNER }]
      return [person, [...first, ...(others.get(person) ?? [])]]
    }),
  )
}

/** How it stands with a word: given, refused, asked for; or it cannot be asked for yet. */
export type Word = 'given' | 'refused' | 'open' | 'unready'

/** What the owner of a risk said of the plan that is published. */
export function planWord(
  isms: Isms,
  one: Risk,
  { owner, plan }: { readonly owner: RecordId; readonly plan: TreatmentPlan | null },
  moment: Moment,
): Word {
  if (plan === null) return 'unready'
  const words = standing(isms, 'treatment_plan', [plan.id, ...subjectsOf(isms, one)], moment)
  if (words.some((given) => isAbout(given, plan) && isByOwner(isms, given, one, moment))) return 'given'
  const no = saidNo(isms, 'treatment_plan', [plan.id, ...subjectsOf(isms, one)], owner)
  return no !== null && isAbout(no, plan) ? 'refused' : 'open'
}

/** Whether a word is about this version of the plan. */
function isAbout(given: Approval, plan: TreatmentPlan): boolean {
  if (given.subjectVersion === null) return given.subject === plan.id
  return given.subjectVersion === plan.versionLabel
}

/** What the owner said of what remains, since it was last scored or treated anew. */
export function residualWord(isms: Isms, one: Risk, owner: RecordId, moment: Moment): Word {
  if (scoreOf(isms, one.id, 'residual', 'target') === null) return 'unready'
  const given = standing(isms, 'residual_risk', subjectsOf(isms, one), moment)
    .filter((said) => isByOwner(isms, said, one, moment))
    .at(-1)
  const last = lastChange(isms, one, moment)
  if (given !== undefined && (last === null || given.at === null || given.at >= last)) return 'given'
  return isResidualRefused(isms, one, owner, moment) ? 'refused' : 'open'
}

/** When what remains of a risk last changed: scored or treated anew. */
function lastChange(isms: Isms, one: Risk, moment: Moment): CalendarDate | null {
  const scoredAt = scoreOf(isms, one.id, 'residual', 'target')?.scoredAt ?? null
  const changes = treatmentsOf(isms, one).map(({ changedAt }) => changedAt)
  return latest(...[scoredAt, ...changes].filter((date) => moment.reached(date)))
}

function residualOf(isms: Isms, one: Risk, by: By, moment: Moment): Consent {
  const key = scoreOf(isms, one.id, 'residual', 'target')?.level ?? null
  return { kind: 'residual_risk', risk: one, level: levelName(isms, key, moment), ...by }
}

function levelName(isms: Isms, key: string | null, moment: Moment): string | null {
  return methodOf(isms, moment)?.levels.find((level) => level.key === key)?.name ?? key
}

/** Who is asked beside the owner: what remains lies above the line, and the owner may not accept that alone (R-6.1.3-f-4). */
export function higherFor(isms: Isms, one: Risk, moment: Moment): readonly Decider[] {
  const score = scoreOf(isms, one.id, 'residual', 'target')
  if (score === null || !isRiskAbove(methodOf(isms, moment), one, score)) return []
  const deciders = decidersOn(isms, one, score.level, moment)
  const owners = ownersOf(isms, one, moment)
  if (deciders.some(({ person }) => owners.includes(person))) return []
  const about = { risk: one, level: score.level }
  const given = standing(isms, 'residual_risk', subjectsOf(isms, one), moment)
  if (given.some((word) => isAuthorised({ isms }, word, about, moment))) return []
  return deciders.filter(({ person }) => !isResidualRefused(isms, one, person, moment))
}

/** A risk above the line that is to be kept as it is, with its reason, and who may say yes to that. */
export interface Kept {
  readonly risk: Risk
  readonly treatment: Treatment
  readonly level: string | null
  readonly deciders: readonly Decider[]
  /** Who said no to it. */
  readonly refused: readonly RecordId[]
}

/** Risks above the line that somebody decided to keep, and that nobody with the authority accepted (R-6.1.3-a-2). */
export function keptAbove(isms: Isms, moment: Moment): readonly Kept[] {
  const method = methodOf(isms, moment)
  return openRisks(isms).flatMap((one) => {
    const kept = treatmentsOf(isms, one).filter(
      ({ option, state, justification }) => option === 'retain' && state !== 'proposed' && isFilled(justification),
    )
    if (kept.length === 0 || !isRiskAbove(method, one, presentScore(isms, one.id))) return []
    return kept.flatMap((each) =>
      acceptanceOf(isms, one, each, moment) === null ? [keptOf(isms, one, each, moment)] : [],
    )
  })
}

/** The yes of somebody who may give it to keeping this risk as it is. */
export function acceptanceOf(isms: Isms, one: Risk, kept: Treatment, moment: Moment): Approval | null {
  const level = presentScore(isms, one.id)?.level ?? null
  const given = standing(isms, 'retain_exception', [kept.id, one.id], moment)
  return given.findLast((word) => isAuthorised({ isms }, word, { risk: one, level }, moment)) ?? null
}

function keptOf(isms: Isms, one: Risk, kept: Treatment, moment: Moment): Kept {
  const key = presentScore(isms, one.id)?.level ?? null
  const deciders = decidersOn(isms, one, key, moment)
  const refused = deciders
    .map(({ person }) => saidNo(isms, 'retain_exception', [kept.id, one.id], person))
    .filter((no) => no !== null && (no.at === null || kept.changedAt === null || no.at >= kept.changedAt))
  return {
    risk: one,
    treatment: kept,
    level: levelName(isms, key, moment),
    deciders,
    refused: refused.flatMap((no) => no?.by ?? []),
  }
}

/** Whoever said no is not asked again before something changed: now others have to do more. */
function saidNo(isms: Isms, kind: Consent['kind'], subjects: readonly RecordId[], by: RecordId): Approval | null {
  const newest = subjects
    .flatMap((subject) => isms.pointing(approval, 'subject', subject))
    .filter((given) => given.kind === kind && given.state === 'given' && given.by === by)
    .toSorted((a, b) => a.sequence - b.sequence)
    .at(-1)
  return newest?.decision === 'rejected' ? newest : null
}

function isResidualRefused(isms: Isms, one: Risk, by: RecordId, moment: Moment): boolean {
  const no = saidNo(isms, 'residual_risk', subjectsOf(isms, one), by)
  if (no === null) return false
  const last = lastChange(isms, one, moment)
  return no.at === null || last === null || no.at >= last
}
