import { describe, expect, test } from 'vitest'
import { ask, listed } from './test/ask.ts'
import { caseA, caseAForStage2, repairCaseA } from './test/case-a.ts'

// The expected lists are those of spec/cases.md, by clause as an answer has them. Case B is told in samples/noorderlicht.json.
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
