import type { Moment } from '../../../kernel/moment.ts'
import { once } from '../../../kernel/once.ts'
import { type Facts, type Rule, rule } from '../../../kernel/rule.ts'
import { always, breach, failing, forAll, isFilled, lookedFor, okay, ratio } from '../../../kernel/verdict.ts'
import { approval } from '../../approvals/registers/approval.ts'
import { control } from '../../controls/register.ts'
import { inForceAt, versionsOf } from '../../documents/domain/in-force.ts'
import { document } from '../../documents/registers/document.ts'
import { documentVersion } from '../../documents/registers/document-version.ts'
import { person } from '../../people/registers/person.ts'
import { role } from '../../people/registers/role.ts'
import { roleAssignment } from '../../people/registers/role-assignment.ts'
import { isRiskAbove, methodOf, openRisks, presentScore } from '../../risks/domain/levels.ts'
import { isHighest } from '../../risks/domain/method.ts'
import { type Risk, risk } from '../../risks/registers/risk.ts'
import { riskMethod } from '../../risks/registers/risk-method.ts'
import { riskScore } from '../../risks/registers/risk-score.ts'
import { isAuthorised, standing } from '../domain/consent.ts'
import { treatmentsOf } from '../domain/treated.ts'
import { type Treatment, treatment } from '../registers/treatment.ts'

const processDocumented = rule(
  'R-6.1.3-1',
  {
    basis: 'N',
    stage: 'S1',
    worst: 'MAJ',
    document: 'D-04',
    reads: [document, documentVersion],
    remedy: { owner: 'top_management', register: 'document_version', act: 'approve' },
  },
  ({ isms, moment }) => {
    const inForce = inForceAt(isms, 'risk_treatment_process', moment).map(({ version }) => version)
    if (inForce.length > 0) return okay(inForce)
    const drafts = versionsOf(isms, 'risk_treatment_process').map(({ version }) => version)
    return breach({
      variant: drafts.length === 0 ? 'none' : 'draft',
      severity: drafts.length === 0 ? 'MAJ' : 'MIN',
      failing: drafts.slice(-1).map((version) => failing(version, ['state'])),
      lookedAt: drafts,
      lookedFor: [lookedFor('in_force', { type: { keys: ['document.type.risk_treatment_process'] } })],
    })
  },
)

const optionChosen = rule(
  'R-6.1.3-a-1',
  {
    basis: 'N',
    stage: 'S1',
    worst: 'MAJ',
    document: 'D-11',
    reads: [risk, treatment],
    remedy: { owner: 'object_owner', register: 'treatment', act: 'update' },
  },
  (facts) => {
    const risks = () => openRisks(facts.isms).filter((one) => one.decision === 'treat')
    return forAll(facts, { of: risks, grade: ratio(0.25) }, [
      { variant: 'untreated', fails: (one) => treatmentsOf(facts.isms, one).length === 0, fields: ['decision'] },
      {
        variant: 'undecided',
        fails: (one) => treatmentsOf(facts.isms, one).every(({ option }) => option === null),
        fields: ['decision'],
      },
    ])
  },
)

/** A treatment with the risk that it belongs to. */
interface Pair {
  readonly id: string
  readonly risk: Risk
  readonly treatment: Treatment
}

const allPairs = once([risk, treatment], (isms) =>
  openRisks(isms).flatMap((one) =>
    treatmentsOf(isms, one).map((found): Pair => ({ id: found.id, risk: one, treatment: found })),
  ),
)

function pairs({ isms }: Facts, options: readonly Treatment['option'][]): readonly Pair[] {
  return allPairs(isms).filter((pair) => options.includes(pair.treatment.option))
}

const retainingArgued = rule(
  'R-6.1.3-a-2',
  {
    basis: 'N/O',
    stage: 'S1',
    worst: 'MAJ',
    document: 'D-11',
    reads: [risk, treatment, riskScore, riskMethod, approval, person, role, roleAssignment],
    remedy: { owner: 'object_owner', register: 'approval', act: 'create' },
  },
  (facts) => {
    const { isms } = facts
    const method = methodOf(isms, facts.moment)
    const above = pairs(facts, ['retain']).filter((pair) =>
      isRiskAbove(method, pair.risk, presentScore(isms, pair.risk.id)),
    )
    const highest = above.filter((pair) => method !== null && isHighest(method, levelOf(facts, pair)))
    return forAll(facts, above, [
      {
        variant: 'highest',
        grade: always('MAJ'),
        fails: (pair, moment) => highest.includes(pair) && isUnauthorised(facts, pair, moment),
        object: riskOf,
        fields: ['justification', 'option'],
      },
      {
        variant: 'above',
        grade: always('MIN'),
        fails: (pair, moment) => isUnauthorised(facts, pair, moment),
        object: riskOf,
        fields: ['justification', 'option'],
      },
    ])
  },
)

function riskOf(pair: Pair): string {
  return pair.risk.id
}

function levelOf({ isms }: Facts, pair: Pair): string | null {
  return presentScore(isms, pair.risk.id)?.level ?? null
}

function isUnauthorised(facts: Facts, pair: Pair, moment: Moment): boolean {
  if (!isFilled(pair.treatment.justification)) return true
  const given = standing(facts.isms, 'retain_exception', [pair.treatment.id, pair.risk.id], moment)
  return !given.some((one) => isAuthorised(facts, one, { risk: pair.risk, level: levelOf(facts, pair) }, moment))
}

const controlsDetermined = rule(
  'R-6.1.3-b-1',
  {
    basis: 'N',
    stage: 'S1',
    worst: 'MAJ',
    document: 'D-11',
    reads: [risk, treatment, control],
    remedy: { owner: 'object_owner', register: 'treatment', act: 'update' },
  },
  (facts) =>
    forAll(facts, { of: pairs(facts, ['modify', 'share']), grade: ratio(0.25) }, [
      { fails: (pair) => pair.treatment.controls.length === 0, object: riskOf, fields: ['controls', 'option'] },
    ]),
)

export const rules: readonly Rule[] = [processDocumented, optionChosen, retainingArgued, controlsDetermined]
