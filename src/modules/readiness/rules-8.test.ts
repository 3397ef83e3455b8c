import { describe, expect, test } from 'vitest'
import { addDays } from '../../kernel/calendar.ts'
import type { InputOf } from '../../kernel/register.ts'
import { rules } from '../../rules.gen.ts'
import { action } from '../actions/register.ts'
import { approval } from '../approvals/registers/approval.ts'
import { decision } from '../approvals/registers/decision.ts'
import { changeRecord } from '../changes/registers/change-record.ts'
import { ismsChange } from '../changes/registers/isms-change.ts'
import { evidence } from '../evidence/register.ts'
import { organisation } from '../organisation/registers/organisation.ts'
import { service } from '../organisation/registers/service.ts'
import { ismsProcess } from '../processes/registers/isms-process.ts'
import { riskAssessment } from '../risks/registers/risk-assessment.ts'
import { riskMethod } from '../risks/registers/risk-method.ts'
import { riskScore } from '../risks/registers/risk-score.ts'
import type { Conforming } from '../samples/domain/conforming/conforming.ts'
import { conforming } from '../samples/domain/conforming/conforming.ts'
import { statement } from '../statements/registers/statement.ts'
import { statementLine } from '../statements/registers/statement-line.ts'
import { supplier } from '../suppliers/register.ts'
import { supplierReview } from '../suppliers/registers/supplier-review.ts'
import { occurrence } from '../tasks/registers/occurrence.ts'
import { recurringTask } from '../tasks/registers/recurring-task.ts'
import { ask } from './test/ask.ts'
import { asked } from './test/asked.ts'
import { check, type Turn } from './test/turn.ts'

/** Work of every week since the start of the ISMS, of which the first so many times were missed and the rest done. */
function weekly(org: Conforming, times: number, missed: number): void {
  const { build } = org
  org.recurringTasks.forEach((id) => build.remove(id))
  org.occurrences.forEach((id) => build.remove(id))
  const of = build.add(recurringTask, {
    title: 'Wekelijks',
    every: 1,
    unit: 'week',
    startsOn: '2025-10-01',
    endsOn: addDays('2025-10-01', 7 * (times - 1)),
    toleranceDays: 2,
  })
  for (let turn = missed; turn < times; turn += 1) {
    const due = addDays('2025-10-01', 7 * turn)
    build.add(occurrence, { recurringTask: of, due, doneAt: addDays(due, 2) }, { state: 'done' })
  }
}

/** The organisation of case B: certified, its last risk assessment of 20 August. */
function certified({ build, organisation: own, assessment }: Conforming): void {
  build.set(organisation, own, {
    ismsStart: '2024-10-01',
    stagePlan: {
      stage1: '2025-06-12',
      stage1LastDay: '2025-06-12',
      stage2: '2025-09-16',
      stage2LastDay: '2025-09-18',
      surveillance: [],
      recertification: null,
    },
  })
  build.set(riskAssessment, assessment, { completedAt: '2025-08-20' })
}

function takeOver(org: Conforming, set: InputOf<typeof ismsChange> = {}): string {
  return org.build.add(
    ismsChange,
    {
      title: 'Overname',
      purpose: 'Groei',
      consequences: 'Meer systemen',
      resources: 'Twintig dagen',
      responsibilities: 'Directie',
      significant: true,
      approvedAt: '2025-12-01',
      effectiveAt: '2026-01-01',
      ...set,
    },
    { state: 'effective' },
  )
}

/** One action, due so that it is so many days late on the day asked about. */
function late(org: Conforming, index: number, days: number): string {
  const id = org.treatmentActions[index] ?? ''
  org.build.set(action, id, { due: addDays('2026-03-02', -days) })
  return id
}

function highest(org: Conforming): void {
  org.build.set(riskScore, org.scores[0] ?? '', { likelihood: 5, consequence: 5, level: 'high' })
}

function finished(org: Conforming, doneAt: string): string {
  const id = org.treatmentActions[0] ?? ''
  const proof = org.build.add(
    evidence,
    { title: 'Verslag', url: 'https://voorbeeld.invalid', collectedAt: doneAt },
    { state: 'collected' },
  )
  org.build.set(action, id, { state: 'done', doneAt, evidence: [proof] })
  return id
}

