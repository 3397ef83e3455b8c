import { describe, expect, test } from 'vitest'
import { rules } from '../../rules.gen.ts'
import { type AccessGrant, accessGrant } from '../access/register.ts'
import { accessReview } from '../access/registers/access-review.ts'
import { action } from '../actions/register.ts'
import { informationSystem } from '../assets/registers/information-system.ts'
import { exception } from '../exceptions/register.ts'
import { nonconformity } from '../nonconformities/register.ts'
import { organisation } from '../organisation/registers/organisation.ts'
import { person } from '../people/registers/person.ts'
import { type Conforming, conforming } from '../samples/domain/conforming/conforming.ts'
import { ask } from './test/ask.ts'
import { check, type Turn } from './test/turn.ts'

/** The first so many rights go wrong. */
function spoil(org: Conforming, count: number, wrong: Partial<AccessGrant>): void {
  for (const id of org.grants.slice(0, count)) org.build.set(accessGrant, id, wrong)
}

/** Somebody who left on a day, with access that was revoked on another; null: it never was. */
function leave(
  org: Conforming,
  endDate: string,
  revokedAt: string | null,
  also: Partial<AccessGrant> = {},
): { readonly who: string; readonly grant: string } {
  const who = org.build.add(person, { name: 'Vertrokken (voorbeeld)', kind: 'employee', unit: org.unit, endDate })
  const grant = org.build.add(
    accessGrant,
    {
      person: who,
      system: org.platform,
      privileged: false,
      approvedBy: org.director,
      approvedAt: '2025-10-02',
      grantedAt: '2025-10-03',
      revokedAt,
      ...also,
    },
    { state: revokedAt === null ? 'granted' : 'revoked' },
  )
  return { who, grant }
}

function leaveInTime(org: Conforming, count: number): void {
  for (let left = 0; left < count; left += 1) leave(org, '2026-01-30', '2026-01-30')
}

/** A nonconformity about the object, with a corrective action; found effective on a day, or not yet. */
function settle(org: Conforming, object: string, effectiveOn: string | null): void {
  const cause = org.build.add(
    action,
    {
      title: 'Oorzaak wegnemen',
      kind: 'corrective',
      owner: org.officer,
      due: '2026-02-10',
      doneAt: '2026-02-10',
      effectivenessReviewedAt: effectiveOn,
      effectivenessReviewedBy: org.director,
      effectivenessResult: effectiveOn === null ? null : 'effective',
    },
    { state: 'done' },
  )
  org.build.add(nonconformity, { title: 'Te laat', objects: [object], actions: [cause], detectedAt: '2026-02-01' })
}

function forget(org: Conforming): void {
  for (const id of org.accessReviews) org.build.remove(id)
}

