import { describe, expect, test } from 'vitest'
import { parametersOf } from '../../kernel/parameters.ts'
import { rules } from '../../rules.gen.ts'
import { action } from '../actions/register.ts'
import { audit } from '../audits/registers/audit.ts'
import { auditProgramme } from '../audits/registers/audit-programme.ts'
import { finding } from '../audits/registers/finding.ts'
import { programmeLine } from '../audits/registers/programme-line.ts'
import { control } from '../controls/register.ts'
import { nonconformity } from '../nonconformities/register.ts'
import { organisation } from '../organisation/registers/organisation.ts'
import { person } from '../people/registers/person.ts'
import { ismsProcess } from '../processes/registers/isms-process.ts'
import { type Conforming, conforming } from '../samples/domain/conforming/conforming.ts'
import { statementLine } from '../statements/registers/statement-line.ts'
import { ask } from './test/ask.ts'
import { asked } from './test/asked.ts'
import { check, type Turn } from './test/turn.ts'

/** The audit that was held on 2026-01-19, with its report of 29 January. */
function held(org: Conforming): string {
  return org.audits[0]
}

/** Certified on 2025-10-20; internal audits ended on 2025-05-14 and 2026-05-14. */
const CERTIFIED = { wish: { phase: 'certified', at: '2026-09-14' }, at: '2026-09-14', stage: 'SV' } as const

function withoutAudits({ build, audits, nextAudit, clauseLines, controlLines }: Conforming): void {
  for (const id of [...audits, nextAudit]) build.remove(id)
  for (const id of [...clauseLines.values(), ...controlLines.values()])
    build.set(programmeLine, id, { plannedDates: [] })
}

function planned(org: Conforming, on: string): void {
  for (const id of org.audits) org.build.remove(id)
  org.build.set(audit, org.nextAudit, { plannedAt: on })
}

/** The certified organisation with its last internal audit on a day, and none before it. */
function lastAudit(org: Conforming, on: string): void {
  org.build.set(audit, org.audits.at(-1) ?? '', { firstDay: on, lastDay: on, reportAt: on })
  org.audits.slice(0, -1).forEach((id) => org.build.remove(id))
}

function items(org: Conforming, of: readonly { clauseItem?: string; control?: string }[], auditor: string): void {
  org.build.set(audit, held(org), {
    auditors: [auditor],
    leadAuditor: auditor,
    scopeItems: of.map(({ clauseItem = null, control: number }) => ({
      clauseItem,
      control: number === undefined ? null : (org.controls.get(number) ?? null),
      auditor: null,
      evidence: org.workPapers,
      notes: null,
    })),
  })
}

/** The first employee owns the assessment of risks, and nothing else. */
function owning(org: Conforming): string {
  const someone = org.people[5] ?? ''
  org.build.set(ismsProcess, org.processes[0] ?? '', { owner: someone })
  return someone
}

function raise(org: Conforming, set: { readonly clauseItem?: string; readonly grade?: 'minor' | 'ofi' } = {}): string {
  return org.build.add(
    finding,
    {
      title: 'Lijst ontbreekt',
      audit: held(org),
      authorKind: 'internal_auditor',
      grade: 'minor',
      raisedAt: '2026-01-29',
      ...set,
    },
    { state: 'raised' },
  )
}

function drop(org: Conforming, numbers: readonly string[]): void {
  for (const number of numbers) org.build.remove(org.clauseLines.get(number) ?? '')
}

const THIRTEEN = ['4.1', '4.2', '4.3', '4.4', '5.1', '5.2', '5.3', '6.1.1', '6.1.2', '6.1.3', '6.2', '6.3', '7.1']

