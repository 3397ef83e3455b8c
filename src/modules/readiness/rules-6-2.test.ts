import { describe, expect, test } from 'vitest'
import { rules } from '../../rules.gen.ts'
import { action } from '../actions/register.ts'
import { approval } from '../approvals/registers/approval.ts'
import { asset } from '../assets/registers/asset.ts'
import { ismsChange } from '../changes/registers/isms-change.ts'
import { control } from '../controls/register.ts'
import { document } from '../documents/registers/document.ts'
import { documentVersion } from '../documents/registers/document-version.ts'
import { evidence } from '../evidence/register.ts'
import { measurement } from '../objectives/registers/measurement.ts'
import { objective } from '../objectives/registers/objective.ts'
import { risk } from '../risks/registers/risk.ts'
import { riskScore } from '../risks/registers/risk-score.ts'
import type { Conforming } from '../samples/domain/conforming/conforming.ts'
import { statement } from '../statements/registers/statement.ts'
import { statementLine } from '../statements/registers/statement-line.ts'
import { annexAComparison } from '../treatments/registers/annex-a-comparison.ts'
import { treatment } from '../treatments/registers/treatment.ts'
import { treatmentPlan } from '../treatments/registers/treatment-plan.ts'
import { check, type Turn } from './test/turn.ts'

/** Lines that are in, in order. */
function included(org: Conforming): readonly string[] {
  return org.build.all(statementLine).flatMap((line) => (line['included'] === true ? [line.id] : []))
}

function leaveOut(org: Conforming, number: string): void {
  org.build.set(statementLine, org.lines.get(number) ?? '', {
    included: false,
    inclusionReasons: [],
    implementationStatus: null,
    exclusionJustification: 'Wij hebben dit naar eigen zeggen niet nodig.',
  })
}

/** One line was changed on the day, all others and the controls of treatments long before. */
function onlyChanged(org: Conforming, day: string): void {
  for (const line of org.lines.values()) org.build.set(statementLine, line, { changedAt: '2026-01-02' })
  org.build.set(statementLine, org.lines.get('5.1') ?? '', { changedAt: day })
}

