import { describe, expect, test } from 'vitest'
import type { InputOf } from '../../kernel/register.ts'
import { rules } from '../../rules.gen.ts'
import { accessGrant } from '../access/register.ts'
import { action } from '../actions/register.ts'
import { awarenessRecord } from '../awareness/register.ts'
import { communicationLine } from '../communications/register.ts'
import { competenceAction } from '../competences/registers/competence-action.ts'
import { competenceEvidence } from '../competences/registers/competence-evidence.ts'
import { competenceRequirement } from '../competences/registers/competence-requirement.ts'
import { exception } from '../exceptions/register.ts'
import { person } from '../people/registers/person.ts'
import { role } from '../people/registers/role.ts'
import { roleAssignment } from '../people/registers/role-assignment.ts'
import { resourceDecision } from '../resources/register.ts'
import { risk } from '../risks/registers/risk.ts'
import { type Conforming, conforming } from '../samples/domain/conforming/conforming.ts'
import { ask, DAY, said } from './test/ask.ts'
import { check, type Turn } from './test/turn.ts'

/** The resource decision of this year, and no other. */
function decide(org: Conforming, set: InputOf<typeof resourceDecision>): void {
  const [first, ...others] = org.resourceDecisions
  for (const id of others) org.build.remove(id)
  org.build.set(resourceDecision, first ?? '', set)
}

/** An action that treats a risk above the line waits for resources since that day. */
function block({ build, treatmentActions }: Conforming, set: InputOf<typeof action>): void {
  build.set(action, treatmentActions[0] ?? '', { blockedKind: 'resources', blockedReason: 'Geen tijd', ...set })
}

/** What proves that the officer can do his work is gone. */
function lack({ build, officer, competenceProofs }: Conforming): void {
  for (const id of competenceProofs) {
    if (build.all(competenceEvidence).some((one) => one.id === id && one['person'] === officer)) build.remove(id)
  }
}

/** Everything that somebody in the officer's role must be able to do is planned to be learned. */
function plan(org: Conforming, set: InputOf<typeof competenceAction>, state = 'open'): void {
  for (const { id, ...one } of org.build.all(competenceRequirement)) {
    org.build.add(
      competenceAction,
      { title: `Leren: ${String(one['title'])}`, person: org.officer, requirement: id, ...set },
      { state },
    )
  }
}

/** The newest awareness record of so many people is gone. */
function forget({ build, awareness }: Conforming, from: number, until?: number): void {
  for (const id of awareness.slice(from, until)) build.remove(id)
}

const DONE = { note: null, evidence: null }

