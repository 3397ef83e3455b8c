import { describe, expect, test } from 'vitest'
import type { InputOf } from '../../kernel/register.ts'
import { rules } from '../../rules.gen.ts'
import { action } from '../actions/register.ts'
import { audit } from '../audits/registers/audit.ts'
import { finding } from '../audits/registers/finding.ts'
import { certificate } from '../certificates/registers/certificate.ts'
import { markUse } from '../certificates/registers/mark-use.ts'
import { ismsChange } from '../changes/registers/isms-change.ts'
import { nonconformity } from '../nonconformities/register.ts'
import { organisation } from '../organisation/registers/organisation.ts'
import type { Conforming } from '../samples/domain/conforming/conforming.ts'
import { conforming } from '../samples/domain/conforming/conforming.ts'
import { scope } from '../scopes/register.ts'
import { statement } from '../statements/registers/statement.ts'
import { forecast } from './domain/forecast.ts'
import { ask, caseOf } from './test/ask.ts'
import { check, type Turn } from './test/turn.ts'

/** Stage 2 ended on 2025-09-18, the decision is of 2025-10-20, the certificate is valid until 2028-10-19. */
const wish = { phase: 'certified', at: '2026-09-14' } as const
const CERTIFIED = { wish, at: '2026-09-14', stage: 'SV' } as const
const LAST_YEAR = { wish, stage: 'RC' } as const

/** Audits of the body in the small organisation, which has none but those of its stage plan. */
function stages(org: Conforming, stage1: string, stage2: string): void {
  org.build.add(audit, { title: 'Fase 1', kind: 'stage1', firstDay: stage1, lastDay: stage1 })
  org.build.add(audit, { title: 'Fase 2', kind: 'stage2', firstDay: stage2, lastDay: stage2 })
}

function surveillance(org: Conforming, set: InputOf<typeof audit> & { readonly state?: string }): void {
  org.build.set(audit, org.bodyAudits[2] ?? '', { firstDay: null, lastDay: null, ...set })
}

/** No day, neither in the register nor in the stage plan. */
function unplanned(org: Conforming): void {
  surveillance(org, { plannedAt: null })
  org.build.set(organisation, org.organisation, { stagePlan: stagePlan({}) })
}

function stagePlan(set: { readonly stage1?: string; readonly stage1LastDay?: string; readonly stage2?: string }) {
  const none = { stage1: null, stage1LastDay: null, stage2: null, stage2LastDay: null, recertification: null }
  return { ...none, surveillance: [], ...set }
}

function surveyed(org: Conforming, ...days: readonly string[]): void {
  for (const day of days) {
    org.build.add(
      audit,
      { title: `Controle ${day}`, kind: 'surveillance', firstDay: day, lastDay: day },
      { state: 'closed' },
    )
  }
}

/** Both surveillance audits of the cycle were held, and a recertification stands in the diary, or none. */
function thirdYear(org: Conforming, planned: string | null = null): void {
  surveyed(org, '2026-10-06', '2027-10-05')
  if (planned !== null) org.build.add(audit, { title: 'Hercertificering', kind: 'recertification', plannedAt: planned })
}

function external(org: Conforming, set: InputOf<typeof finding>): string {
  return org.build.add(
    finding,
    {
      title: 'Oude accounts',
      audit: org.bodyAudits[0] ?? null,
      authorKind: 'external_auditor',
      grade: 'minor',
      ...set,
    },
    { state: 'accepted' },
  )
}

/** A stage 2 that was held on 2026-02-10 and on which nothing has been decided. */
function initialMajor(org: Conforming, set: InputOf<typeof finding>): void {
  const stage2 = org.build.add(
    audit,
    { title: 'Fase 2', kind: 'stage2', firstDay: '2026-02-09', lastDay: '2026-02-10' },
    { state: 'reported' },
  )
  external(org, { audit: stage2, grade: 'major', ...set })
}

const HANDLED = { planAcceptedAt: '2025-10-18', implementedAt: '2025-12-10' }

function change(org: Conforming, set: InputOf<typeof ismsChange>): string {
  return org.build.add(
    ismsChange,
    { title: 'Overname', significant: true, effectiveAt: '2026-04-01', owner: org.officer, ...set },
    { state: 'effective' },
  )
}

function settle(org: Conforming, object: string): void {
  const done = org.build.add(
    action,
    {
      title: 'Melden op de lijst',
      kind: 'corrective',
      owner: org.officer,
      doneAt: '2026-06-01',
      effectivenessReviewedAt: '2026-08-01',
      effectivenessReviewedBy: org.director,
      effectivenessResult: 'effective',
      noChangeNeeded: true,
    },
    { state: 'done' },
  )
  org.build.add(nonconformity, { title: 'Te laat gemeld', objects: [object], owner: org.officer, actions: [done] })
}

