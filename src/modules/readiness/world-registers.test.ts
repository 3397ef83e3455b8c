import { describe, expect, test } from 'vitest'
import { registers } from '../../registers.gen.ts'
import { rules } from '../../rules.gen.ts'
import { action } from '../actions/register.ts'
import { audit } from '../audits/registers/audit.ts'
import { finding } from '../audits/registers/finding.ts'
import { evidence } from '../evidence/register.ts'
import { exception } from '../exceptions/register.ts'
import { nonconformity } from '../nonconformities/register.ts'
import { objective } from '../objectives/registers/objective.ts'
import { organisation } from '../organisation/registers/organisation.ts'
import { builder } from '../samples/domain/builder.ts'
import { type Conforming, conforming } from '../samples/domain/conforming/conforming.ts'
import { worldOf } from './domain/world-of.ts'
import { ask, DAY } from './test/ask.ts'

/** What the engine learns from registers of audits, nonconformities and exceptions. */

function worldIn(build: ReturnType<typeof builder>) {
  return worldOf(build.isms(), registers)
}

const NO_DAYS = {
  stage1: null,
  stage1LastDay: null,
  stage2: null,
  stage2LastDay: null,
  surveillance: [],
  recertification: null,
}

describe('the plan of audits', () => {
  test('is the register’s, and the stage plan’s for a kind of which the register has none', () => {
    const build = builder()
    build.add(organisation, {
      title: 'Voorbeeld',
      ismsStart: '2025-01-01',
      stagePlan: { ...NO_DAYS, stage1: '2025-09-01', stage2: '2025-11-03', stage2LastDay: '2025-11-04' },
    })
    build.add(audit, { title: 'Fase 1', kind: 'stage1', plannedAt: '2025-09-15' }, { state: 'planned' })
    build.add(audit, { title: 'Fase 1', kind: 'stage1', plannedAt: '2025-08-01' }, { state: 'cancelled' })
    const world = worldIn(build)
    expect(world.plan).toEqual({
      ismsStart: '2025-01-01',
      stage1: '2025-09-15',
      stage2: '2025-11-03',
      // Planned only: a planned stage 1 was not held by its record, the stage 2 of the plan is taken to be.
      externalAudits: ['2025-11-04'],
      stage2Held: '2025-11-04',
    })
    expect(world.audits.map(({ stage, firstDay, audit: id }) => [stage, firstDay, id === null])).toEqual([
      ['S1', '2025-09-15', false],
      ['S2', '2025-11-03', true],
    ])
  })

  test('counts an audit of the register as held once it was', () => {
    const build = builder()
    const days = { firstDay: '2025-11-03', lastDay: '2025-11-05' }
    build.add(audit, { title: 'Fase 2', kind: 'stage2', ...days }, { state: 'reported' })
    build.add(audit, { title: 'Controle', kind: 'surveillance', plannedAt: '2026-10-06' }, { state: 'planned' })
    build.add(audit, { title: 'Intern', kind: 'internal', ...days }, { state: 'reported' })
    expect(worldIn(build).plan).toMatchObject({ stage2Held: '2025-11-05', externalAudits: ['2025-11-05'] })
  })
})

describe('findings of the certification body', () => {
  function found(set: Readonly<Record<string, unknown>>, state = 'accepted', kind: 'stage1' | 'stage2' = 'stage2') {
    const build = builder()
    const lastDay = '2025-09-18'
    const of = build.add(audit, { title: 'Audit', kind, firstDay: lastDay, lastDay }, { state: 'closed' })
    const proof = build.add(evidence, { title: 'Bewijs' })
    const common = {
      title: 'Afwijking',
      audit: of,
      authorKind: 'external_auditor',
      grade: 'minor',
      rule: 'R-A.5.18-3',
    } as const
    build.add(finding, { ...common, ...set }, { state })
    return { external: worldIn(build).externalFindings, proof }
  }

  test('raise a repeat: nonconformities that were raised, with the last day of their audit', () => {
    expect(found({}).external).toMatchObject([
      { rule: 'R-A.5.18-3', grade: 'minor', auditLastDay: '2025-09-18', isStage1: false, implementedAt: null },
    ])
    expect(found({}, 'accepted', 'stage1').external).toMatchObject([{ isStage1: true }])
  })

  test.each([
    ['an OFI', { grade: 'ofi' }, 'accepted'],
    ['a draft', {}, 'draft'],
    ['one withdrawn', {}, 'withdrawn'],
    ['an internal auditor’s', { authorKind: 'internal_auditor' }, 'accepted'],
  ])('do not count %s', (_, set, state) => {
    expect(found(set, state).external).toEqual([])
  })

  test('are implemented with evidence, or once they were verified', () => {
    const on = (set: Readonly<Record<string, unknown>>) => found(set).external[0]?.implementedAt
    expect(on({ implementedAt: '2025-12-10' })).toBeNull()
    expect(on({ implementedAt: '2025-12-10', verifiedAt: '2026-01-20' })).toBe('2026-01-20')
    const build = builder()
    const of = build.add(audit, { title: 'A', kind: 'stage2', lastDay: '2025-09-18' }, { state: 'closed' })
    const implementationEvidence = [build.add(evidence, { title: 'Bewijs' })]
    const done = { implementedAt: '2025-12-10', implementationEvidence }
    build.add(
      finding,
      { title: 'F', audit: of, authorKind: 'external_auditor', grade: 'minor', ...done },
      { state: 'implemented' },
    )
    expect(worldIn(build).externalFindings[0]?.implementedAt).toBe('2025-12-10')
  })
})

