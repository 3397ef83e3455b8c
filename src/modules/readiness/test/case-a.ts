import { DEFAULTS } from '../../../kernel/parameters.ts'
import { approval } from '../../approvals/registers/approval.ts'
import { audit } from '../../audits/registers/audit.ts'
import { document } from '../../documents/registers/document.ts'
import { documentVersion } from '../../documents/registers/document-version.ts'
import { measurement } from '../../objectives/registers/measurement.ts'
import { metric } from '../../objectives/registers/metric.ts'
import { objective } from '../../objectives/registers/objective.ts'
import { organisation } from '../../organisation/registers/organisation.ts'
import { managementReview } from '../../reviews/registers/management-review.ts'
import { risk } from '../../risks/registers/risk.ts'
import { riskScore } from '../../risks/registers/risk-score.ts'
import { type Conforming, conforming } from '../../samples/domain/conforming/conforming.ts'
import { scope } from '../../scopes/register.ts'
import { statement } from '../../statements/registers/statement.ts'
import { statementLine } from '../../statements/registers/statement-line.ts'

/** Case A of the specification (spec/cases.md 7.1): the deviations A1 to A14. */
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
  deviateInChecking(org)
  return org
}

/** A11 to A14: two documents still hold a placeholder, no control is on the programme, audit and review are to come. */
function deviateInChecking(org: Conforming): void {
  const { build } = org
  const unfinished = build
    .all(documentVersion)
    .filter(({ text }) => text !== null)
    .slice(-2)
  for (const { id } of unfinished) build.set(documentVersion, id, { text: '<p>Dit geldt voor [Company Name].</p>' })
  build.set(organisation, org.organisation, { parameters: { ...DEFAULTS, auditAndReviewBefore: 'stage2' } })
  const gone = [...org.controlLines.values(), ...org.audits, ...org.auditSamples, ...org.auditFindings, ...org.reviews]
  for (const id of [...gone, ...org.reviewActions]) build.remove(id)
  build.set(audit, org.nextAudit, { plannedAt: '2026-04-13' })
  build.set(managementReview, org.nextReview, { plannedAt: '2026-04-28' })
}

/**
 * What the preview of stage 2 needs besides: 4 of 12 read the policy and nobody was made aware, 30 of the 70 implemented
 * lines have no proof, nothing was restored; access and metrics have their first turn on 1 April.
 */
export function caseAForStage2(): Conforming {
  const org = caseA()
  const { build } = org
  const proofs = [...org.evidence].filter(([number]) => number !== '5.23').slice(0, 30)
  const gone = [...org.receipts.slice(4), ...org.awareness, ...proofs.map(([, proof]) => proof), ...org.restoreTests]
  for (const id of [...gone, ...org.accessReviews, ...build.all(measurement).map(({ id: reading }) => reading)]) {
    build.remove(id)
  }
  for (const id of org.metrics) build.set(metric, id, { frequencyMonths: 6 })
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