function newStatement(org: Conforming): void {
  org.build.set(statement, org.statement, { state: 'superseded' })
  org.build.add(
    statement,
    {
      title: 'Verklaring',
      versionLabel: '2.0',
      approvedBy: org.director,
      approvedAt: '2026-08-01',
      inForceAt: '2026-08-01',
    },
    { state: 'in_force' },
  )
}

const CYCLE: readonly Turn[] = [
  {
    rule: 'R-CERT-1',
    what: 'six months to the day',
    deviate: (org) => stages(org, '2026-03-16', '2026-09-16'),
    stage: 'S1',
    expected: null,
  },
  {
    rule: 'R-CERT-1',
    what: 'a day more',
    deviate: (org) => stages(org, '2026-03-16', '2026-09-17'),
    stage: 'S1',
    expected: ['OFI'],
  },
  {
    rule: 'R-CERT-1',
    what: 'the stage plan alone says so',
    deviate: ({ build, organisation: own }) =>
      build.set(organisation, own, {
        stagePlan: stagePlan({ stage1: '2026-03-16', stage1LastDay: '2026-03-17', stage2: '2026-09-18' }),
      }),
    stage: 'S1',
    expected: ['OFI'],
  },
  {
    rule: 'R-CERT-2',
    what: 'verified on the last day',
    deviate: (org) => initialMajor(org, { verifiedAt: '2026-08-10' }),
    at: '2026-09-01',
    expected: null,
  },
  {
    rule: 'R-CERT-2',
    what: 'verified a day later',
    deviate: (org) => initialMajor(org, { verifiedAt: '2026-08-11' }),
    at: '2026-09-01',
    expected: ['MAJ'],
  },
  {
    rule: 'R-CERT-2',
    what: 'open on the last day',
    deviate: (org) => initialMajor(org, {}),
    at: '2026-08-10',
    expected: null,
  },
  {
    rule: 'R-CERT-2',
    what: 'open after it',
    deviate: (org) => initialMajor(org, {}),
    at: '2026-08-11',
    expected: ['MAJ'],
  },
  { rule: 'R-CERT-3', what: 'planned in time, as in case B', deviate: () => undefined, ...CERTIFIED, expected: null },
  {
    rule: 'R-CERT-3',
    what: 'planned on the limit',
    deviate: (org) => surveillance(org, { plannedAt: '2026-10-20' }),
    ...CERTIFIED,
    expected: null,
  },
  {
    rule: 'R-CERT-3',
    what: 'planned after the limit',
    deviate: (org) => surveillance(org, { plannedAt: '2026-10-21' }),
    ...CERTIFIED,
    expected: ['MIN', 'unplanned'],
  },
  {
    rule: 'R-CERT-3',
    what: 'no plan 61 days before the limit',
    deviate: unplanned,
    ...CERTIFIED,
    at: '2026-08-20',
    expected: null,
  },
  {
    rule: 'R-CERT-3',
    what: 'no plan sixty days before the limit',
    deviate: unplanned,
    ...CERTIFIED,
    at: '2026-08-21',
    expected: ['MIN', 'unplanned'],
  },
  {
    rule: 'R-CERT-3',
    what: 'the limit has passed',
    deviate: (org) => surveillance(org, { plannedAt: '2026-11-03' }),
    ...CERTIFIED,
    at: '2026-10-21',
    expected: ['MAJ', 'passed'],
  },
  {
    rule: 'R-CERT-3',
    what: 'held late, and that is behind us',
    deviate: (org) => surveillance(org, { state: 'closed', firstDay: '2026-11-03', lastDay: '2026-11-03' }),
    ...CERTIFIED,
    at: '2026-11-04',
    expected: null,
  },
  {
    rule: 'R-CERT-3',
    what: 'none in the calendar year after',
    deviate: (org) => surveyed(org, '2026-10-06'),
    ...CERTIFIED,
    at: '2028-01-01',
    expected: ['MAJ', 'passed'],
  },
  {
    rule: 'R-CERT-3',
    what: 'the year of recertification asks for none',
    deviate: (org) => thirdYear(org),
    ...CERTIFIED,
    at: '2028-06-01',
    expected: null,
  },
  {
    rule: 'R-CERT-4',
    what: 'no plan half a year and a day before',
    deviate: (org) => thirdYear(org),
    ...LAST_YEAR,
    at: '2028-04-18',
    expected: null,
  },
  {
    rule: 'R-CERT-4',
    what: 'no plan half a year before',
    deviate: (org) => thirdYear(org),
    ...LAST_YEAR,
    at: '2028-04-19',
    expected: ['MIN', 'unplanned'],
  },
  {
    rule: 'R-CERT-4',
    what: 'planned ninety days before',
    deviate: (org) => thirdYear(org, '2028-07-21'),
    ...LAST_YEAR,
    at: '2028-05-01',
    expected: null,
  },
  {
    rule: 'R-CERT-4',
    what: 'planned 89 days before',
    deviate: (org) => thirdYear(org, '2028-07-22'),
    ...LAST_YEAR,
    at: '2028-05-01',
    expected: ['MIN', 'planned_late'],
  },
  {
    rule: 'R-CERT-4',
    what: 'the last day',
    deviate: (org) => thirdYear(org, '2028-10-19'),
    ...LAST_YEAR,
    at: '2028-10-19',
    expected: ['MIN', 'planned_late'],
  },
  {
    rule: 'R-CERT-4',
    what: 'the day after',
    deviate: (org) => thirdYear(org),
    ...LAST_YEAR,
    at: '2028-10-20',
    expected: ['MAJ', 'expired'],
  },
  {
    rule: 'R-CERT-4',
    what: 'the day after, with a major open',
    deviate: (org) => {
      thirdYear(org)
      external(org, { grade: 'major' })
    },
    ...LAST_YEAR,
    at: '2028-10-20',
    expected: ['MAJ', 'majors'],
  },
  {
    rule: 'R-CERT-4',
    what: 'recertified in time',
    deviate: (org) => {
      thirdYear(org)
      org.build.set(certificate, org.certificate, {
        state: 'recertified',
        decisionAt: '2028-10-01',
        validUntil: '2031-10-19',
      })
    },
    ...LAST_YEAR,
    at: '2028-10-20',
    expected: null,
  },
]