const TURNS: readonly Turn[] = [
  {
    rule: 'R-A.5.18-1',
    what: 'one of thirteen without approval',
    deviate: (org) => spoil(org, 1, { approvedBy: null, approvedAt: null }),
    expected: ['MIN', 'unapproved'],
  },
  {
    rule: 'R-A.5.18-1',
    what: 'seven of thirteen without approval',
    deviate: (org) => spoil(org, 7, { approvedBy: null }),
    expected: ['MAJ', 'unapproved'],
  },
  {
    rule: 'R-A.5.18-1',
    what: 'six of thirteen without approval',
    deviate: (org) => spoil(org, 6, { approvedBy: null }),
    expected: ['MIN', 'unapproved'],
  },
  {
    rule: 'R-A.5.18-1',
    what: 'approved by whoever got it',
    deviate: (org) => org.build.set(accessGrant, org.grants[2] ?? '', { approvedBy: org.people[2] ?? null }),
    expected: ['MIN', 'own'],
  },
  {
    rule: 'R-A.5.18-1',
    what: 'approved the day after',
    deviate: (org) => spoil(org, 1, { approvedAt: '2025-10-14', grantedAt: '2025-10-13' }),
    expected: ['MIN', 'late'],
  },
  {
    rule: 'R-A.5.18-1',
    what: 'approved on the day itself',
    deviate: (org) => spoil(org, 1, { approvedAt: '2025-10-13', grantedAt: '2025-10-13' }),
    expected: null,
  },
  {
    rule: 'R-A.5.18-1',
    what: 'asked for and never given',
    deviate: (org) => org.build.add(accessGrant, { person: org.officer, system: org.platform }),
    expected: null,
  },
  {
    rule: 'R-A.5.18-1',
    what: 'given twelve months and a day ago',
    deviate: (org) => spoil(org, 1, { approvedBy: null, grantedAt: '2025-03-01' }),
    expected: null,
  },
  {
    rule: 'R-A.5.18-1',
    what: 'given twelve months ago',
    deviate: (org) => spoil(org, 1, { approvedBy: null, grantedAt: '2025-03-02' }),
    expected: ['MIN', 'unapproved'],
  },
  {
    rule: 'R-A.5.18-1',
    what: 'dealt with, and found to work',
    deviate: (org) => {
      spoil(org, 1, { approvedBy: null })
      settle(org, org.grants[0] ?? '', '2026-02-28')
    },
    expected: null,
  },
  {
    rule: 'R-A.5.18-2',
    what: 'revoked nine working days after, by one of six',
    deviate: (org) => {
      leaveInTime(org, 5)
      leave(org, '2026-02-13', '2026-02-26')
    },
    expected: ['MIN', 'late'],
  },
  {
    rule: 'R-A.5.18-2',
    what: 'revoked late by two of six',
    deviate: (org) => {
      leaveInTime(org, 4)
      leave(org, '2026-02-13', '2026-02-26')
      leave(org, '2026-02-13', '2026-02-27')
    },
    expected: ['MAJ', 'late'],
  },
  {
    rule: 'R-A.5.18-2',
    what: 'late by the only one',
    deviate: (org) => leave(org, '2026-02-13', '2026-02-26'),
    expected: ['MIN', 'late'],
  },
  {
    rule: 'R-A.5.18-2',
    what: 'revoked on Monday after a Friday',
    deviate: (org) => leave(org, '2026-02-13', '2026-02-16'),
    expected: null,
  },
  {
    rule: 'R-A.5.18-2',
    what: 'revoked on Tuesday after a Friday, on Monday closed',
    deviate: (org) => {
      org.build.set(organisation, org.organisation, { closedDays: [{ date: '2026-02-16', name: 'Carnaval' }] })
      leave(org, '2026-02-13', '2026-02-17')
    },
    expected: null,
  },
  {
    rule: 'R-A.5.18-2',
    what: 'still open on the last day of the time limit',
    deviate: (org) => leave(org, '2026-02-27', null, { privileged: true }),
    expected: null,
  },
  {
    rule: 'R-A.5.18-2',
    what: 'still open the day after the time limit',
    deviate: (org) => leave(org, '2026-02-27', null),
    at: '2026-03-03',
    expected: ['MIN', 'late'],
  },
  {
    rule: 'R-A.5.18-2',
    what: 'still open and privileged',
    deviate: (org) => leave(org, '2026-02-27', null, { privileged: true }),
    at: '2026-03-03',
    expected: ['MAJ', 'privileged'],
  },
  {
    rule: 'R-A.5.18-2',
    what: 'left three years ago and still privileged',
    deviate: (org) => leave(org, '2023-02-27', null, { privileged: true }),
    expected: ['MAJ', 'privileged'],
  },
  {
    rule: 'R-A.5.18-2',
    what: 'late three years ago',
    deviate: (org) => leave(org, '2023-02-27', '2023-05-01'),
    expected: null,
  },
  {
    rule: 'R-A.5.18-2',
    what: 'late, dealt with and not yet found to work',
    deviate: (org) => settle(org, leave(org, '2026-01-05', '2026-01-20').who, null),
    expected: ['MIN', 'late'],
  },
  {
    rule: 'R-A.5.18-2',
    what: 'late, dealt with and found to work',
    deviate: (org) => settle(org, leave(org, '2026-01-05', '2026-01-20').who, '2026-03-02'),
    expected: null,
  },
  {
    rule: 'R-A.5.18-2',
    what: 'late, settled on the right itself',
    deviate: (org) => settle(org, leave(org, '2026-01-05', '2026-01-20').grant, '2026-03-02'),
    expected: null,
  },
  {
    rule: 'R-A.5.18-2',
    what: 'still open although a nonconformity was closed',
    deviate: (org) => settle(org, leave(org, '2026-01-05', null).who, '2026-03-02'),
    expected: ['MIN', 'late'],
  },
  {
    rule: 'R-A.5.18-2',
    what: 'open under an exception',
    deviate: (org) => {
      const { who } = leave(org, '2026-01-05', null)
      org.build.add(
        exception,
        {
          title: 'Mailbox blijft open voor klanten',
          subject: who,
          reason: 'Klanten schrijven nog',
          owner: org.officer,
          approvedBy: org.director,
          approvedAt: '2026-01-05',
          until: '2026-03-02',
        },
        { state: 'approved' },
      )
    },
    expected: null,
  },
  {
    rule: 'R-A.5.18-3',
    what: 'reviewed half a year and 30 days ago',
    deviate: () => undefined,
    at: '2026-09-09',
    expected: null,
  },
  {
    rule: 'R-A.5.18-3',
    what: 'reviewed half a year and 31 days ago',
    deviate: () => undefined,
    at: '2026-09-10',
    expected: ['MIN', 'late'],
  },
  {
    rule: 'R-A.5.18-3',
    what: 'a system that matters most, reviewed three months and 30 days ago',
    deviate: ({ build, platform }) => build.set(informationSystem, platform, { criticality: 'high' }),
    at: '2026-06-09',
    expected: null,
  },
  {
    rule: 'R-A.5.18-3',
    what: 'a system that matters most, reviewed three months and 31 days ago',
    deviate: ({ build, platform }) => build.set(informationSystem, platform, { criticality: 'high' }),
    at: '2026-06-10',
    expected: ['MIN', 'late'],
  },
  {
    rule: 'R-A.5.18-3',
    what: 'a rhythm of its own wins',
    deviate: ({ build, platform }) =>
      build.set(informationSystem, platform, { criticality: 'high', accessReviewIntervalMonths: 12 }),
    at: '2026-06-10',
    expected: null,
  },
  {
    rule: 'R-A.5.18-3',
    what: 'never reviewed, 30 days after the first due date',
    deviate: forget,
    at: '2026-05-01',
    expected: null,
  },
  {
    rule: 'R-A.5.18-3',
    what: 'never reviewed, 31 days after the first due date',
    deviate: forget,
    at: '2026-05-02',
    expected: ['MAJ', 'never'],
  },
  {
    rule: 'R-A.5.18-3',
    what: 'one of two systems never reviewed',
    deviate: ({ build }) => build.add(informationSystem, { title: 'Tickets', inScope: true, cloud: false }),
    at: '2026-05-02',
    expected: ['MIN', 'never'],
  },
  {
    rule: 'R-A.5.18-3',
    what: 'a system that came with a take-over',
    deviate: ({ build }) =>
      build.add(informationSystem, { title: 'Tickets', inScope: true, cloud: false, inUseSince: '2026-01-01' }),
    at: '2026-05-02',
    expected: null,
  },
  {
    rule: 'R-A.5.18-3',
    what: 'a system outside the scope',
    deviate: ({ build }) => build.add(informationSystem, { title: 'Tickets', inScope: false, cloud: false }),
    at: '2026-05-02',
    expected: null,
  },
  {
    rule: 'R-A.5.18-3',
    what: 'planned before stage 2 and cancelled',
    deviate: (org) => {
      forget(org)
      org.build.add(accessReview, { system: org.platform, plannedAt: '2026-01-01' }, { state: 'cancelled' })
    },
    expected: null,
  },
  {
    rule: 'R-A.5.18-3',
    what: 'planned for an early day before stage 2 and not held',
    deviate: (org) => {
      forget(org)
      org.build.add(accessReview, { system: org.platform, plannedAt: '2026-01-30' })
    },
    expected: ['MAJ', 'never'],
  },
  {
    rule: 'R-A.5.18-3',
    what: 'changes not carried out after 31 days',
    deviate: (org) => newest(org, { changesDecided: 2, changesDoneAt: null }),
    at: '2026-03-13',
    expected: ['MIN', 'changes'],
  },
  {
    rule: 'R-A.5.18-3',
    what: 'changes not carried out after 30 days',
    deviate: (org) => newest(org, { changesDecided: 2, changesDoneAt: null }),
    at: '2026-03-12',
    expected: null,
  },
  {
    rule: 'R-A.5.18-3',
    what: 'changes carried out too late',
    deviate: (org) => newest(org, { changesDecided: 2, changesDoneAt: '2026-03-13' }),
    at: '2026-03-20',
    expected: ['MIN', 'changes'],
  },
]