const CHANGE: InputOf<typeof changeRecord> = {
  title: 'Nieuwe brandmuur',
  significant: true,
  riskChecked: true,
  emergency: false,
  approvedAt: '2026-02-02',
  testedAt: '2026-02-03',
  implementedAt: '2026-02-04',
}

function changed(org: Conforming, set: InputOf<typeof changeRecord> = {}): string {
  return org.build.add(changeRecord, { ...CHANGE, ...set }, { state: 'implemented' })
}

const OPERATION: readonly Turn[] = [
  {
    rule: 'R-8.1-1',
    what: 'two of twenty missed',
    deviate: (org) => weekly(org, 20, 2),
    expected: ['MIN'],
  },
  { rule: 'R-8.1-1', what: 'one of twenty missed', deviate: (org) => weekly(org, 20, 1), expected: null },
  { rule: 'R-8.1-1', what: 'three of ten missed', deviate: (org) => weekly(org, 10, 3), expected: ['MIN'] },
  { rule: 'R-8.1-1', what: 'four of ten missed', deviate: (org) => weekly(org, 10, 4), expected: ['MAJ'] },
  { rule: 'R-8.1-1', what: 'all of three missed', deviate: (org) => weekly(org, 3, 3), expected: ['MIN'] },
  {
    rule: 'R-8.1-1',
    what: 'all missed by work that has a rule of its own',
    deviate: (org) => {
      weekly(org, 10, 10)
      const [made] = org.build.all(recurringTask)
      org.build.set(recurringTask, made?.id ?? '', { dedicatedRule: true })
    },
    expected: null,
  },
  {
    rule: 'R-8.1-1',
    what: 'done a day after the tolerance',
    deviate: (org) => {
      const [first] = org.occurrences
      org.build.set(occurrence, first ?? '', { due: '2025-12-01', doneAt: '2026-01-01' })
    },
    expected: ['MIN'],
  },
  {
    rule: 'R-8.1-1',
    what: 'done on the last day of the tolerance',
    deviate: (org) => {
      const [first] = org.occurrences
      org.build.set(occurrence, first ?? '', { due: '2025-12-01', doneAt: '2025-12-31' })
    },
    expected: null,
  },
  {
    rule: 'R-8.1-2',
    what: 'one of two significant ones not weighed',
    deviate: (org) => changed(org, { riskChecked: null }),
    expected: ['MIN', 'unweighed'],
  },
  {
    rule: 'R-8.1-2',
    what: 'approved the day after',
    deviate: (org) => changed(org, { approvedAt: '2026-02-05' }),
    expected: ['MIN', 'unapproved'],
  },
  {
    rule: 'R-8.1-2',
    what: 'approved on the day itself',
    deviate: (org) => changed(org, { approvedAt: '2026-02-04' }),
    expected: null,
  },
  {
    rule: 'R-8.1-2',
    what: 'three of four not weighed',
    deviate: (org) => [1, 2, 3].forEach(() => changed(org, { riskChecked: false })),
    expected: ['MAJ', 'unweighed'],
  },
  {
    rule: 'R-8.1-2',
    what: 'nobody had agreed to it, and nobody looked back',
    deviate: (org) => changed(org, { unauthorised: true, approvedAt: null }),
    expected: ['MIN', 'unreviewed'],
  },
  {
    rule: 'R-8.1-2',
    what: 'nobody had agreed to it, and somebody looked back',
    deviate: (org) => changed(org, { unauthorised: true, approvedAt: null, reviewedAt: '2026-02-10' }),
    expected: null,
  },
  {
    rule: 'R-8.1-2',
    what: 'three of three not weighed, beside one of which nobody said how large it was',
    deviate: (org) => {
      org.build.all(changeRecord).forEach(({ id }) => org.build.remove(id))
      ;[1, 2, 3].forEach(() => changed(org, { riskChecked: false }))
      changed(org, { significant: null })
    },
    expected: ['MIN', 'unweighed'],
  },
  {
    rule: 'R-8.1-2',
    what: 'an ordinary one without weighing',
    deviate: (org) => changed(org, { significant: false, riskChecked: null }),
    expected: null,
  },
  {
    rule: 'R-8.1-3',
    what: 'the only one without an agreement',
    deviate: ({ build, host }) => build.set(supplier, host, { contract: NO_CONTRACT }),
    expected: ['MAJ', 'unagreed'],
  },
  {
    rule: 'R-8.1-3',
    what: 'one of two without requirements',
    deviate: ({ build, service: offered }) => {
      const other = build.add(supplier, { title: 'Beheerclub' }, { state: 'active' })
      build.set(service, offered, { providedBy: other })
    },
    expected: ['MIN', 'undemanded'],
  },
  {
    rule: 'R-8.1-3',
    what: 'never reviewed',
    deviate: ({ build, host }) => {
      build.set(supplier, host, { lastReviewAt: null })
      build.all(supplierReview).forEach(({ id }) => build.remove(id))
    },
    expected: ['MAJ', 'unreviewed'],
  },
  {
    rule: 'R-8.1-3',
    what: 'reviewed long ago',
    deviate: ({ build, host }) => {
      build.all(supplierReview).forEach(({ id }) => build.remove(id))
      build.set(supplier, host, { lastReviewAt: '2020-01-01' })
    },
    expected: null,
  },
  {
    rule: 'R-8.1-3',
    what: 'nothing is given to others',
    deviate: ({ build, outsourced }) => build.set(ismsProcess, outsourced, { providedBy: null }),
    expected: null,
  },
]