const FINDINGS: readonly Turn[] = [
  {
    rule: 'R-CERT-5',
    what: 'carried out with evidence, as in case B',
    deviate: () => undefined,
    ...CERTIFIED,
    expected: null,
  },
  {
    rule: 'R-CERT-5',
    what: 'carried out without evidence',
    deviate: (org) => external(org, HANDLED),
    ...CERTIFIED,
    expected: ['MAJ', 'open'],
  },
  {
    rule: 'R-CERT-5',
    what: 'the plan was accepted on the thirtieth day',
    deviate: (org) => external(org, { ...HANDLED, implementationEvidence: org.workPapers }),
    ...CERTIFIED,
    expected: null,
  },
  {
    rule: 'R-CERT-5',
    what: 'the plan was accepted on the thirty-first day',
    deviate: (org) =>
      external(org, { ...HANDLED, planAcceptedAt: '2025-10-19', implementationEvidence: org.workPapers }),
    ...CERTIFIED,
    expected: ['MIN', 'plan'],
  },
  {
    rule: 'R-CERT-5',
    what: 'a major on the ninetieth day',
    deviate: (org) => external(org, { grade: 'major' }),
    ...CERTIFIED,
    at: '2025-12-17',
    expected: null,
  },
  {
    rule: 'R-CERT-5',
    what: 'a major after ninety days',
    deviate: (org) => external(org, { grade: 'major' }),
    ...CERTIFIED,
    at: '2025-12-18',
    expected: ['MAJ', 'major'],
  },
  {
    rule: 'R-CERT-5',
    what: 'an area of concern of stage 1',
    deviate: (org) => external(org, { audit: org.bodyAudits[1] ?? null }),
    ...CERTIFIED,
    expected: null,
  },
]

