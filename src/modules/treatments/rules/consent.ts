import { latest } from '../../../kernel/calendar.ts'
import { type Moment, onceAt } from '../../../kernel/moment.ts'
import { type Facts, type Rule, rule } from '../../../kernel/rule.ts'
import { forAll, type Grade, gated, lookedFor } from '../../../kernel/verdict.ts'
import { type Approval, approval } from '../../approvals/registers/approval.ts'
import { ownersOf } from '../../people/domain/presence.ts'
import { person } from '../../people/registers/person.ts'
import { role } from '../../people/registers/role.ts'
import { roleAssignment } from '../../people/registers/role-assignment.ts'
import { isRiskAbove, methodOf, scoreOf } from '../../risks/domain/levels.ts'
import { type Risk, risk } from '../../risks/registers/risk.ts'
import { riskMethod } from '../../risks/registers/risk-method.ts'
import { riskScore } from '../../risks/registers/risk-score.ts'
import { isAuthorised, isByOwner, standing, standingOn, unlessStated } from '../domain/consent.ts'
import { currentPlan, treatedRisks, treatmentsOf } from '../domain/treated.ts'
import { treatment } from '../registers/treatment.ts'
import { type TreatmentPlan, treatmentPlan } from '../registers/treatment-plan.ts'

const OWNED = 'R-6.1.2-c-2'
const ACCEPTED = 'R-6.1.3-f-2'

/** Treated risks with an owner. Those that fail R-6.1.2-c-2 have no one to ask: one fault, one finding (1.7, 2). */
function ownedTreated(facts: Facts): readonly Risk[] {
  const ownerless = facts.fails(OWNED)
  return treatedRisks(facts.isms).filter(
    (one) => !ownerless.has(one.id) && ownersOf(facts.isms, one, facts.moment).length > 0,
  )
}

/** None in the register → MAJ; some missing → MIN. */
function unlessAny(facts: Facts, kind: Approval['kind']): Grade {
  const isGiven = (one: Approval): boolean => one.kind === kind && one.state === 'given' && one.decision === 'approved'
  return () => (facts.isms.all(approval).some(isGiven) ? 'MIN' : 'MAJ')
}

const planApproved = rule(
  'R-6.1.3-f-1',
  {
    basis: 'N',
    stage: 'S1',
    worst: 'MAJ',
    document: 'D-11',
    reads: [risk, treatment, treatmentPlan, approval, person, role, roleAssignment, riskScore],
    after: [OWNED],
    remedy: { owner: 'object_owner', register: 'approval', act: 'create' },
  },
  (facts) => {
    const planOn = planAt(facts)
    return forAll(facts, { of: () => ownedTreated(facts), grade: unlessAny(facts, 'treatment_plan') }, [
      {
        fails: (one, moment) => unlessStated(one, !isPlanApproved(facts, one, planOn(moment), moment)),
        fields: ['decision', 'owner'],
        lookedFor: lookedFor('approval', { kind: { keys: ['approval.kind.treatment_plan'] } }),
      },
    ])
  },
)

/** The plan to be approved, and who approved it as a whole. */
interface PlanThen {
  readonly plan: TreatmentPlan | null
  readonly given: readonly Approval[]
}

function planAt({ isms, moment: now }: Facts): (moment: Moment) => PlanThen {
  return onceAt(now, (moment) => {
    const plan = currentPlan(isms, moment)
    return { plan, given: plan === null ? [] : standing(isms, 'treatment_plan', [plan.id], moment) }
  })
}

function isPlanApproved({ isms }: Facts, one: Risk, { plan, given }: PlanThen, moment: Moment): boolean {
  if (plan === null) return false
  const isGiven = (each: Approval): boolean => isForVersion(each, plan) && isByOwner(isms, each, one, moment)
  return given.some(isGiven) || standingOn(isms, 'treatment_plan', one, moment).some(isGiven)
}

/** A plan version is a record of its own, so an approval of that record needs no label. */
function isForVersion(given: Approval, plan: TreatmentPlan): boolean {
  if (given.subject === plan.id && given.subjectVersion === null) return true
  return given.subjectVersion !== null && given.subjectVersion === plan.versionLabel
}