const PROGRAMME: readonly Turn[] = [
  {
    rule: 'R-9.2.2-1',
    what: 'no programme',
    deviate: ({ build, programme }) => build.remove(programme),
    expected: ['MAJ', 'none'],
  },
  {
    rule: 'R-9.2.2-1',
    what: 'a draft',
    deviate: ({ build, programme }) => build.set(auditProgramme, programme, { state: 'draft' }),
    expected: ['MIN', 'draft'],
  },
  {
    rule: 'R-9.2.2-1',
    what: 'no word on reporting',
    deviate: ({ build, programme }) => build.set(auditProgramme, programme, { reporting: ' ' }),
    expected: ['MIN', 'incomplete'],
  },
  {
    rule: 'R-9.2.2-1',
    what: 'in force from today',
    deviate: ({ build, programme }) => build.set(auditProgramme, programme, { inForceFrom: '2026-03-02' }),
    expected: null,
  },
  {
    rule: 'R-9.2.2-2',
    what: 'no control is planned, as in case A',
    deviate: ({ build, controlLines }) => [...controlLines.values()].forEach((id) => build.remove(id)),
    expected: ['MIN', 'controls'],
  },
  {
    rule: 'R-9.2.2-2',
    what: 'one clause is not planned, nor one control',
    deviate: (org) => {
      drop(org, ['9.3'])
      org.build.set(programmeLine, org.controlLines.get('8.5') ?? '', { plannedDates: [] })
    },
    expected: ['MIN', 'clauses', 'controls'],
  },
  {
    rule: 'R-9.2.2-2',
    what: 'twelve of 25 clauses',
    deviate: (org) => drop(org, THIRTEEN.slice(1)),
    expected: ['MIN', 'clauses'],
  },
  {
    rule: 'R-9.2.2-2',
    what: 'thirteen of 25 clauses',
    deviate: (org) => drop(org, THIRTEEN),
    expected: ['MAJ', 'clauses'],
  },
  {
    rule: 'R-9.2.2-2',
    what: 'planned on the last day of the cycle',
    deviate: ({ build, clauseLines }) =>
      build.set(programmeLine, clauseLines.get('9.3') ?? '', { plannedDates: [{ on: '2028-09-30', audit: null }] }),
    expected: null,
  },
  {
    rule: 'R-9.2.2-2',
    what: 'planned on the first day of the next cycle',
    deviate: ({ build, clauseLines }) =>
      build.set(programmeLine, clauseLines.get('9.3') ?? '', { plannedDates: [{ on: '2028-10-01', audit: null }] }),
    expected: ['MIN', 'clauses'],
  },
  {
    rule: 'R-9.2.2-2',
    what: 'a new cycle without a plan',
    deviate: () => undefined,
    at: '2028-10-01',
    expected: ['MAJ', 'clauses', 'controls'],
  },
  {
    rule: 'R-9.2.2-2',
    what: 'without a programme another rule speaks',
    deviate: ({ build, programme }) => build.remove(programme),
    expected: null,
  },
  {
    rule: 'R-9.2.2-4',
    what: 'a line without importance',
    deviate: ({ build, clauseLines }) => build.set(programmeLine, clauseLines.get('9.3') ?? '', { importance: null }),
    expected: ['MIN', 'importance'],
  },
  {
    rule: 'R-9.2.2-4',
    what: 'a finding, and the item comes back after more than a year',
    deviate: (org) => {
      raise(org, { clauseItem: '7.4', grade: 'ofi' })
      org.build.set(programmeLine, org.clauseLines.get('7.4') ?? '', {
        plannedDates: [{ on: '2027-01-30', audit: null }],
      })
    },
    expected: ['MIN', 'findings'],
  },
  {
    rule: 'R-9.2.2-4',
    what: 'the item comes back a year after the finding',
    deviate: (org) => {
      raise(org, { clauseItem: '7.4', grade: 'ofi' })
      org.build.set(programmeLine, org.clauseLines.get('7.4') ?? '', {
        plannedDates: [{ on: '2027-01-29', audit: null }],
      })
    },
    expected: null,
  },
]