const TURNS: readonly Turn[] = [
  {
    rule: 'R-6.1.3-1',
    what: 'no process for treatment',
    deviate: ({ build, processDocument }) => build.set(document, processDocument, { alsoServesAs: [] }),
    expected: ['MAJ', 'none'],
  },
  {
    rule: 'R-6.1.3-1',
    what: 'a draft',
    deviate: ({ build, processVersion }) => build.set(documentVersion, processVersion, { state: 'approved' }),
    expected: ['MIN', 'draft'],
  },
  {
    rule: 'R-6.1.3-1',
    what: 'a document of its own',
    deviate: ({ build, processDocument }) => {
      build.set(document, processDocument, { alsoServesAs: [] })
      const id = build.add(document, { title: 'Behandelen', type: 'risk_treatment_process' })
      build.add(documentVersion, { document: id, versionLabel: '1' }, { state: 'effective' })
    },
    expected: null,
  },
  {
    rule: 'R-6.1.3-a-1',
    what: 'one of seven without an option',
    deviate: ({ build, treatments }) => build.set(treatment, treatments[0] ?? '', { option: null }),
    expected: ['MIN', 'undecided'],
  },
  {
    rule: 'R-6.1.3-a-1',
    what: 'two of seven without a treatment',
    deviate: ({ build, treatments }) => treatments.slice(0, 2).forEach((id) => build.remove(id)),
    expected: ['MAJ', 'untreated'],
  },
  {
    rule: 'R-6.1.3-a-1',
    what: 'a cancelled treatment beside a living one',
    deviate: ({ build, risks }) =>
      build.add(treatment, { title: 'Anders', risk: risks[0] ?? '' }, { state: 'cancelled' }),
    expected: null,
  },
  {
    rule: 'R-6.1.3-a-2',
    what: 'retained above the line without a word',
    deviate: ({ build, treatments }) => build.set(treatment, treatments[0] ?? '', { option: 'retain' }),
    expected: ['MIN', 'above'],
  },
  {
    rule: 'R-6.1.3-a-2',
    what: 'retained on the highest level',
    deviate: ({ build, treatments, scores }) => {
      build.set(treatment, treatments[0] ?? '', { option: 'retain' })
      build.set(riskScore, scores[0] ?? '', { likelihood: 5, consequence: 5, level: 'high' })
    },
    expected: ['MAJ', 'highest'],
  },
  {
    rule: 'R-6.1.3-a-2',
    what: 'argued and authorised',
    deviate: ({ build, treatments, director }) => {
      build.set(treatment, treatments[0] ?? '', { option: 'retain', justification: 'Te duur voor wat het oplevert.' })
      build.add(approval, {
        kind: 'retain_exception',
        subject: treatments[0] ?? '',
        decision: 'approved',
        by: director,
        capacity: 'top_management',
        at: '2026-02-01',
        until: '2026-03-02',
      })
    },
    expected: null,
  },
  {
    rule: 'R-6.1.3-a-2',
    what: 'authorised until yesterday',
    deviate: ({ build, treatments, director }) => {
      build.set(treatment, treatments[0] ?? '', { option: 'retain', justification: 'Te duur voor wat het oplevert.' })
      build.add(approval, {
        kind: 'retain_exception',
        subject: treatments[0] ?? '',
        decision: 'approved',
        by: director,
        capacity: 'top_management',
        at: '2026-02-01',
        until: '2026-03-01',
      })
    },
    expected: ['MIN', 'above'],
  },
  {
    rule: 'R-6.1.3-b-1',
    what: 'one of seven without controls',
    deviate: ({ build, treatments }) => build.set(treatment, treatments[0] ?? '', { controls: [] }),
    expected: ['MIN'],
  },
  {
    rule: 'R-6.1.3-b-1',
    what: 'two of seven without controls',
    deviate: ({ build, treatments }) =>
      treatments.slice(0, 2).forEach((id) => build.set(treatment, id, { controls: [] })),
    expected: ['MAJ'],
  },
  {
    rule: 'R-6.1.3-b-1',
    what: 'avoided, which needs no control',
    deviate: ({ build, treatments }) => build.set(treatment, treatments[0] ?? '', { option: 'avoid', controls: [] }),
    expected: null,
  },
  {
    rule: 'R-6.1.3-c-1',
    what: 'no comparison',
    deviate: ({ build, comparison }) => build.remove(comparison),
    expected: ['MAJ', 'none'],
  },
  {
    rule: 'R-6.1.3-c-1',
    what: 'a comparison with 92',
    deviate: ({ build, comparison, controls }) =>
      build.set(annexAComparison, comparison, { references: [...controls.keys()].slice(1) }),
    expected: ['MIN', 'partial'],
  },
  {
    rule: 'R-6.1.3-c-1',
    what: 'controls changed since, 31 days ago',
    deviate: ({ build, comparison, treatments }) => {
      build.set(annexAComparison, comparison, { comparedAt: '2026-01-01' })
      build.set(treatment, treatments[0] ?? '', { controlsChangedAt: '2026-01-30' })
      treatments.slice(1).forEach((id) => build.set(treatment, id, { controlsChangedAt: '2025-12-01' }))
    },
    expected: ['MIN', 'outdated'],
  },
  {
    rule: 'R-6.1.3-c-1',
    what: 'controls changed since, thirty days ago',
    deviate: ({ build, comparison, treatments }) => {
      build.set(annexAComparison, comparison, { comparedAt: '2026-01-01' })
      build.set(treatment, treatments[0] ?? '', { controlsChangedAt: '2026-01-31' })
      treatments.slice(1).forEach((id) => build.set(treatment, id, { controlsChangedAt: '2025-12-01' }))
    },
    expected: null,
  },
  {
    rule: 'R-6.1.3-d-1',
    what: 'no statement',
    deviate: (org) => org.build.remove(org.statement),
    expected: ['MAJ', 'none'],
  },
  {
    rule: 'R-6.1.3-d-1',
    what: 'a draft',
    deviate: (org) => org.build.set(statement, org.statement, { state: 'draft', approvedBy: null, approvedAt: null }),
    expected: ['MIN', 'draft'],
  },
  {
    rule: 'R-6.1.3-d-1',
    what: 'approved, and not yet in force',
    deviate: (org) => org.build.set(statement, org.statement, { state: 'approved' }),
    expected: ['MIN', 'draft'],
  },
  {
    rule: 'R-6.1.3-d-1',
    what: 'a new draft beside the one in force',
    deviate: ({ build }) => build.add(statement, { title: 'VvT', versionLabel: '1.1' }),
    expected: null,
  },
  {
    rule: 'R-6.1.3-d-2',
    what: 'five controls without a line',
    deviate: ({ build, lines }) =>
      ['5.1', '5.2', '5.3', '5.4', '5.5'].forEach((number) => build.remove(lines.get(number) ?? '')),
    expected: ['MIN', 'no_line'],
  },
  {
    rule: 'R-6.1.3-d-2',
    what: 'five without a line and one that a treatment needs, left out',
    deviate: ({ build, lines }) => {
      ;['5.1', '5.2', '5.3', '5.4', '5.5'].forEach((number) => build.remove(lines.get(number) ?? ''))
      build.set(statementLine, lines.get('8.5') ?? '', { included: false })
    },
    expected: ['MAJ', 'no_line', 'not_included'],
  },
  {
    rule: 'R-6.1.3-d-2',
    what: 'a control of its own, in the statement',
    deviate: ({ build, treatments, controls, officer }) => {
      const own = build.add(control, { title: 'Vier ogen', ref: 'KS-1', source: 'own' })
      build.set(treatment, treatments[0] ?? '', { controls: [controls.get('8.5') ?? '', own] })
      build.add(statementLine, { ref: 'KS-1', control: own, included: true, owner: officer })
    },
    expected: null,
  },
  {
    rule: 'R-6.1.3-d-3',
    what: '17 of 85 without a reason',
    deviate: (org) =>
      included(org)
        .slice(0, 17)
        .forEach((id) => org.build.set(statementLine, id, { inclusionReasons: [] })),
    expected: ['MIN'],
  },
  {
    rule: 'R-6.1.3-d-3',
    what: '18 of 85 without a reason',
    deviate: (org) =>
      included(org)
        .slice(0, 18)
        .forEach((id) => org.build.set(statementLine, id, { inclusionReasons: [] })),
    expected: ['MAJ'],
  },
  {
    rule: 'R-6.1.3-d-3',
    what: 'a reason of a kind',
    deviate: (org) =>
      org.build.set(statementLine, included(org)[0] ?? '', {
        inclusionReasons: [{ type: 'business', link: null, text: null }],
      }),
    expected: null,
  },
  {
    rule: 'R-6.1.3-d-4',
    what: 'one of 85 without a status',
    deviate: (org) => org.build.set(statementLine, included(org)[0] ?? '', { implementationStatus: null }),
    expected: ['MIN'],
  },
  {
    rule: 'R-6.1.3-d-4',
    what: '18 of 85 without a status',
    deviate: (org) =>
      included(org)
        .slice(0, 18)
        .forEach((id) => org.build.set(statementLine, id, { implementationStatus: null })),
    expected: ['MAJ'],
  },
  {
    rule: 'R-6.1.3-d-4',
    what: 'a line that is out needs no status',
    deviate: (org) => org.build.set(statementLine, org.lines.get('7.11') ?? '', { implementationStatus: null }),
    expected: null,
  },
  {
    rule: 'R-6.1.3-d-5',
    what: 'one of eight says n.v.t.',
    deviate: ({ build, lines }) =>
      build.set(statementLine, lines.get('7.11') ?? '', { exclusionJustification: 'Niet van toepassing' }),
    expected: ['MIN'],
  },
  {
    rule: 'R-6.1.3-d-5',
    what: 'two of eight in fewer than 15 letters',
    deviate: ({ build, lines }) =>
      ['7.11', '7.12'].forEach((number) =>
        build.set(statementLine, lines.get(number) ?? '', { exclusionJustification: 'Hebben we niet' }),
      ),
    expected: ['MAJ'],
  },
  {
    rule: 'R-6.1.3-d-5',
    what: 'fifteen letters',
    deviate: ({ build, lines }) =>
      build.set(statementLine, lines.get('7.11') ?? '', { exclusionJustification: 'Dat is er niet.' }),
    expected: null,
  },
  {
    rule: 'R-6.1.3-d-6',
    what: 'a cloud user without A.5.23',
    deviate: (org) => leaveOut(org, '5.23'),
    expected: ['MIN'],
  },
  {
    rule: 'R-6.1.3-d-6',
    what: 'three lines against the facts',
    deviate: (org) => ['5.23', '5.34', '6.1'].forEach((number) => leaveOut(org, number)),
    expected: ['MAJ'],
  },
  {
    rule: 'R-6.1.3-d-6',
    what: 'a control that treats a risk above the line',
    deviate: (org) => {
      leaveOut(org, '5.23')
      org.build.set(treatment, org.treatments[0] ?? '', { controls: [org.controls.get('5.23') ?? ''] })
    },
    expected: ['MAJ'],
  },
  {
    rule: 'R-6.1.3-d-6',
    what: 'always needed, confirmed to be wrongly left out',
    deviate: (org) => {
      leaveOut(org, '8.13')
      org.build.set(statementLine, org.lines.get('8.13') ?? '', {
        exclusionConfirmedAt: '2026-02-01',
        exclusionConfirmedBy: org.director,
        exclusionWrong: true,
      })
    },
    expected: ['MAJ'],
  },
  {
    rule: 'R-6.1.3-d-6',
    what: 'always needed, confirmed to be rightly left out',
    deviate: (org) => {
      leaveOut(org, '8.15')
      org.build.set(statementLine, org.lines.get('8.15') ?? '', {
        exclusionConfirmedAt: '2026-02-01',
        exclusionConfirmedBy: org.director,
        exclusionWrong: false,
      })
    },
    expected: null,
  },
  {
    rule: 'R-6.1.3-d-6',
    what: 'no network of its own',
    deviate: (org) =>
      org.build.add(asset, {
        title: 'Wifi van de verhuurder',
        kind: 'network',
        managedBy: 'supplier',
        personalData: false,
        inScope: true,
      }),
    expected: null,
  },
  {
    rule: 'R-6.1.3-d-7',
    what: 'a risk whose treatment does not hold the control',
    deviate: ({ build, lines, risks }) =>
      build.set(statementLine, lines.get('5.1') ?? '', {
        inclusionReasons: [{ type: 'risk', link: risks[0] ?? null, text: null }],
      }),
    expected: ['MIN', 'broken'],
  },
  {
    rule: 'R-6.1.3-d-7',
    what: 'a law that is not in the register',
    deviate: ({ build, lines }) =>
      build.set(statementLine, lines.get('5.1') ?? '', {
        inclusionReasons: [{ type: 'law', link: null, text: 'AVG' }],
      }),
    expected: ['MIN', 'broken'],
  },
  {
    rule: 'R-6.1.3-d-7',
    what: 'good practice and nothing else',
    deviate: ({ build, lines }) =>
      build.set(statementLine, lines.get('5.1') ?? '', {
        inclusionReasons: [{ type: 'business', link: null, text: 'Best practice' }],
      }),
    expected: ['OFI', 'good_practice'],
  },
  {
    rule: 'R-6.1.3-d-7',
    what: 'a risk whose treatment holds the control, and a law',
    deviate: ({ build, lines, risks, requirements }) =>
      build.set(statementLine, lines.get('8.5') ?? '', {
        inclusionReasons: [
          { type: 'risk', link: risks[0] ?? null, text: null },
          { type: 'law', link: requirements[3] ?? null, text: null },
        ],
      }),
    expected: null,
  },
  {
    rule: 'R-6.1.3-d-8',
    what: '17 of 71 without proof',
    deviate: (org) => [...org.evidence.values()].slice(0, 17).forEach((id) => org.build.remove(id)),
    expected: ['MIN', 'none'],
  },
  {
    rule: 'R-6.1.3-d-8',
    what: '18 of 71 without proof',
    deviate: (org) => [...org.evidence.values()].slice(0, 18).forEach((id) => org.build.remove(id)),
    expected: ['MAJ', 'none'],
  },
  {
    rule: 'R-6.1.3-d-8',
    what: 'proof of more than a year ago',
    deviate: (org) => org.build.set(evidence, org.evidence.get('5.1') ?? '', { periodTo: '2025-03-01' }),
    expected: ['MIN', 'old'],
  },
  {
    rule: 'R-6.1.3-d-8',
    what: 'proof of a year ago today',
    deviate: (org) => org.build.set(evidence, org.evidence.get('5.1') ?? '', { periodTo: '2025-03-02' }),
    expected: null,
  },
  {
    rule: 'R-6.1.3-d-8',
    what: 'proof that is locked in an audit',
    deviate: (org) => org.build.set(evidence, org.evidence.get('5.1') ?? '', { state: 'locked' }),
    expected: null,
  },
  {
    rule: 'R-6.1.3-d-9',
    what: 'a line changed after approval, 31 days ago',
    deviate: (org) => {
      org.build.set(statement, org.statement, { approvedAt: '2026-01-15' })
      onlyChanged(org, '2026-01-30')
    },
    expected: ['MIN', 'lines'],
  },
  {
    rule: 'R-6.1.3-d-9',
    what: 'a line changed after approval, thirty days ago',
    deviate: (org) => {
      org.build.set(statement, org.statement, { approvedAt: '2026-01-15' })
      onlyChanged(org, '2026-01-31')
    },
    expected: null,
  },
  {
    rule: 'R-6.1.3-d-10',
    what: 'partly there, and nobody does anything',
    deviate: ({ build, controls }) =>
      build
        .all(action)
        .filter((one) => one['deliverableControl'] === controls.get('5.7'))
        .forEach(({ id }) => build.remove(id)),
    expected: ['MIN'],
  },
  {
    rule: 'R-6.1.3-d-10',
    what: 'an action without a date',
    deviate: ({ build, controls }) =>
      build
        .all(action)
        .filter((one) => one['deliverableControl'] === controls.get('5.7'))
        .forEach(({ id }) => build.set(action, id, { due: null })),
    expected: ['MIN'],
  },
  {
    rule: 'R-6.1.3-d-10',
    what: 'an action that was begun',
    deviate: ({ build, controls }) =>
      build
        .all(action)
        .filter((one) => one['deliverableControl'] === controls.get('5.7'))
        .forEach(({ id }) => build.set(action, id, { state: 'in_progress' })),
    expected: null,
  },
  {
    rule: 'R-6.1.3-e-1',
    what: 'no plan',
    deviate: ({ build, plan }) => build.remove(plan),
    expected: ['MAJ', 'none'],
  },
  {
    rule: 'R-6.1.3-e-1',
    what: 'a plan that is being written',
    deviate: ({ build, plan }) => build.set(treatmentPlan, plan, { state: 'draft', publishedAt: null }),
    expected: ['MIN', 'draft'],
  },
  {
    rule: 'R-6.1.3-e-1',
    what: 'one of seven without means',
    deviate: ({ build, treatmentActions }) => build.set(action, treatmentActions[0] ?? '', { resources: null }),
    expected: ['MIN', 'incomplete'],
  },
  {
    rule: 'R-6.1.3-e-1',
    what: 'two of seven without an action',
    deviate: ({ build, treatmentActions }) => treatmentActions.slice(0, 2).forEach((id) => build.remove(id)),
    expected: ['MAJ', 'no_action'],
  },
  {
    rule: 'R-6.1.3-e-1',
    what: 'nothing to treat, so no plan',
    deviate: ({ build, plan, risks }) => {
      build.remove(plan)
      risks.slice(0, 7).forEach((id) => build.set(risk, id, { decision: 'accept' }))
    },
    expected: null,
  },
  {
    rule: 'R-6.1.3-f-1',
    what: 'approved by nobody',
    deviate: ({ build, planApprovals }) => planApprovals.forEach((id) => build.remove(id)),
    expected: ['MAJ'],
  },
  {
    rule: 'R-6.1.3-f-1',
    what: 'approved by one of two owners',
    deviate: ({ build, planApprovals }) => build.remove(planApprovals[0] ?? ''),
    expected: ['MIN'],
  },
  {
    rule: 'R-6.1.3-f-1',
    what: 'approved in an earlier version',
    deviate: ({ build, planApprovals }) => build.set(approval, planApprovals[0] ?? '', { subjectVersion: '2' }),
    expected: ['MIN'],
  },
  {
    rule: 'R-6.1.3-f-1',
    what: 'a risk that is retained needs no plan',
    deviate: ({ build, treatments, risks, people }) => {
      build.set(treatment, treatments[0] ?? '', { option: 'retain' })
      build.set(risk, risks[0] ?? '', { owner: people[0] ?? null })
    },
    expected: null,
  },
  {
    rule: 'R-6.1.3-f-2',
    what: 'accepted by nobody',
    deviate: ({ build, acceptances }) => acceptances.forEach((id) => build.remove(id)),
    expected: ['MAJ', 'unaccepted'],
  },
  {
    rule: 'R-6.1.3-f-2',
    what: 'one without a score of what remains',
    deviate: ({ build, residuals }) => build.remove(residuals[0] ?? ''),
    expected: ['MIN', 'unscored'],
  },
  {
    rule: 'R-6.1.3-f-2',
    what: 'accepted, and taken back by a later no',
    deviate: ({ build, acceptances, risks, owners }) =>
      build.add(approval, {
        kind: 'residual_risk',
        subject: risks[0] ?? '',
        decision: 'rejected',
        by: owners[0],
        capacity: 'risk_owner',
        at: acceptances.length > 0 ? '2026-02-16' : null,
      }),
    expected: ['MIN', 'unaccepted'],
  },
  {
    rule: 'R-6.1.3-f-2',
    what: 'accepted by who owned the risk then',
    deviate: ({ build, risks, owners }) => build.set(risk, risks[0] ?? '', { owner: owners[1] }),
    expected: null,
  },
  {
    rule: 'R-6.1.3-f-3',
    what: 'treated anew after acceptance',
    deviate: ({ build, treatments }) => build.set(treatment, treatments[0] ?? '', { changedAt: '2026-02-16' }),
    expected: ['MIN'],
  },
  {
    rule: 'R-6.1.3-f-3',
    what: 'treated anew on the day of acceptance',
    deviate: ({ build, treatments }) => build.set(treatment, treatments[0] ?? '', { changedAt: '2026-02-15' }),
    expected: null,
  },
  {
    rule: 'R-6.1.3-f-4',
    what: 'what remains is high, and the owner accepted it himself',
    deviate: ({ build, residuals }) =>
      build.set(riskScore, residuals[0] ?? '', { likelihood: 4, consequence: 4, level: 'high' }),
    expected: ['MIN'],
  },
  {
    rule: 'R-6.1.3-f-4',
    what: 'what remains is medium, which an owner may accept',
    deviate: ({ build, residuals }) =>
      build.set(riskScore, residuals[0] ?? '', { likelihood: 3, consequence: 3, level: 'medium' }),
    expected: null,
  },
  {
    rule: 'R-6.1.3-f-4',
    what: 'what remains is high, and the director accepted it too',
    deviate: ({ build, residuals, risks, director }) => {
      build.set(riskScore, residuals[0] ?? '', { likelihood: 4, consequence: 4, level: 'high' })
      build.add(approval, {
        kind: 'residual_risk',
        subject: risks[0] ?? '',
        decision: 'approved',
        by: director,
        capacity: 'top_management',
        at: '2026-02-16',
      })
    },
    expected: null,
  },
  {
    rule: 'R-6.2-1',
    what: 'no objective',
    deviate: ({ build, objectives }) => objectives.forEach((id) => build.remove(id)),
    expected: ['MAJ', 'none'],
  },
  {
    rule: 'R-6.2-1',
    what: 'none approved',
    deviate: ({ build, objectives }) =>
      objectives.forEach((id) => build.set(objective, id, { state: 'draft', approvedBy: null, approvedAt: null })),
    expected: ['MAJ', 'unapproved'],
  },
  {
    rule: 'R-6.2-1',
    what: 'one approved',
    deviate: ({ build, objectives }) => objectives.slice(1).forEach((id) => build.remove(id)),
    expected: null,
  },
  {
    rule: 'R-6.2-b-1',
    what: 'no target',
    deviate: ({ build, objectives }) => build.set(objective, objectives[0] ?? '', { target: null }),
    expected: ['MIN'],
  },
  {
    rule: 'R-6.2-b-1',
    what: 'a reason why it cannot be measured',
    deviate: ({ build, objectives }) =>
      build.set(objective, objectives[0] ?? '', { target: null, notMeasurableReason: 'Gaat om vertrouwen.' }),
    expected: null,
  },
  {
    rule: 'R-6.2-b-1',
    what: 'the unit stands on the metric',
    deviate: ({ build, objectives }) => build.set(objective, objectives[0] ?? '', { unit: null }),
    expected: null,
  },
  {
    rule: 'R-6.2-c-1',
    what: 'no theme of the policy',
    deviate: ({ build, objectives }) => build.set(objective, objectives[0] ?? '', { policyTheme: null }),
    expected: ['OFI'],
  },
  {
    rule: 'R-6.2-c-1',
    what: 'a requirement in place of a risk',
    deviate: ({ build, objectives, requirements }) =>
      build.set(objective, objectives[0] ?? '', { risks: [], requirements: [requirements[0] ?? ''] }),
    expected: null,
  },
  {
    rule: 'R-6.2-d-1',
    what: 'measured six months and 31 days ago',
    deviate: (org) => org.build.set(measurement, org.measurement, { at: '2025-07-30' }),
    expected: ['MIN'],
  },
  {
    rule: 'R-6.2-d-1',
    what: 'measured six months and thirty days ago',
    deviate: (org) => org.build.set(measurement, org.measurement, { at: '2025-07-31' }),
    expected: null,
  },
  {
    rule: 'R-6.2-d-1',
    what: 'never measured, first due later',
    deviate: (org) => org.build.remove(org.measurement),
    expected: null,
  },
  {
    rule: 'R-6.2-e-1',
    what: 'told nobody',
    deviate: ({ build, objectives }) => build.set(objective, objectives[0] ?? '', { communicatedAt: null }),
    expected: ['MIN', 'uncommunicated'],
  },
  {
    rule: 'R-6.2-e-1',
    what: 'looked at more than a year ago',
    deviate: ({ build, objectives }) =>
      build.set(objective, objectives[0] ?? '', { reviewedAt: null, approvedAt: '2025-03-01' }),
    expected: ['MIN', 'unreviewed'],
  },
  {
    rule: 'R-6.2-e-1',
    what: 'approved a year ago today',
    deviate: ({ build, objectives }) =>
      build.set(objective, objectives[0] ?? '', { reviewedAt: null, approvedAt: '2025-03-02' }),
    expected: null,
  },
  {
    rule: 'R-6.2-h-1',
    what: 'no means',
    deviate: ({ build, objectives }) => build.set(objective, objectives[0] ?? '', { resources: null }),
    expected: ['MIN'],
  },
  {
    rule: 'R-6.2-h-1',
    what: 'a retired objective without a plan',
    deviate: ({ build, objectives }) =>
      build.set(objective, objectives[0] ?? '', { resources: null, state: 'retired' }),
    expected: null,
  },
  {
    rule: 'R-6.3-1',
    what: 'consequences not thought through',
    deviate: ({ build, change }) => build.set(ismsChange, change, { consequences: null }),
    expected: ['MIN', 'thoughtless'],
  },
  {
    rule: 'R-6.3-1',
    what: 'approved the day after',
    deviate: ({ build, change }) => build.set(ismsChange, change, { approvedAt: '2025-12-11' }),
    expected: ['MIN', 'unapproved'],
  },
  {
    rule: 'R-6.3-1',
    what: 'approved on the day itself',
    deviate: ({ build, change }) => build.set(ismsChange, change, { approvedAt: '2025-12-10' }),
    expected: null,
  },
  {
    rule: 'R-6.3-1',
    what: 'more than a year ago, before the first audit',
    deviate: ({ build, change }) =>
      build.set(ismsChange, change, { consequences: null, effectiveAt: '2025-03-01', approvedAt: '2025-02-01' }),
    expected: null,
  },
]

describe('the rules on clauses 6.1.3, 6.2 and 6.3', () => {
  test.each(TURNS)('$rule: $what', (turn) => check(turn))

  test('trip once and rest once each', () => {
    const ids = rules.map(({ id }) => id).filter((id) => /^R-6\.(?:1\.3|2|3)-/.test(id))
    for (const id of ids) {
      const turns = TURNS.filter(({ rule }) => rule === id)
      const both = [turns.some(({ expected }) => expected !== null), turns.some(({ expected }) => expected === null)]
      expect([id, ...both]).toEqual([id, true, true])
    }
  })
})