/** Rewrites the newest review of the platform, held on 2026-02-10. */
function newest(org: Conforming, wrong: { changesDecided: number | null; changesDoneAt: string | null }): void {
  org.build.set(accessReview, org.accessReviews.at(-1) ?? '', { doneAt: '2026-02-10', ...wrong })
}

function standing(org: Conforming, rule: string, at?: string): string | undefined {
  const answer = ask(org.build.isms(), { stage: 'S2', ...(at !== undefined && { at }) })
  return answer.standing.find((one) => one.rule === rule)?.state
}

function questions(org: Conforming, at?: string): readonly string[] {
  const answer = ask(org.build.isms(), { stage: 'S2', ...(at !== undefined && { at }) })
  return answer.question.filter(({ rule }) => rule.startsWith('R-A.5.18')).map(({ key }) => key)
}

describe('the rules on access', () => {
  test.each(TURNS)('$rule: $what', (turn) => check(turn))

  test('trip once and rest once each', () => {
    const ids = rules.map(({ id }) => id).filter((id) => id.startsWith('R-A.5.18-'))
    for (const id of ids) {
      const turns = TURNS.filter(({ rule }) => rule === id)
      const both = [turns.some(({ expected }) => expected !== null), turns.some(({ expected }) => expected === null)]
      expect([id, ...both]).toEqual([id, true, true])
    }
  })

  test('a first review that still has time is not due', () => {
    const org = conforming()
    forget(org)
    expect(standing(org, 'R-A.5.18-3')).toBe('not_due')
  })

  test('what is not known is asked', () => {
    const org = conforming()
    newest(org, { changesDecided: null, changesDoneAt: null })
    leave(org, '2026-02-13', null, { privileged: null })
    const { grant } = leave(org, '2026-02-13', null)
    org.build.set(accessGrant, grant, { state: 'revoked' })
    expect(questions(org, '2026-03-13')).toEqual([
      'rule.R-A.5.18-2.question.privileged',
      'rule.R-A.5.18-2.question.late',
      'rule.R-A.5.18-3.question.changes',
    ])
  })

  test('case B: a review due on 1 July turns on 1 August, and nine working days are late', () => {
    const org = conforming({ people: 45, phase: 'certified', at: '2026-09-14' })
    const tickets = org.build.add(
      informationSystem,
      { title: 'Ticketsysteem', cloud: false, inScope: true, accessReviewIntervalMonths: 3 },
      { validFrom: '2025-01-01' },
    )
    org.build.add(accessReview, { system: tickets, doneAt: '2026-04-01', changesDecided: 0 }, { state: 'done' })
    for (let left = 0; left < 5; left += 1) leave(org, '2026-05-29', '2026-05-29')
    leave(org, '2026-02-27', '2026-03-12')
    const found = (at: string) => {
      const { minor } = ask(org.build.isms(), { at, stage: 'SV' })
      const mine = minor.filter(({ rule }) => rule.startsWith('R-A.5.18'))
      return mine.map(({ rule, objects }) => [rule, objects.map(({ title }) => title)])
    }
    const leaver = ['R-A.5.18-2', ['Vertrokken (voorbeeld)']]
    expect(found('2026-06-30')).toEqual([leaver])
    expect(found('2026-07-31')).toEqual([leaver])
    expect(found('2026-08-01')).toEqual([leaver, ['R-A.5.18-3', ['Ticketsysteem']]])
  })

  test('one late review names the system, since the day after the grace', () => {
    const finding = ask(conforming().build.isms(), { at: '2026-10-01', stage: 'S2' }).minor.find(
      ({ rule }) => rule === 'R-A.5.18-3',
    )
    expect(finding?.objects.map(({ register, since }) => [register, since])).toEqual([
      ['information_system', '2026-09-10'],
    ])
  })
})