const NO_CONTRACT = {
  agreedAt: null,
  endsAt: null,
  securityClauses: null,
  processorAgreementSignedAt: null,
  incidentNoticeHours: null,
  assuranceRight: null,
  exit: null,
  documents: [],
}

const ASSESSMENT: readonly Turn[] = [
  {
    rule: 'R-8.2-1',
    what: 'never held',
    deviate: ({ build }) => build.all(riskAssessment).forEach(({ id }) => build.remove(id)),
    stage: 'S1',
    expected: ['MAJ', 'never'],
  },
  {
    rule: 'R-8.2-1',
    what: 'begun, and not completed',
    deviate: ({ build, assessment }) =>
      build.set(riskAssessment, assessment, { state: 'in_progress', completedAt: null }),
    stage: 'S1',
    expected: ['MAJ', 'never'],
  },
  {
    rule: 'R-8.2-1',
    what: 'long ago, in an initial audit',
    deviate: ({ build, assessment }) => build.set(riskAssessment, assessment, { completedAt: '2024-01-01' }),
    stage: 'S1',
    expected: null,
  },
  { rule: 'R-8.2-1', what: 'due today', deviate: certified, at: '2026-08-20', stage: 'SV', expected: null },
  {
    rule: 'R-8.2-1',
    what: 'one day late',
    deviate: certified,
    at: '2026-08-21',
    stage: 'SV',
    expected: ['OFI', 'late'],
  },
  {
    rule: 'R-8.2-1',
    what: '30 days late',
    deviate: certified,
    at: '2026-09-19',
    stage: 'SV',
    expected: ['OFI', 'late'],
  },
  {
    rule: 'R-8.2-1',
    what: '31 days late',
    deviate: certified,
    at: '2026-09-20',
    stage: 'SV',
    expected: ['MIN', 'late'],
  },
  {
    rule: 'R-8.2-1',
    what: 'late by one whole interval',
    deviate: certified,
    at: '2027-08-20',
    stage: 'SV',
    expected: ['MIN', 'late'],
  },
  {
    rule: 'R-8.2-1',
    what: 'later than one whole interval',
    deviate: certified,
    at: '2027-08-21',
    stage: 'SV',
    expected: ['MAJ', 'late'],
  },
  {
    rule: 'R-8.2-1',
    what: 'an assessment after a change restarts nothing',
    deviate: (org) => {
      certified(org)
      org.build.add(
        riskAssessment,
        { title: 'Na de overname', reason: 'change', completedAt: '2026-05-01' },
        { state: 'completed' },
      )
    },
    at: '2026-09-14',
    stage: 'SV',
    expected: ['OFI', 'late'],
  },
  {
    rule: 'R-8.2-1',
    what: 'a method that asks every second year',
    deviate: (org) => {
      certified(org)
      org.build.set(riskMethod, org.method, { intervalMonths: 24 })
    },
    at: '2026-09-20',
    stage: 'SV',
    expected: null,
  },
  { rule: 'R-8.2-2', what: '60 days ago', deviate: takeOver, expected: ['MIN'] },
  {
    rule: 'R-8.2-2',
    what: '59 days ago',
    deviate: (org) => takeOver(org, { effectiveAt: '2026-01-02' }),
    expected: null,
  },
  {
    rule: 'R-8.2-2',
    what: 'three of them, one in a system',
    deviate: (org) => {
      takeOver(org)
      takeOver(org)
      changed(org, { implementedAt: '2025-12-30' })
    },
    expected: ['MAJ'],
  },
  {
    rule: 'R-8.2-2',
    what: 'assessed afterwards',
    deviate: (org) => {
      const change = takeOver(org)
      org.build.add(
        riskAssessment,
        { title: 'Na de overname', reason: 'change', changes: [change], completedAt: '2026-02-20' },
        { state: 'completed' },
      )
    },
    expected: null,
  },
  {
    rule: 'R-8.2-2',
    what: 'an assessment that is still going on',
    deviate: (org) => {
      const change = takeOver(org)
      org.build.add(
        riskAssessment,
        { title: 'Na de overname', reason: 'change', changes: [change] },
        { state: 'in_progress' },
      )
    },
    expected: ['MIN'],
  },
  {
    rule: 'R-8.2-2',
    what: 'decided to have no effect, by nobody',
    deviate: (org) => {
      const subject = takeOver(org)
      org.build.add(decision, { title: 'Geen gevolgen', kind: 'no_effect', subject, at: '2026-02-01' })
    },
    expected: ['MIN'],
  },
  {
    rule: 'R-8.2-2',
    what: 'decided to have no effect',
    deviate: (org) => {
      const subject = takeOver(org)
      org.build.add(decision, {
        title: 'Geen gevolgen',
        kind: 'no_effect',
        subject,
        by: org.director,
        at: '2026-02-01',
      })
    },
    expected: null,
  },
  {
    rule: 'R-8.2-3',
    what: 'the only one not frozen',
    deviate: ({ build, assessment }) => build.set(riskAssessment, assessment, { snapshotHash: null }),
    stage: 'S1',
    expected: ['MAJ'],
  },
  {
    rule: 'R-8.2-3',
    what: 'one of two not frozen',
    deviate: ({ build }) =>
      build.add(
        riskAssessment,
        { title: 'Na een incident', reason: 'incident', completedAt: '2026-02-01' },
        { state: 'completed' },
      ),
    stage: 'S1',
    expected: ['MIN'],
  },
  {
    rule: 'R-8.2-3',
    what: 'one under way',
    deviate: ({ build }) =>
      build.add(riskAssessment, { title: 'Na een incident', reason: 'incident' }, { state: 'in_progress' }),
    stage: 'S1',
    expected: null,
  },
]