const HELD: readonly Turn[] = [
  { rule: 'R-9.2.1-1', what: 'none planned', deviate: withoutAudits, stage: 'S1', expected: ['MIN', 'unplanned'] },
  { rule: 'R-9.2.1-1', what: 'never, asked about stage 2', deviate: withoutAudits, expected: ['MAJ', 'never'] },
  {
    rule: 'R-9.2.1-1',
    what: 'planned before stage 1',
    deviate: (org) => planned(org, '2026-03-15'),
    stage: 'S1',
    expected: ['OFI', 'planned'],
  },
  {
    rule: 'R-9.2.1-1',
    what: 'planned on the day of stage 1, which is too late by our own choice',
    deviate: (org) => planned(org, '2026-03-16'),
    stage: 'S1',
    expected: ['MIN', 'unplanned'],
  },
  {
    rule: 'R-9.2.1-1',
    what: 'planned before stage 2, as in case A',
    deviate: (org) => {
      planned(org, '2026-04-13')
      org.build.set(organisation, org.organisation, {
        parametersApprovedAt: null,
        parameters: parametersOf({ auditAndReviewBefore: 'stage2' }),
      })
    },
    stage: 'S1',
    expected: ['OFI', 'planned'],
  },
  {
    rule: 'R-9.2.1-1',
    what: 'a planned day that has passed',
    deviate: (org) => planned(org, '2026-03-01'),
    stage: 'S1',
    expected: ['MIN', 'unplanned'],
  },
  {
    rule: 'R-9.2.1-1',
    what: 'planned for today',
    deviate: (org) => planned(org, '2026-03-02'),
    stage: 'S1',
    expected: ['OFI', 'planned'],
  },
  {
    rule: 'R-9.2.1-1',
    what: 'planned is not held, asked about stage 2',
    deviate: (org) => planned(org, '2026-03-15'),
    expected: ['MAJ', 'never'],
  },
  {
    rule: 'R-9.2.1-1',
    what: 'held, and no report yet',
    deviate: (org) => org.build.set(audit, held(org), { state: 'reporting', reportAt: null }),
    expected: ['MAJ', 'never'],
  },
  { rule: 'R-9.2.1-1', what: 'held in time', deviate: () => undefined, stage: 'S1', expected: null },
  {
    rule: 'R-9.2.1-1',
    what: 'a year ago today',
    deviate: (org) => lastAudit(org, '2025-09-14'),
    ...CERTIFIED,
    expected: null,
  },
  {
    rule: 'R-9.2.1-1',
    what: 'a year and a day ago',
    deviate: (org) => lastAudit(org, '2025-09-13'),
    ...CERTIFIED,
    expected: ['OFI', 'late'],
  },
  {
    rule: 'R-9.2.1-1',
    what: 'thirty days late',
    deviate: (org) => lastAudit(org, '2025-08-15'),
    ...CERTIFIED,
    expected: ['OFI', 'late'],
  },
  {
    rule: 'R-9.2.1-1',
    what: 'thirty-one days late',
    deviate: (org) => lastAudit(org, '2025-08-14'),
    ...CERTIFIED,
    expected: ['MIN', 'late'],
  },
  {
    rule: 'R-9.2.1-1',
    what: 'a whole interval late',
    deviate: (org) => lastAudit(org, '2024-09-14'),
    ...CERTIFIED,
    expected: ['MIN', 'late'],
  },
  {
    rule: 'R-9.2.1-1',
    what: 'later than a whole interval',
    deviate: (org) => lastAudit(org, '2024-09-13'),
    ...CERTIFIED,
    expected: ['MAJ', 'late'],
  },
  {
    rule: 'R-9.2.1-1',
    what: 'never, after certification',
    deviate: withoutAudits,
    ...CERTIFIED,
    expected: ['MAJ', 'never'],
  },
  {
    rule: 'R-9.2.1-2',
    what: 'own requirements only',
    deviate: (org) => org.build.set(audit, held(org), { criteria: ['own_requirements'] }),
    expected: ['MIN'],
  },
  {
    rule: 'R-9.2.1-2',
    what: 'the two audits of a year have one each',
    deviate: (org) => {
      org.build.set(audit, held(org), { criteria: ['own_requirements'] })
      org.build.add(
        audit,
        {
          title: 'Tweede',
          kind: 'internal',
          criteria: ['iso27001'],
          lastDay: '2026-02-20',
          reportAt: '2026-02-27',
          conclusion: 'Goed.',
        },
        { state: 'reported' },
      )
    },
    expected: null,
  },
  { rule: 'R-9.2.1-2', what: 'no audit: another rule speaks', deviate: withoutAudits, expected: null },
  {
    rule: 'R-9.2.2-3',
    what: 'six of 25 clauses not looked at before stage 2',
    deviate: (org) => items(org, clausesFrom(6), org.outsider),
    expected: ['MIN'],
  },
  {
    rule: 'R-9.2.2-3',
    what: 'seven of 25',
    deviate: (org) => items(org, clausesFrom(7), org.outsider),
    expected: ['MAJ'],
  },
  {
    rule: 'R-9.2.2-3',
    what: 'a control planned sixty days ago',
    deviate: (org) => missedControl(org, '2026-01-01'),
    expected: null,
  },
  {
    rule: 'R-9.2.2-3',
    what: 'a control planned sixty-one days ago',
    deviate: (org) => missedControl(org, '2025-12-31'),
    expected: ['MIN'],
  },
  {
    rule: 'R-9.2.2-3',
    what: 'a line about nothing, planned long ago',
    deviate: ({ build, programme }) =>
      build.add(programmeLine, {
        title: 'Nog in te vullen',
        programme,
        importance: 'low',
        plannedDates: [{ on: '2025-11-01', audit: null }],
      }),
    expected: null,
  },
  { rule: 'R-9.2.2-3', what: 'no audit: another rule speaks', deviate: withoutAudits, expected: null },
]

