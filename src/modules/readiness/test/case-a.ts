import { approval } from '../../approvals/registers/approval.ts'
import { document } from '../../documents/registers/document.ts'
import { objective } from '../../objectives/registers/objective.ts'
import { risk } from '../../risks/registers/risk.ts'
import { riskScore } from '../../risks/registers/risk-score.ts'
import { type Conforming, conforming } from '../../samples/domain/conforming/conforming.ts'
import { scope } from '../../scopes/register.ts'
import { statement } from '../../statements/registers/statement.ts'
import { statementLine } from '../../statements/registers/statement-line.ts'

/** Case A of the specification (spec/cases.md 7.1), as far as its rules exist: the deviations A1 to A10 and the facts for stage 2. */
export function caseA(name?: (count: number) => string): Conforming {
  const org = conforming({ name })
  const { build } = org
  // A1 to A3: no decision on climate, the mail service is no interface, nobody decided who may see the policy.
  build.remove(org.determination)
  const interfaces = [
    { what: 'Productieplatform', with: 'Wolkenhuis', party: org.host, border: 'Besturingssysteem', control: null },
  ]
  build.set(scope, org.scope, { interfaces })
  build.set(document, org.policy, { externalAvailability: null, externalDecidedBy: null })
  // A4: three scores of 2.5 on a whole-number scale; their levels typed by hand, the decision right.
  for (const score of org.scores.slice(8, 11)) build.set(riskScore, score, { likelihood: 2.5, consequence: 2 })
  // A5: two of 18 risks without an owner.
  for (const ownerless of org.risks.slice(5, 7)) build.set(risk, ownerless, { owner: null })
  // A6: the statement is a draft.
  build.set(statement, org.statement, {
    versionLabel: '0.9',
    approvedBy: null,
    approvedAt: null,
    inForceAt: null,
    frozenAt: null,
    state: 'draft',
  })
  // A7: A.5.23 left out although a system is in the cloud.
  build.set(statementLine, org.lines.get('5.23') ?? '', {
    included: false,
    inclusionReasons: [],
    implementationStatus: null,
    exclusionJustification: 'Wij hebben geen eigen servers.',
  })
  // A8 and A9: no owner approved the plan or accepted what remains.
  for (const approved of [...org.planApprovals, ...org.acceptances]) build.remove(approved)
  // A10: one objective without a metric.
  build.set(objective, org.objectives[2] ?? '', { metric: null, unit: null, target: null })
  return org
}

/** What the preview of stage 2 needs besides: 4 of 12 read the policy, 30 of the implemented lines have no proof. */
export function caseAForStage2(): Conforming {
  const org = caseA()
  for (const receipt of org.receipts.slice(4)) org.build.remove(receipt)
  for (const proof of [...org.evidence.values()].slice(0, 30)) org.build.remove(proof)
  return org
}

/** What is put in order on 9 March: two owners named, plan and residual risks approved, the statement in force. */
export function repairCaseA(org: Conforming): void {
  const { build } = org
  const [owner] = org.owners
  for (const ownerless of org.risks.slice(5, 7)) build.set(risk, ownerless, { owner })
  for (const by of org.owners) {
    build.add(approval, {
      kind: 'treatment_plan',
      subject: org.plan,
      subjectVersion: '3',
      decision: 'approved',
      by,
      capacity: 'risk_owner',
      at: '2026-03-09',
    })
  }
  for (const of of org.risks.slice(0, 7)) {
    const by = build.all(risk).find((one) => one.id === of)?.['owner']
    if (typeof by !== 'string') throw new Error('cannot accept for nobody')
    build.add(approval, {
      kind: 'residual_risk',
      subject: of,
      decision: 'approved',
      by,
      capacity: 'risk_owner',
      at: '2026-03-09',
    })
  }
  build.set(statement, org.statement, {
    versionLabel: '1.0',
    approvedBy: org.director,
    approvedAt: '2026-03-09',
    inForceAt: '2026-03-09',
    frozenAt: 1,
    state: 'in_force',
  })
}