const residualAccepted = rule(
  ACCEPTED,
  {
    basis: 'N',
    stage: 'S1',
    worst: 'MAJ',
    document: 'D-11',
    reads: [risk, treatment, riskScore, approval, person, role, roleAssignment],
    after: [OWNED],
    remedy: { owner: 'object_owner', register: 'approval', act: 'create' },
  },
  (facts) =>
    forAll(facts, { of: () => ownedTreated(facts), grade: unlessAny(facts, 'residual_risk') }, [
      {
        variant: 'unscored',
        fails: (one) => scoreOf(facts.isms, one.id, 'residual', 'target') === null,
        fields: ['decision'],
      },
      {
        variant: 'unaccepted',
        fails: (one, moment) => unlessStated(one, acceptances(facts, one, moment).length === 0),
        fields: ['decision', 'owner'],
        lookedFor: lookedFor('approval', { kind: { keys: ['approval.kind.residual_risk'] } }),
      },
    ]),
)

/** What the owner said yes to about what remains, the last one last. */
function acceptances(facts: Facts, one: Risk, moment: Moment): readonly Approval[] {
  return standingOn(facts.isms, 'residual_risk', one, moment).filter((given) =>
    isByOwner(facts.isms, given, one, moment),
  )
}

function acceptedRisks(facts: Facts): readonly Risk[] {
  const unaccepted = facts.fails(ACCEPTED)
  return ownedTreated(facts).filter((one) => !unaccepted.has(one.id))
}

const acceptanceStands = rule(
  'R-6.1.3-f-3',
  {
    basis: 'N',
    stage: 'S2',
    worst: 'MIN',
    document: 'D-11',
    reads: [risk, treatment, riskScore, approval, person, role, roleAssignment],
    after: [OWNED, ACCEPTED],
    remedy: { owner: 'object_owner', register: 'approval', act: 'create' },
  },
  (facts) =>
    forAll(facts, { of: () => acceptedRisks(facts) }, [{ fails: (one, moment) => isOvertaken(facts, one, moment) }]),
)

/** Scored or treated anew after the last acceptance, given here or confirmed from a file. */
function isOvertaken(facts: Facts, one: Risk, moment: Moment): boolean {
  const given = acceptances(facts, one, moment).at(-1)?.at ?? one.statedApproval.on
  const changes = treatmentsOf(facts.isms, one).map(({ changedAt }) => changedAt)
  const changed = [scoreOf(facts.isms, one.id, 'residual', 'target')?.scoredAt ?? null, ...changes]
  const last = latest(...changed.filter((date) => moment.reached(date)))
  return last !== null && (given === null || given < last)
}

const acceptedAtRightLevel = rule(
  'R-6.1.3-f-4',
  {
    basis: 'O',
    stage: 'S2',
    worst: 'MIN',
    document: 'D-11',
    reads: [risk, treatment, riskScore, riskMethod, approval, person, role, roleAssignment],
    after: [OWNED, ACCEPTED],
    remedy: { owner: 'top_management', register: 'approval', act: 'create' },
  },
  (facts) => {
    const { isms } = facts
    const method = methodOf(isms, facts.moment)
    if (method === null) return gated
    const isAbove = (one: Risk): boolean => isRiskAbove(method, one, scoreOf(isms, one.id, 'residual', 'target'))
    const above = () => acceptedRisks(facts).filter((one) => !facts.isExcepted(one.id) && isAbove(one))
    return forAll(facts, { of: above }, [
      {
        fails: (one, moment) => {
          const level = scoreOf(isms, one.id, 'residual', 'target')?.level ?? null
          const given = standingOn(isms, 'residual_risk', one, moment)
          return given.length > 0 && !given.some((word) => isAuthorised(facts, word, { risk: one, level }, moment))
        },
        lookedFor: lookedFor('authorised_approval'),
      },
    ])
  },
)

export const rules: readonly Rule[] = [planApproved, residualAccepted, acceptanceStands, acceptedAtRightLevel]