const TREATMENT: readonly Turn[] = [
  { rule: 'R-8.3-1', what: 'due today', deviate: (org) => late(org, 0, 0), expected: null },
  { rule: 'R-8.3-1', what: 'one day late', deviate: (org) => late(org, 0, 1), expected: ['OFI', 'recent'] },
  { rule: 'R-8.3-1', what: '30 days late', deviate: (org) => late(org, 0, 30), expected: ['OFI', 'recent'] },
  {
    rule: 'R-8.3-1',
    what: '47 days late, level medium',
    deviate: (org) => late(org, 0, 47),
    expected: ['MIN', 'late'],
  },
  {
    rule: 'R-8.3-1',
    what: '47 days late, and done',
    deviate: (org) => org.build.set(action, late(org, 0, 47), { state: 'done', doneAt: '2026-03-01' }),
    expected: null,
  },
  {
    rule: 'R-8.3-1',
    what: '90 days late on the highest level',
    deviate: (org) => {
      highest(org)
      late(org, 0, 90)
    },
    expected: ['MIN', 'late'],
  },
  {
    rule: 'R-8.3-1',
    what: '91 days late on the highest level',
    deviate: (org) => {
      highest(org)
      late(org, 0, 91)
    },
    expected: ['MAJ', 'forgotten'],
  },
  {
    rule: 'R-8.3-1',
    what: '91 days late on the highest level, and brought to the owner',
    deviate: (org) => {
      highest(org)
      org.build.set(action, late(org, 0, 91), { escalatedTo: org.owners[0], escalatedAt: '2026-02-01' })
    },
    expected: ['MIN', 'late'],
  },
  {
    rule: 'R-8.3-1',
    what: 'three of seven late',
    deviate: (org) => [0, 1, 2].forEach((index) => late(org, index, 5)),
    expected: ['OFI', 'recent'],
  },
  {
    rule: 'R-8.3-1',
    what: 'four of seven late',
    deviate: (org) => [0, 1, 2, 3].forEach((index) => late(org, index, 5)),
    expected: ['MAJ', 'recent'],
  },
  {
    rule: 'R-8.3-1',
    what: 'moved without consent',
    deviate: (org) => moved(org, null),
    expected: ['MIN', 'late'],
  },
  {
    rule: 'R-8.3-1',
    what: 'moved with the consent of somebody who does not own the risk',
    deviate: (org) => moved(org, org.people[6] ?? null),
    expected: ['MIN', 'late'],
  },
  {
    rule: 'R-8.3-1',
    what: 'moved with the consent of the owner of the risk',
    deviate: (org) => moved(org, org.owners[0]),
    expected: null,
  },
  {
    rule: 'R-8.3-1',
    what: 'moved with an approval of the owner of the risk',
    deviate: (org) =>
      org.build.add(approval, {
        kind: 'replan',
        subject: moved(org, null),
        decision: 'approved',
        by: org.owners[0],
        at: '2026-02-01',
      }),
    expected: null,
  },
  {
    rule: 'R-8.3-2',
    what: 'no proof',
    deviate: (org) => org.build.set(action, finished(org, '2026-02-20'), { evidence: [] }),
    expected: ['MIN', 'unproven'],
  },
  {
    rule: 'R-8.3-2',
    what: 'proof, and sixty days to go',
    deviate: (org) => finished(org, '2026-01-01'),
    expected: null,
  },
  {
    rule: 'R-8.3-2',
    what: 'not scored again in sixty days',
    deviate: (org) => {
      org.build.set(riskScore, org.residuals[0] ?? '', { scoredAt: '2025-12-30' })
      finished(org, '2025-12-31')
    },
    expected: ['MIN', 'unscored'],
  },
  {
    rule: 'R-8.3-2',
    what: 'scored again on the day itself',
    deviate: (org) => {
      org.build.set(riskScore, org.residuals[0] ?? '', { scoredAt: '2025-12-31' })
      finished(org, '2025-12-31')
    },
    expected: null,
  },
  {
    rule: 'R-8.3-2',
    what: 'another action of the risk is still open',
    deviate: (org) => {
      org.build.set(riskScore, org.residuals[0] ?? '', { scoredAt: '2025-11-30' })
      finished(org, '2025-12-01')
      org.build.add(action, { title: 'Nog een', kind: 'treatment', subject: org.risks[0] ?? '' })
    },
    expected: null,
  },
  {
    rule: 'R-8.3-3',
    what: 'implemented, and still to be delivered',
    deviate: ({ build, controls, treatmentActions }) =>
      build.set(action, treatmentActions[0] ?? '', { deliverableControl: controls.get('8.5') ?? null }),
    expected: ['MIN'],
  },
  {
    rule: 'R-8.3-3',
    what: 'implemented, and delivered',
    deviate: ({ build, controls, treatmentActions }) =>
      build.set(action, treatmentActions[0] ?? '', {
        deliverableControl: controls.get('8.5') ?? null,
        state: 'done',
        doneAt: '2026-02-20',
      }),
    expected: null,
  },
  {
    rule: 'R-8.3-3',
    what: 'no statement at all',
    deviate: ({ build, controls, treatmentActions }) => {
      build.all(statement).forEach(({ id }) => build.remove(id))
      build.set(action, treatmentActions[0] ?? '', { deliverableControl: controls.get('8.5') ?? null })
    },
    expected: null,
  },
]

