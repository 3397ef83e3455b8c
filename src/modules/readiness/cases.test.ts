import { describe, expect, test } from 'vitest'
import { ismsChange } from '../changes/registers/isms-change.ts'
import { evidence } from '../evidence/register.ts'
import { location } from '../organisation/registers/location.ts'
import { organisation } from '../organisation/registers/organisation.ts'
import { type Conforming, conforming } from '../samples/domain/conforming/conforming.ts'
import { statement } from '../statements/registers/statement.ts'
import { statementLine } from '../statements/registers/statement-line.ts'
import { treatment } from '../treatments/registers/treatment.ts'
import { forecast } from './domain/forecast.ts'
import { ask, caseOf, listed, said } from './test/ask.ts'
import { caseA, caseAForStage2, repairCaseA } from './test/case-a.ts'

// The expected lists are those of spec/cases.md, by clause as an answer has them.
const MINORS = [
  'R-4.1-2',
  'R-4.3-3',
  'R-6.1.2-b-1',
  'R-6.1.2-c-2',
  'R-6.1.3-d-1',
  'R-6.1.3-d-6',
  'R-6.2-b-1',
  'R-7.5.3-5',
  'R-9.2.2-2',
]

describe('case A, Kiekendief Software (sample)', () => {
  test('expects at stage 1 exactly what the specification lists', () => {
    const answer = ask(caseA().build.isms(), { at: '2026-03-02' })
    expect(listed(answer)).toEqual({
      MAJ: ['R-6.1.3-f-1', 'R-6.1.3-f-2'],
      MIN: MINORS,
      OFI: ['R-5.2-4', 'R-9.2.1-1', 'R-9.3.1-1'],
    })
    expect(answer.question).toEqual([])
    expect(answer.ready.ok).toBe(false)
  })

  test('counts as the specification counts', () => {
    const answer = ask(caseA().build.isms(), { at: '2026-03-02' })
    const values = (rule: string) => answer.minor.find((finding) => finding.rule === rule)?.parts[0]?.values
    expect(values('R-6.1.2-c-2')).toEqual({ n: 2, total: 18 })
    expect(answer.minor.find((finding) => finding.rule === 'R-6.1.2-b-1')?.objects.map(({ number }) => number)).toEqual(
      ['R-9', 'R-10', 'R-11'],
    )
    const owners = answer.major.find((finding) => finding.rule === 'R-6.1.3-f-1')
    expect(owners?.objects.map(({ number }) => number)).toEqual(['R-1', 'R-2', 'R-3', 'R-4', 'R-5'])
  })

  test('previews stage 2 with what more facts give', () => {
    const isms = caseAForStage2().build.isms()
    const preview = ask(isms, { at: '2026-03-02' }).preview.map(({ rule, severity }) => `${rule} ${severity}`)
    expect(preview).toEqual(['R-5.2-3 MAJ', 'R-6.1.3-d-8 MAJ', 'R-7.3-1 MAJ', 'R-A.8.13-1 MIN'])
    const stage2 = ask(isms, { at: '2026-03-02', stage: 'S2' })
    expect(listed(stage2)).toEqual({
      MAJ: ['R-5.2-3', 'R-6.1.3-d-8', 'R-6.1.3-f-1', 'R-6.1.3-f-2', 'R-7.3-1', 'R-9.2.1-1', 'R-9.3.1-1'],
      MIN: [...MINORS, 'R-A.8.13-1'],
      OFI: ['R-5.2-4'],
    })
  })

  test('is ready after the repair of 9 March, and keeps the old answer for the old day', () => {
    const org = caseA()
    const before = org.build.isms()
    const old = ask(before, { at: '2026-03-02' })
    repairCaseA(org)
    const answer = ask(org.build.isms(), { at: '2026-03-10' })
    expect(listed(answer)).toEqual({
      MAJ: [],
      MIN: MINORS.filter((rule) => !['R-6.1.2-c-2', 'R-6.1.3-d-1'].includes(rule)),
      OFI: ['R-5.2-4', 'R-9.2.1-1', 'R-9.3.1-1'],
    })
    expect(answer.ready).toEqual({ ok: true, majors: 0, questions: 0 })
    expect(ask(before, { at: '2026-03-02' })).toEqual(old)
  })
})

/** Case B of the specification in what concerns clauses 4 to 6: B7 and B10, after a stage 2 in September 2025. */
function caseB(): Conforming {
  const org = conforming()
  const { build } = org
  build.set(organisation, org.organisation, {
    stagePlan: {
      stage1: '2025-06-10',
      stage1LastDay: '2025-06-11',
      stage2: '2025-09-15',
      stage2LastDay: '2025-09-18',
      surveillance: [{ firstDay: '2026-10-06', lastDay: null }],
      recertification: null,
    },
  })
  build.set(statement, org.statement, { approvedAt: '2025-09-01', inForceAt: '2025-09-01' })
  // In this case no other line was touched since, nor the controls of any treatment.
  for (const line of org.lines.values()) build.set(statementLine, line, { changedAt: '2025-08-20' })
  for (const number of ['8.7', '8.16'])
    build.set(statementLine, org.lines.get(number) ?? '', { changedAt: '2026-05-20' })
  for (const of of org.treatments) untouched(org, of)
  for (const proof of org.evidence.values()) build.set(evidence, proof, { periodTo: '2026-05-31' })
  build.add(location, { title: 'Emmen', kind: 'office' }, { validFrom: '2026-04-01' })
  build.add(
    ismsChange,
    {
      title: 'Overname',
      significant: true,
      purpose: 'Groeien',
      consequences: 'Acht mensen erbij',
      resources: 'Veertig uur',
      responsibilities: 'Directie',
      approvedBy: org.director,
      approvedAt: '2026-03-01',
      effectiveAt: '2026-04-01',
    },
    { state: 'effective' },
  )
  return org
}

function untouched(org: Conforming, of: string): void {
  org.build.set(treatment, of, { controlsChangedAt: '2025-08-01' })
}

describe('case B, Noorderlicht IT Beheer (sample)', () => {
  test.each(['2026-06-30', '2026-09-14'])('expects R-4.3-3 and R-6.1.3-d-9 on %s, and not R-6.3-1', (at) => {
    const answer = ask(caseB().build.isms(), { at, stage: 'SV' })
    const minors = answer.minor.map((finding) => finding.rule).filter((rule) => !LATER.includes(rule))
    expect(minors).toEqual(['R-4.3-3', 'R-6.1.3-d-9'])
    expect(answer.minor.find((finding) => finding.rule === 'R-6.1.3-d-9')?.since).toBe('2026-06-20')
    expect(said(answer, 'R-6.3-1')).toBeNull()
  })

  test('forecasts the day on which the statement is overtaken: thirty days after the change, and one', () => {
    const steps = forecast(caseOf(caseB().build.isms(), { stage: 'SV' }), '2026-06-01', '2026-06-30')
    const turned = steps.find(({ appears }) => appears.some(({ rule }) => rule === 'R-6.1.3-d-9'))
    expect(turned?.at).toBe('2026-06-20')
  })
})

/** Rhythms of the base organisation that turn in summer, and are in order in the specification's case. */
const LATER = ['R-6.2-d-1']