const TURNS: readonly Turn[] = [
  {
    rule: 'R-7.1-1',
    what: 'no decision',
    deviate: (org) => org.resourceDecisions.forEach((id) => org.build.remove(id)),
    expected: ['MIN', 'none'],
  },
  {
    rule: 'R-7.1-1',
    what: 'a decision that ended yesterday',
    deviate: (org) => decide(org, { untilDate: '2026-03-01' }),
    expected: ['MIN', 'none'],
  },
  {
    rule: 'R-7.1-1',
    what: 'a decision until today',
    deviate: (org) => decide(org, { untilDate: '2026-03-02' }),
    expected: null,
  },
  {
    rule: 'R-7.1-1',
    what: 'without dates, taken a year ago today',
    deviate: (org) => decide(org, { fromDate: null, untilDate: null, decidedAt: '2025-03-02' }),
    expected: ['MIN', 'none'],
  },
  {
    rule: 'R-7.1-1',
    what: 'without dates, taken a year ago tomorrow',
    deviate: (org) => decide(org, { fromDate: null, untilDate: null, decidedAt: '2025-03-03' }),
    expected: null,
  },
  {
    rule: 'R-7.1-1',
    what: 'decided by the officer',
    deviate: (org) => decide(org, { decidedBy: org.officer }),
    expected: ['MIN', 'decider'],
  },
  {
    rule: 'R-7.1-1',
    what: 'an action that waits for resources for 91 days',
    deviate: (org) => block(org, { blockedSince: '2025-12-01' }),
    expected: ['MIN', 'blocked'],
  },
  {
    rule: 'R-7.1-1',
    what: 'an action that waits for resources for ninety days',
    deviate: (org) => block(org, { blockedSince: '2025-12-02' }),
    expected: null,
  },
  {
    rule: 'R-7.1-1',
    what: 'an action that waits for resources, and its risk was closed',
    deviate: (org) => {
      block(org, { blockedSince: '2025-12-01' })
      for (const id of org.risks) org.build.set(risk, id, { state: 'closed' })
    },
    expected: null,
  },
  {
    rule: 'R-7.1-1',
    what: 'an action that waits for a supplier',
    deviate: (org) => block(org, { blockedSince: '2025-11-01', blockedKind: 'supplier' }),
    expected: null,
  },
  {
    rule: 'R-7.1-1',
    what: 'an action of which nobody said what it waits for',
    deviate: (org) => block(org, { blockedSince: '2025-11-01', blockedKind: null }),
    expected: null,
  },
  {
    rule: 'R-7.1-1',
    what: 'an action on a risk below the line',
    deviate: ({ build, risks, officer }) =>
      build.add(action, {
        title: 'Kleinigheid',
        kind: 'treatment',
        subject: risks[10] ?? '',
        owner: officer,
        blockedKind: 'resources',
        blockedSince: '2025-11-01',
      }),
    expected: null,
  },
  {
    rule: 'R-7.2-a-1',
    what: 'no requirement for any role',
    deviate: ({ build, competenceRequirements }) => competenceRequirements.forEach((id) => build.remove(id)),
    expected: ['MAJ'],
  },
  {
    rule: 'R-7.2-a-1',
    what: 'one role without a requirement',
    deviate: ({ build, competenceRequirements }) =>
      build.set(competenceRequirement, competenceRequirements[0] ?? '', { state: 'retired' }),
    expected: ['MIN'],
  },
  {
    rule: 'R-7.2-a-1',
    what: 'a role without a requirement that has nothing to do with the ISMS',
    deviate: ({ build }) => build.add(role, { title: 'Receptionist', ismsRelevant: false }),
    expected: null,
  },
  {
    rule: 'R-7.2-b-1',
    what: 'no proof at all',
    deviate: ({ build, competenceProofs }) => competenceProofs.forEach((id) => build.remove(id)),
    expected: ['MAJ'],
  },
  {
    rule: 'R-7.2-b-1',
    what: 'one proof that ran out yesterday',
    deviate: ({ build, competenceProofs }) =>
      build.set(competenceEvidence, competenceProofs[0] ?? '', { validUntil: '2026-03-01' }),
    expected: ['MIN'],
  },
  {
    rule: 'R-7.2-b-1',
    what: 'one proof that holds until today',
    deviate: ({ build, competenceProofs }) =>
      build.set(competenceEvidence, competenceProofs[0] ?? '', { validUntil: '2026-03-02' }),
    expected: null,
  },
  {
    rule: 'R-7.2-b-1',
    what: 'a role without a requirement of which nothing was said',
    deviate: ({ build, owners }) => {
      const mentor = build.add(role, { title: 'Mentor' })
      build.add(roleAssignment, { role: mentor, person: owners[0], fromDate: '2025-10-01' })
    },
    expected: null,
  },
  {
    rule: 'R-7.2-b-1',
    what: 'an internal auditor from outside without a proof',
    deviate: ({ build, outsider }) => {
      const auditor = build.add(role, { title: 'Intern auditor van buiten', duties: ['internal_audit'] })
      build.add(roleAssignment, { role: auditor, person: outsider, fromDate: '2025-10-01' })
      build.add(competenceRequirement, { title: 'Kan auditen', role: auditor })
    },
    expected: ['MIN'],
  },
  {
    rule: 'R-7.2-b-1',
    what: 'a role holder without a proof who left',
    deviate: (org) => {
      lack(org)
      org.build.set(person, org.officer, { endDate: '2026-03-01' })
    },
    expected: null,
  },
  {
    rule: 'R-7.2-c-1',
    what: 'a gap without a plan',
    deviate: lack,
    expected: ['MIN', 'unplanned'],
  },
  {
    rule: 'R-7.2-c-1',
    what: 'a gap with a plan that has no date',
    deviate: (org) => {
      lack(org)
      plan(org, { due: null })
    },
    expected: ['MIN', 'unplanned'],
  },
  {
    rule: 'R-7.2-c-1',
    what: 'a gap with a plan for yesterday',
    deviate: (org) => {
      lack(org)
      org.build.remove(org.competenceAction)
      plan(org, { due: '2026-03-01' })
    },
    expected: ['MIN', 'overdue'],
  },
  {
    rule: 'R-7.2-c-1',
    what: 'a gap with a plan for today',
    deviate: (org) => {
      lack(org)
      org.build.remove(org.competenceAction)
      plan(org, { due: '2026-03-02' })
    },
    expected: null,
  },
  {
    rule: 'R-7.2-c-1',
    what: 'a gap that was to be closed, which did not help',
    deviate: (org) => {
      lack(org)
      org.build.remove(org.competenceAction)
      const set = { due: '2026-01-01', doneAt: '2026-01-01', effective: false, effectivenessEvaluatedAt: '2026-02-01' }
      plan(org, set, 'evaluated')
    },
    expected: ['MIN', 'unplanned'],
  },
  {
    rule: 'R-7.2-c-1',
    what: 'an action that nobody evaluated',
    deviate: ({ build, competenceAction: id }) =>
      build.set(competenceAction, id, { state: 'done', effectivenessEvaluatedAt: null }),
    expected: ['MIN', 'unevaluated'],
  },
  {
    rule: 'R-7.2-c-1',
    what: 'an action that nobody evaluated, of more than a year ago',
    deviate: ({ build, competenceAction: id }) =>
      build.set(competenceAction, id, { state: 'done', doneAt: '2025-03-01', effectivenessEvaluatedAt: null }),
    expected: null,
  },
  {
    rule: 'R-7.3-1',
    what: 'nobody was told anything',
    deviate: (org) => forget(org, 0),
    expected: ['MAJ'],
  },
  {
    rule: 'R-7.3-1',
    what: 'five of twelve were told',
    deviate: (org) => forget(org, 5),
    expected: ['MAJ'],
  },
  {
    rule: 'R-7.3-1',
    what: 'six of twelve were told',
    deviate: (org) => forget(org, 6),
    expected: ['MIN'],
  },
  {
    rule: 'R-7.3-1',
    what: 'all but one were told',
    deviate: (org) => forget(org, 11),
    expected: ['OFI'],
  },
  {
    rule: 'R-7.3-1',
    what: 'all but one, who has privileges',
    deviate: (org) => {
      forget(org, 11)
      org.build.add(
        accessGrant,
        { person: org.people[11] ?? '', system: org.platform, privileged: true, grantedAt: '2026-01-01' },
        { state: 'granted' },
      )
    },
    expected: ['MIN'],
  },
  {
    rule: 'R-7.3-1',
    what: 'all but one, whose privileges were taken back',
    deviate: (org) => {
      forget(org, 11)
      org.build.add(
        accessGrant,
        {
          person: org.people[11] ?? '',
          system: org.platform,
          privileged: true,
          grantedAt: '2026-01-01',
          revokedAt: '2026-03-02',
        },
        { state: 'revoked' },
      )
    },
    expected: ['OFI'],
  },
  {
    rule: 'R-7.3-1',
    what: 'told of two of the three topics',
    deviate: ({ build, awareness }) =>
      build.set(awarenessRecord, awareness[11] ?? '', { topics: ['policy', 'contribution'] }),
    expected: ['OFI'],
  },
  {
    rule: 'R-7.3-1',
    what: 'told of the third at another time',
    deviate: ({ build, awareness, people }) => {
      build.set(awarenessRecord, awareness[11] ?? '', { topics: ['policy', 'contribution'] })
      build.add(awarenessRecord, { person: people[11] ?? '', at: '2026-02-10', topics: ['implications'] })
    },
    expected: null,
  },
  {
    rule: 'R-7.3-1',
    what: 'tested and not passed',
    deviate: ({ build, awareness }) => build.set(awarenessRecord, awareness[11] ?? '', { result: 'insufficient' }),
    expected: ['OFI'],
  },
  {
    rule: 'R-7.3-1',
    what: 'told a year and a day ago',
    deviate: ({ build, awareness }) => build.set(awarenessRecord, awareness[11] ?? '', { at: '2025-03-01' }),
    expected: ['OFI'],
  },
  {
    rule: 'R-7.3-1',
    what: 'told a year ago',
    deviate: ({ build, awareness }) => build.set(awarenessRecord, awareness[11] ?? '', { at: '2025-03-02' }),
    expected: null,
  },
  {
    rule: 'R-7.3-1',
    what: 'told long ago, with an exception from the rhythm',
    deviate: ({ build, awareness, people, director }) => {
      build.set(awarenessRecord, awareness[11] ?? '', { at: '2024-01-01' })
      build.add(
        exception,
        { title: 'Met verlof', subject: people[11] ?? '', approvedBy: director, approvedAt: '2026-01-01', until: DAY },
        { state: 'approved' },
      )
    },
    expected: null,
  },
  {
    rule: 'R-7.3-1',
    what: 'never told, which no exception lifts',
    deviate: (org) => {
      forget(org, 11)
      org.build.add(
        exception,
        {
          title: 'Met verlof',
          subject: org.people[11] ?? '',
          approvedBy: org.director,
          approvedAt: '2026-01-01',
          until: DAY,
        },
        { state: 'approved' },
      )
    },
    expected: ['OFI'],
  },
  {
    rule: 'R-7.3-1',
    what: 'one who started 29 days ago',
    deviate: (org) => {
      forget(org, 11)
      org.build.set(person, org.people[11] ?? '', { startDate: '2026-02-01' })
    },
    expected: null,
  },
  {
    rule: 'R-7.3-1',
    what: 'one who started thirty days ago',
    deviate: (org) => {
      forget(org, 11)
      org.build.set(person, org.people[11] ?? '', { startDate: '2026-01-31' })
    },
    expected: ['OFI'],
  },
  {
    rule: 'R-7.4-1',
    what: 'no line',
    deviate: ({ build, communication }) => communication.forEach((id) => build.remove(id)),
    expected: ['MIN', 'none'],
  },
  {
    rule: 'R-7.4-1',
    what: 'a line that does not say how',
    deviate: ({ build, communication }) => build.set(communicationLine, communication[0], { how: ' ' }),
    expected: ['MIN', 'incomplete'],
  },
  {
    rule: 'R-7.4-1',
    what: 'nothing for outside',
    deviate: ({ build, communication }) => build.set(communicationLine, communication[2], { state: 'retired' }),
    expected: ['MIN', 'onesided'],
  },
  {
    rule: 'R-7.4-1',
    what: 'two lines inside and one outside',
    deviate: ({ build, communication }) => build.set(communicationLine, communication[1], { state: 'retired' }),
    expected: null,
  },
  {
    rule: 'R-7.4-2',
    what: 'due 31 days ago and not done',
    deviate: ({ build, communication }) =>
      build.set(communicationLine, communication[1], { firstDue: '2026-01-30', frequencyMonths: 3 }),
    expected: ['OFI'],
  },
  {
    rule: 'R-7.4-2',
    what: 'due thirty days ago and not done',
    deviate: ({ build, communication }) =>
      build.set(communicationLine, communication[1], { firstDue: '2026-01-31', frequencyMonths: 3 }),
    expected: null,
  },
  {
    rule: 'R-7.4-2',
    what: 'done 31 days late',
    deviate: ({ build, communication, officer }) =>
      build.set(communicationLine, communication[1], {
        firstDue: '2025-11-01',
        done: [{ at: '2025-12-02', by: officer, ...DONE }],
      }),
    expected: ['OFI'],
  },
  {
    rule: 'R-7.4-2',
    what: 'done thirty days late',
    deviate: ({ build, communication, officer }) =>
      build.set(communicationLine, communication[1], {
        firstDue: '2025-11-01',
        done: [{ at: '2025-12-01', by: officer, ...DONE }],
      }),
    expected: null,
  },
  {
    rule: 'R-7.4-2',
    what: 'planned before there was an ISMS',
    deviate: ({ build, communication }) => build.set(communicationLine, communication[1], { firstDue: '2025-09-30' }),
    expected: null,
  },
]