const unmeasured = rules.filter(({ id }) => id === 'R-6.2-b-1')

function spoilt(): Conforming & { readonly objects: readonly string[] } {
  const org = conforming()
  const objects = org.objectives.slice(0, 2)
  for (const id of objects) org.build.set(objective, id, { target: null })
  return { ...org, objects }
}

describe('an own nonconformity', () => {
  function covered(set: Readonly<Record<string, unknown>>, state: string) {
    const org = spoilt()
    const common = {
      title: 'Doelen zonder getal',
      objects: org.objects,
      owner: org.officer,
      due: '2026-04-01',
      detectedAt: '2026-02-15',
    }
    const id = org.build.add(nonconformity, { ...common, ...set }, { state, validFrom: '2026-02-15' })
    const { known, minor } = ask(org.build.isms(), { rules: unmeasured })
    return { id, known: known.map(({ inHand }) => inHand), minors: minor.length }
  }

  test('has a finding in hand that it covers, while it is being worked on (M-7)', () => {
    const { id, known, minors } = covered({}, 'in_progress')
    expect([known, minors]).toEqual([[id], 0])
  })

  test.each([
    ['that nobody works on yet', {}, 'action_planned'],
    ['that is overdue', { due: '2026-03-01' }, 'in_progress'],
    ['about another rule', { rule: 'R-6.2-h-1' }, 'in_progress'],
    ['without an owner', { owner: null }, 'in_progress'],
    ['that was withdrawn', {}, 'withdrawn'],
    ['about one of two objects', { objects: [] }, 'in_progress'],
  ])('has not, where it is one %s', (_, set, state) => {
    expect(covered(set, state)).toMatchObject({ known: [], minors: 1 })
  })

  test('shows progress by one of its actions as well', () => {
    const org = spoilt()
    const done = org.build.add(
      action,
      { title: 'Eén doel af', kind: 'corrective', doneAt: '2026-02-20' },
      { state: 'done', validFrom: '2026-02-16' },
    )
    const set = { title: 'Doelen', objects: org.objects, owner: org.officer, due: '2026-04-01', actions: [done] }
    org.build.add(nonconformity, set, { state: 'action_planned', validFrom: '2026-02-15' })
    expect(ask(org.build.isms(), { rules: unmeasured }).known).toHaveLength(1)
  })
})

describe('an exception of the register', () => {
  const about = (state: string, set: Readonly<Record<string, unknown>> = {}) => {
    const org = conforming()
    const subject = org.objectives[0] ?? ''
    const common = { title: 'Later herzien', subject, approvedAt: '2026-02-01', until: '2026-06-01' }
    org.build.add(exception, { ...common, ...set }, { state, validFrom: '2026-02-01' })
    return worldIn(org.build).exceptions.filter((one) => one.subject === subject)
  }

  test('counts from its approval to its last day, for its rule or for any', () => {
    expect(about('approved')).toMatchObject([{ rule: null, approvedAt: '2026-02-01', until: '2026-06-01' }])
    expect(about('approved', { rule: 'R-6.2-d-1' })).toMatchObject([{ rule: 'R-6.2-d-1' }])
    expect(about('asked')).toEqual([])
    expect(about('ended')).toEqual([])
    expect(about('approved', { until: null })).toEqual([])
  })
})

test('all twelve yearly questions are asked, each of somebody', () => {
  const org = conforming()
  const { yearly } = ask(org.build.isms(), { stage: 'RC', at: DAY })
  expect(yearly.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  expect(yearly.filter(({ answerer }) => answerer === null)).toEqual([])
})
