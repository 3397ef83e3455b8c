import { describe, expect, test } from 'vitest'
import { momentOf } from '../../kernel/moment.ts'
import { organisation } from '../organisation/registers/organisation.ts'
import { builder } from '../samples/domain/builder.ts'
import { externalAudits, isAhead, isHeld, stageNext } from './domain/held.ts'
import { isSameItem } from './domain/items.ts'
import { cycleOf } from './domain/programme.ts'
import { mayHaveDays, mayImplement, mayPrepare } from './domain.ts'
import { audit } from './registers/audit.ts'
import { auditProgramme } from './registers/audit-programme.ts'

const ANNA = '0190a000-0000-7000-8000-0000000000a1'
const ITEM = { clauseItem: '9.2', control: null, auditor: null, evidence: [], notes: null }
const PREPARED = {
  kind: 'internal',
  criteria: ['iso27001'],
  scopeItems: [ITEM],
  leadAuditor: null,
  auditors: [ANNA],
  auditorsStated: null,
  independence: 'Werkt hier niet.',
} as const

const NOT_PREPARED = { ok: false, why: 'audit.not-prepared' }

test.each([
  ['all that 9.2.2 asks', {}, { ok: true }],
  ['nobody', { auditors: [] }, NOT_PREPARED],
  ['somebody from outside without a record', { auditors: [], auditorsStated: 'Petra' }, { ok: true }],
  ['no criterion', { criteria: [] }, NOT_PREPARED],
  ['an item that says nothing', { scopeItems: [{ ...ITEM, clauseItem: null }] }, NOT_PREPARED],
  ['no word on independence', { independence: ' ' }, NOT_PREPARED],
  ['the body prepares its own audits', { kind: 'stage1', criteria: [] }, { ok: true }],
] as const)('an audit is prepared: %s', (_, change, expected) => {
  expect(mayPrepare({ ...PREPARED, ...change })).toEqual(expected)
})

test.each([
  [null, '2026-01-19', '2026-01-19', true],
  ['2026-01-19', '2026-01-18', null, false],
  ['2026-01-18', '2026-01-19', '2026-01-18', false],
  ['2026-01-18', null, '2026-01-17', false],
])('days in order: %s, %s, report %s', (firstDay, lastDay, reportAt, isInOrder) => {
  expect(mayHaveDays({ firstDay, lastDay, reportAt }).ok).toBe(isInOrder)
})

test.each([
  ['minor', [], false],
  ['minor', [ANNA], true],
  ['ofi', [], true],
] as const)('a finding of grade %s with evidence %j', (grade, implementationEvidence, isDone) => {
  expect(mayImplement({ grade, implementationEvidence }).ok).toBe(isDone)
})

test.each([
  ['9.2', '9.2.2', true],
  ['9', '9.2', true],
  ['6.1.2', '6.1', true],
  ['9.2', '9.3', false],
  ['1', '10.1', false],
])('looking at %s is looking at %s: %s', (a, b, isSame) => {
  expect(isSameItem({ clauseItem: a, control: null }, { clauseItem: b, control: null })).toBe(isSame)
})

describe('an audit', () => {
  const make = (set: object, state: string) => {
    const build = builder()
    build.add(audit, { title: 'Audit', kind: 'internal', ...set }, { state })
    const [made] = build.isms().all(audit)
    if (made === undefined) throw new Error('cannot find the audit')
    return made
  }
  const on = momentOf('2026-03-02')

  test.each([
    ['planned for today', { plannedAt: '2026-03-02' }, 'planned', [false, true]],
    ['planned for yesterday, and did not take place', { plannedAt: '2026-03-01' }, 'prepared', [false, false]],
    ['going on', { firstDay: '2026-03-01' }, 'in_progress', [false, true]],
    ['ended today', { firstDay: '2026-03-01', lastDay: '2026-03-02' }, 'reporting', [true, false]],
    ['was cancelled', { plannedAt: '2026-04-01' }, 'cancelled', [false, false]],
  ])('%s', (_, set, state, [held, ahead]) => {
    const made = make(set, state)
    expect([isHeld(made, on), isAhead(made, on)]).toEqual([held, ahead])
  })
})

describe('audits of the body', () => {
  test('stand in the register, or else in the stage plan', () => {
    const build = builder()
    build.add(organisation, {
      title: 'Kiekendief',
      stagePlan: {
        stage1: '2026-03-16',
        stage1LastDay: null,
        stage2: '2026-05-18',
        stage2LastDay: '2026-05-20',
        surveillance: [],
        recertification: null,
      },
    })
    build.add(audit, { title: 'Fase 1', kind: 'stage1', plannedAt: '2026-03-23' })
    const found = externalAudits(build.isms(), momentOf('2026-05-21'))
    expect(found.map(({ kind, firstDay, isHeld: held, isAhead: ahead }) => [kind, firstDay, held, ahead])).toEqual([
      ['stage1', '2026-03-23', false, false],
      ['stage2', '2026-05-18', true, false],
    ])
  })

  test.each([
    ['2026-03-02', 'S1', 'the next is stage 1'],
    ['2026-03-24', 'S2', 'stage 1 has passed without being held, and stage 2 is next'],
    ['2026-05-19', 'S2', 'stage 2 goes on'],
    ['2026-05-21', 'SV', 'the certificate is to be kept'],
  ])('on %s the stage that comes next is %s: %s', (at, stage) => {
    const build = builder()
    build.add(audit, { title: 'Fase 1', kind: 'stage1', plannedAt: '2026-03-23' })
    build.add(
      audit,
      { title: 'Fase 2', kind: 'stage2', firstDay: '2026-05-18', lastDay: '2026-05-20' },
      { state: 'in_progress' },
    )
    expect(stageNext(build.isms(), at)).toBe(stage)
  })

  test('where the body never came the stage is the first', () => {
    expect(stageNext(builder().isms(), '2026-03-02')).toBe('S1')
  })
})

test('a programme that is not renewed begins a new cycle', () => {
  const build = builder()
  build.add(auditProgramme, { title: 'Programma', cycleStart: '2025-10-01' }, { state: 'in_force' })
  const [programme] = build.isms().all(auditProgramme)
  if (programme === undefined) throw new Error('cannot find the programme')
  expect(cycleOf(programme, momentOf('2028-09-30'))).toEqual({ from: '2025-10-01', to: '2028-10-01' })
  expect(cycleOf(programme, momentOf('2028-10-01'))).toEqual({ from: '2028-10-01', to: '2031-10-01' })
})