describe('the rules on clauses 7.1 to 7.4', () => {
  test.each(TURNS)('$rule: $what', (turn) => check(turn))

  test('trip once and rest once each', () => {
    const ids = rules.map(({ id }) => id).filter((id) => /^R-7\.[1-4]-/.test(id))
    for (const id of ids) {
      const turns = TURNS.filter(({ rule }) => rule === id)
      const both = [turns.some(({ expected }) => expected !== null), turns.some(({ expected }) => expected === null)]
      expect([id, ...both]).toEqual([id, true, true])
    }
  })
})

describe('the people of case B who came with a take-over and were told nothing', () => {
  const org = conforming({ people: 53, at: '2026-09-14', phase: 'certified' })
  const newcomers = org.people.slice(-4)
  for (const id of newcomers) org.build.set(person, id, { startDate: '2026-04-01' })
  for (const { id, ...one } of org.build.all(awarenessRecord)) {
    if (newcomers.some((newcomer) => newcomer === one['person'])) org.build.remove(id)
  }

  test.each(['2026-05-01', '2026-06-30', '2026-09-14'])('are four of 53 on %s', (at) => {
    const { ofi } = ask(org.build.isms(at), { at, stage: 'SV' })
    const found = ofi.find(({ rule: id }) => id === 'R-7.3-1')
    expect(found?.parts[0]?.values).toEqual({ n: 4, total: 53 })
    expect(found?.isTolerated).toBe(true)
  })

  test('are not counted before they have been there for thirty days', () => {
    const answer = ask(org.build.isms('2026-04-30'), { at: '2026-04-30', stage: 'SV' })
    expect(said(answer, 'R-7.3-1')).toBeNull()
  })
})

describe('what an action waits for', () => {
  test('is asked where nobody said so', () => {
    const org = conforming()
    block(org, { blockedSince: '2025-11-01', blockedKind: null })
    const { question } = ask(org.build.isms(), { stage: 'S2' })
    expect(question.map(({ rule, key }) => [rule, key])).toContainEqual(['R-7.1-1', 'rule.R-7.1-1.question.blocked'])
  })
})