/** Due in January, moved to the summer. */
function moved(org: Conforming, approvedBy: string | null): string {
  const id = org.treatmentActions[0] ?? ''
  const move = { oldDue: '2026-01-10', newDue: '2026-07-01', by: org.officer, reason: 'Druk', at: '2026-01-05' }
  org.build.set(action, id, { due: '2026-07-01', replans: [{ ...move, approvedBy }] })
  return id
}

const CHANGES: readonly Turn[] = [
  {
    rule: 'R-A.8.32-1',
    what: 'one not tested',
    deviate: (org) => changed(org, { testedAt: null }),
    expected: ['MIN', 'untested'],
  },
  {
    rule: 'R-A.8.32-1',
    what: 'approved by nobody',
    deviate: (org) => changed(org, { approvedAt: null }),
    expected: ['MIN', 'unapproved'],
  },
  {
    rule: 'R-A.8.32-1',
    what: 'most of them not tested',
    deviate: (org) => [1, 2, 3, 4, 5].forEach(() => changed(org, { testedAt: null })),
    expected: ['MAJ', 'untested'],
  },
  {
    rule: 'R-A.8.32-1',
    what: 'an emergency, looked back at after six working days',
    deviate: (org) => changed(org, { emergency: true, implementedAt: '2026-02-04', reviewedAt: '2026-02-12' }),
    expected: ['MIN', 'emergency'],
  },
  {
    rule: 'R-A.8.32-1',
    what: 'an emergency, looked back at after five working days',
    deviate: (org) => changed(org, { emergency: true, implementedAt: '2026-02-04', reviewedAt: '2026-02-11' }),
    expected: null,
  },
  {
    rule: 'R-A.8.32-1',
    what: 'an emergency, looked back at after five working days of which the office was closed one',
    deviate: (org) => {
      org.build.set(organisation, org.organisation, { closedDays: [{ date: '2026-02-06', name: 'Brugdag' }] })
      changed(org, { emergency: true, implementedAt: '2026-02-04', reviewedAt: '2026-02-12' })
    },
    expected: null,
  },
  {
    rule: 'R-A.8.32-1',
    what: 'an emergency of last week',
    deviate: (org) => changed(org, { emergency: true, implementedAt: '2026-02-23' }),
    expected: null,
  },
  {
    rule: 'R-A.8.32-1',
    what: 'the statement leaves the control out',
    deviate: (org) => {
      changed(org, { testedAt: null })
      org.build.set(statementLine, org.lines.get('8.32') ?? '', { included: false })
    },
    expected: null,
  },
  {
    rule: 'R-A.8.32-1',
    what: 'before the look-back',
    deviate: (org) => changed(org, { testedAt: null, implementedAt: '2025-03-01', approvedAt: '2025-02-28' }),
    expected: null,
  },
  {
    rule: 'R-6.1.3-d-6',
    what: 'changes on record, and A.8.32 left out',
    deviate: (org) =>
      org.build.set(statementLine, org.lines.get('8.32') ?? '', {
        included: false,
        exclusionJustification: 'Wij veranderen nooit iets aan systemen.',
      }),
    expected: ['MIN'],
  },
]