function clausesFrom(first: number): readonly { clauseItem: string }[] {
  const all = [...THIRTEEN, '7.2', '7.3', '7.4', '7.5', '8.1', '8.2', '8.3', '9.1', '9.2', '9.3', '10.1', '10.2']
  return all.slice(first).map((clauseItem) => ({ clauseItem }))
}

/** A control that was planned for the second year has its turn on a day, and was not looked at. */
function missedControl(org: Conforming, on: string): void {
  const [, second] = [...org.controlLines.values()]
  org.build.set(programmeLine, second ?? '', { plannedDates: [{ on, audit: null }] })
}

const CONDUCT: readonly Turn[] = [
  {
    rule: 'R-9.2.2-a-1',
    what: 'no criteria',
    deviate: (org) => org.build.set(audit, held(org), { criteria: [] }),
    expected: ['MIN'],
  },
  {
    rule: 'R-9.2.2-a-1',
    what: 'an item that says nothing',
    deviate: (org) =>
      org.build.set(audit, held(org), {
        scopeItems: [{ clauseItem: null, control: null, auditor: null, evidence: [], notes: 'Alles' }],
      }),
    expected: ['MIN'],
  },
  {
    rule: 'R-9.2.2-a-1',
    what: 'one criterion and one item',
    deviate: (org) => items(org, [{ clauseItem: '4.1' }], org.outsider),
    expected: null,
  },
  {
    rule: 'R-9.2.2-b-1',
    what: 'two of eight are her own, as in case B',
    deviate: (org) => {
      const someone = owning(org)
      const controls = ['5.15', '5.16', '5.17', '5.18', '8.8', '8.13'].map((number) => ({ control: number }))
      items(org, [{ clauseItem: '6.1.2' }, { clauseItem: '8.2' }, ...controls], someone)
    },
    expected: ['MIN', 'some'],
  },
  {
    rule: 'R-9.2.2-b-1',
    what: 'everything is her own',
    deviate: (org) => items(org, [{ clauseItem: '6.1.2' }], owning(org)),
    expected: ['MAJ', 'all'],
  },
  {
    rule: 'R-9.2.2-b-1',
    what: 'her own item was looked at by somebody else',
    deviate: (org) => {
      const someone = owning(org)
      items(org, [{ clauseItem: '4.1' }], someone)
      org.build.set(audit, held(org), {
        scopeItems: [
          { clauseItem: '4.1', control: null, auditor: null, evidence: org.workPapers, notes: null },
          { clauseItem: '6.1.2', control: null, auditor: org.outsider, evidence: org.workPapers, notes: null },
        ],
      })
    },
    expected: null,
  },
  {
    rule: 'R-9.2.2-b-1',
    what: 'the operator of a control',
    deviate: (org) => {
      const someone = org.people[5] ?? ''
      org.build.set(control, org.controls.get('8.5') ?? '', { operators: [someone] })
      items(org, [{ control: '8.5' }, { clauseItem: '4.1' }], someone)
    },
    expected: ['MIN', 'some'],
  },
  {
    rule: 'R-9.2.2-b-1',
    what: 'the owner on the line of the statement',
    deviate: (org) => {
      const someone = org.people[5] ?? ''
      org.build.set(statementLine, org.lines.get('8.5') ?? '', { owner: someone })
      items(org, [{ control: '8.5' }, { clauseItem: '4.1' }], someone)
    },
    expected: ['MIN', 'some'],
  },
  {
    rule: 'R-9.2.2-b-1',
    what: 'an auditor from outside without a record',
    deviate: (org) =>
      org.build.set(audit, held(org), { auditors: [], leadAuditor: null, auditorsStated: 'Iemand van buiten' }),
    expected: null,
  },
  {
    rule: 'R-9.2.2-c-1',
    what: 'a report after 31 days',
    deviate: (org) => org.build.set(audit, held(org), { reportAt: '2026-02-19' }),
    expected: ['MIN', 'late'],
  },
  {
    rule: 'R-9.2.2-c-1',
    what: 'a report after thirty days',
    deviate: (org) => org.build.set(audit, held(org), { reportAt: '2026-02-18' }),
    expected: null,
  },
  {
    rule: 'R-9.2.2-c-1',
    what: 'a late report that was settled',
    deviate: (org) => {
      org.build.set(audit, held(org), { reportAt: '2026-02-19' })
      settle(org, held(org))
    },
    expected: null,
  },
  {
    rule: 'R-9.2.2-c-1',
    what: 'sent to nobody who answers for it',
    deviate: (org) => org.build.set(audit, held(org), { reportedTo: [org.people[5] ?? ''] }),
    expected: ['MIN', 'unsent'],
  },
  {
    rule: 'R-9.2.2-c-1',
    what: 'sent to the manager of each owner',
    deviate: (org) => {
      const manager = org.people[6] ?? ''
      org.build.set(person, org.officer, { manager })
      org.build.set(audit, held(org), { reportedTo: [manager] })
    },
    expected: null,
  },
  {
    rule: 'R-9.2.2-5',
    what: 'no report 31 days after it',
    deviate: (org) => org.build.set(audit, held(org), { state: 'reporting', reportAt: null, lastDay: '2026-01-30' }),
    expected: ['MAJ', 'report'],
  },
  {
    rule: 'R-9.2.2-5',
    what: 'no report thirty days after it',
    deviate: (org) => org.build.set(audit, held(org), { state: 'reporting', reportAt: null, lastDay: '2026-01-31' }),
    expected: null,
  },
  {
    rule: 'R-9.2.2-5',
    what: 'an item without evidence',
    deviate: (org) =>
      org.build.set(audit, held(org), {
        scopeItems: [{ clauseItem: '4.1', control: null, auditor: null, evidence: [], notes: null }],
      }),
    expected: ['MIN', 'items'],
  },
  {
    rule: 'R-9.2.2-5',
    what: 'an item without evidence, and the report still to come',
    deviate: (org) =>
      org.build.set(audit, held(org), {
        state: 'reporting',
        reportAt: null,
        lastDay: '2026-02-20',
        scopeItems: [{ clauseItem: '4.1', control: null, auditor: null, evidence: [], notes: null }],
      }),
    expected: null,
  },
  {
    rule: 'R-9.2.2-5',
    what: 'a sample in place of evidence',
    deviate: (org) =>
      org.build.set(audit, held(org), {
        scopeItems: [{ clauseItem: '7.3', control: null, auditor: null, evidence: [], notes: null }],
      }),
    expected: null,
  },
  {
    rule: 'R-9.2.2-6',
    what: 'a minor that was never registered',
    deviate: (org) => raise(org),
    expected: ['MIN'],
  },
  { rule: 'R-9.2.2-6', what: 'the fourteenth day', deviate: (org) => raise(org), at: '2026-02-12', expected: null },
  { rule: 'R-9.2.2-6', what: 'the fifteenth day', deviate: (org) => raise(org), at: '2026-02-13', expected: ['MIN'] },
  {
    rule: 'R-9.2.2-6',
    what: 'an opportunity needs none',
    deviate: (org) => raise(org, { grade: 'ofi' }),
    expected: null,
  },
  {
    rule: 'R-9.2.2-6',
    what: 'registered in time',
    deviate: (org) => register(org, raise(org), '2026-02-12'),
    expected: null,
  },
  {
    rule: 'R-9.2.2-6',
    what: 'registered a day late',
    deviate: (org) => register(org, raise(org), '2026-02-13'),
    expected: ['MIN'],
  },
  {
    rule: 'R-9.2.2-6',
    what: 'registered late, and settled',
    deviate: (org) => settle(org, raise(org)),
    expected: null,
  },
]