const AGREEMENT: readonly Turn[] = [
  {
    rule: 'R-CERT-6',
    what: 'thirty days later',
    deviate: (org) => change(org, {}),
    ...CERTIFIED,
    at: '2026-05-01',
    expected: null,
  },
  {
    rule: 'R-CERT-6',
    what: 'thirty-one days later, as in case B',
    deviate: (org) => change(org, {}),
    ...CERTIFIED,
    at: '2026-05-02',
    expected: ['MIN'],
  },
  {
    rule: 'R-CERT-6',
    what: 'told on the thirtieth day',
    deviate: (org) => change(org, { bodyNotifiedAt: '2026-05-01' }),
    ...CERTIFIED,
    expected: null,
  },
  {
    rule: 'R-CERT-6',
    what: 'told a day late, which stays',
    deviate: (org) => change(org, { bodyNotifiedAt: '2026-05-02' }),
    ...CERTIFIED,
    expected: ['MIN'],
  },
  {
    rule: 'R-CERT-6',
    what: 'told late, and settled',
    deviate: (org) => settle(org, change(org, { bodyNotifiedAt: '2026-05-02' })),
    ...CERTIFIED,
    expected: null,
  },
  {
    rule: 'R-CERT-6',
    what: 'not significant',
    deviate: (org) => change(org, { significant: false }),
    ...CERTIFIED,
    expected: null,
  },
  {
    rule: 'R-CERT-6',
    what: 'nobody said whether it is significant: a question',
    deviate: (org) => change(org, { significant: null }),
    ...CERTIFIED,
    expected: null,
  },
  {
    rule: 'R-CERT-6',
    what: 'before there was anybody to tell',
    deviate: (org) => change(org, { effectiveAt: '2025-09-18' }),
    ...CERTIFIED,
    expected: null,
  },
  {
    rule: 'R-CERT-7',
    what: 'a person says that the scope is another',
    deviate: (org) => org.build.set(certificate, org.certificate, { scopeText: 'Alles', scopeAgrees: false }),
    ...CERTIFIED,
    expected: ['MIN', 'scope'],
  },
  {
    rule: 'R-CERT-7',
    what: 'other words, and a person says that they mean the same',
    deviate: (org) => org.build.set(certificate, org.certificate, { scopeText: 'Ontwikkeling van Planbord' }),
    ...CERTIFIED,
    expected: null,
  },
  {
    rule: 'R-CERT-7',
    what: 'a new scope that nobody has held against it: a question',
    deviate: (org) => org.build.set(scope, org.scope, { statement: 'Meer dan Planbord', inForceFrom: '2026-08-01' }),
    ...CERTIFIED,
    expected: null,
  },
  { rule: 'R-CERT-7', what: 'another statement', deviate: newStatement, ...CERTIFIED, expected: ['MIN', 'statement'] },
  {
    rule: 'R-CERT-7',
    what: 'another statement, and the body was told that day',
    deviate: (org) => {
      newStatement(org)
      org.build.set(certificate, org.certificate, { noticeSentAt: '2026-08-01' })
    },
    ...CERTIFIED,
    expected: null,
  },
  {
    rule: 'R-CERT-7',
    what: 'a mark on a product',
    deviate: (org) => org.build.set(markUse, org.markUse ?? '', { withinRules: false }),
    ...CERTIFIED,
    expected: ['MIN', 'mark'],
  },
  {
    rule: 'R-CERT-7',
    what: 'a mark after its last day',
    deviate: (org) => org.build.set(markUse, org.markUse ?? '', { withinRules: false, untilDate: '2026-09-13' }),
    ...CERTIFIED,
    expected: null,
  },
  {
    rule: 'R-CERT-7',
    what: 'a suspended certificate is still shown',
    deviate: (org) => org.build.set(certificate, org.certificate, { state: 'suspended' }),
    ...CERTIFIED,
    expected: ['MIN', 'outlived'],
  },
]

const TURNS = [...CYCLE, ...FINDINGS, ...AGREEMENT]

describe('the rules of the certification body', () => {
  test.each(TURNS)('$rule: $what', (turn) => check(turn))

  test('forecast the day on which a change should have been told', () => {
    const org = conforming(wish)
    change(org, {})
    const steps = forecast(caseOf(org.build.isms(), { stage: 'SV' }), '2026-04-15', '2026-05-10')
    const turned = steps.find(({ appears }) => appears.some(({ rule }) => rule === 'R-CERT-6'))
    expect(turned?.at).toBe('2026-05-02')
  })

  test('name a certificate once, whatever number of surveillances it missed', () => {
    const org = conforming(wish)
    unplanned(org)
    const found = ask(org.build.isms(), { at: '2027-01-01', stage: 'SV' }).major.find(({ rule }) => rule === 'R-CERT-3')
    expect(found?.parts[0]).toMatchObject({ objects: [org.certificate], values: { limit: { date: '2026-10-20' } } })
  })

  test('ask whether a change was significant only where it was not told in time', () => {
    for (const [bodyNotifiedAt, times] of [
      ['2026-04-20', 0],
      [null, 1],
    ] as const) {
      const org = conforming(wish)
      change(org, { significant: null, bodyNotifiedAt })
      const asked = ask(org.build.isms(), CERTIFIED).question.filter(({ rule }) => rule === 'R-CERT-6')
      expect(asked).toHaveLength(times)
    }
  })

  test('trip once and rest once each', () => {
    for (const id of rules.map((one) => one.id).filter((one) => one.startsWith('R-CERT'))) {
      const turns = TURNS.filter(({ rule }) => rule === id)
      const both = [turns.some(({ expected }) => expected !== null), turns.some(({ expected }) => expected === null)]
      expect([id, ...both]).toEqual([id, true, true])
    }
  })
})