const TURNS = [...OPERATION, ...ASSESSMENT, ...TREATMENT, ...CHANGES]

describe('the rules on clause 8 and A.8.32', () => {
  test.each(TURNS)('$rule: $what', (turn) => check(turn))

  test('trip once and rest once each', () => {
    const ids = rules.map(({ id }) => id).filter((id) => /^R-(?:8\.|A\.8\.32-)/.test(id))
    for (const id of ids) {
      const turns = TURNS.filter(({ rule }) => rule === id)
      const both = [turns.some(({ expected }) => expected !== null), turns.some(({ expected }) => expected === null)]
      expect([id, ...both]).toEqual([id, true, true])
    }
  })

  test('ask whether a change was significant where nobody said so', () => {
    const org = conforming()
    takeOver(org, { significant: null })
    changed(org, { significant: null, riskChecked: null })
    expect(asked(org, /^R-8\./)).toEqual(['R-8.1-2.unstated', 'R-8.2-2'])
  })

  test('point from outsourced work to the page of the supplier that lacks something', () => {
    const org = conforming()
    org.build.set(supplier, org.host, { requirements: null })
    const found = ask(org.build.isms(), { stage: 'S2' }).major.find(({ rule }) => rule === 'R-8.1-3')
    const [work] = found?.objects ?? []
    expect(work).toMatchObject({ id: org.outsourced, watch: { id: org.host, fields: ['requirements'] } })
  })

  test('say since when a change waits for its assessment', () => {
    const org = conforming()
    takeOver(org, { effectiveAt: '2025-12-01' })
    const found = ask(org.build.isms(), { stage: 'S2' }).minor.find(({ rule }) => rule === 'R-8.2-2')
    expect(found?.since).toBe('2026-01-30')
  })
})