function register(org: Conforming, of: string, on: string): void {
  org.build.add(nonconformity, { title: 'Lijst ontbreekt', finding: of, detectedAt: on, owner: org.officer })
}

/** A nonconformity covers it, and its corrective action was done and found effective. */
function settle(org: Conforming, object: string): void {
  const done = org.build.add(
    action,
    {
      title: 'Rapport op de agenda',
      kind: 'corrective',
      owner: org.officer,
      due: '2026-02-22',
      doneAt: '2026-02-22',
      effectivenessReviewedAt: '2026-02-28',
      effectivenessReviewedBy: org.director,
      effectivenessResult: 'effective',
      noChangeNeeded: true,
    },
    { state: 'done' },
  )
  org.build.add(nonconformity, {
    title: 'Te laat',
    objects: [object],
    detectedAt: '2026-02-20',
    owner: org.officer,
    actions: [done],
  })
}

const TURNS = [...PROGRAMME, ...HELD, ...CONDUCT]

describe('the rules on internal audits', () => {
  test.each(TURNS)('$rule: $what', (turn) => check(turn))

  test('do not call it tolerance that an audit is planned in time', () => {
    const org = conforming()
    planned(org, '2026-03-15')
    const found = ask(org.build.isms(), { stage: 'S1' }).ofi.find(({ rule }) => rule === 'R-9.2.1-1')
    expect(found?.isTolerated).toBe(false)
  })

  test('trip once and rest once each', () => {
    for (const id of rules.map((one) => one.id).filter((one) => one.startsWith('R-9.2'))) {
      const turns = TURNS.filter(({ rule }) => rule === id)
      const both = [turns.some(({ expected }) => expected !== null), turns.some(({ expected }) => expected === null)]
      expect([id, ...both]).toEqual([id, true, true])
    }
  })
})

test('an audit by nobody in particular is a question', () => {
  const org = conforming()
  expect(asked(org, /^R-9\.2/)).toEqual([])
  org.build.set(audit, held(org), { auditors: [], leadAuditor: null })
  expect(asked(org, /^R-9\.2/)).toEqual(['R-9.2.2-b-1 some'])
})
