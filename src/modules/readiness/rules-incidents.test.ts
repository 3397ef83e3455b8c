import { describe, expect, test } from 'vitest'
import type { InputOf, RecordId } from '../../kernel/register.ts'
import { action } from '../actions/register.ts'
import { documentVersion } from '../documents/registers/document-version.ts'
import { exception } from '../exceptions/register.ts'
import { incident } from '../incidents/registers/incident.ts'
import { securityEvent } from '../incidents/registers/security-event.ts'
import { nonconformity } from '../nonconformities/register.ts'
import { organisation } from '../organisation/registers/organisation.ts'
import { requirement } from '../parties/registers/requirement.ts'
import { role } from '../people/registers/role.ts'
import { riskScore } from '../risks/registers/risk-score.ts'
import { type Conforming, conforming } from '../samples/domain/conforming/conforming.ts'
import { statementLine } from '../statements/registers/statement-line.ts'
import { threatIntelItem } from '../threats/register.ts'
import { ask, said } from './test/ask.ts'
import { asked } from './test/asked.ts'
import { check, type Turn } from './test/turn.ts'

type Happened = InputOf<typeof incident>

/** A breach of which the organisation knew on Monday 2 February 2026 at ten in the morning, Dutch time. */
function happen({ build, officer }: Conforming, set: Happened = {}, state = 'incident'): RecordId {
  const breach = {
    title: 'Datalek',
    severity: 'medium',
    owner: officer,
    awareAt: '2026-02-02T09:00:00.000Z',
    personalDataBreach: true,
    reportable: true,
    reportableStatedBy: officer,
    notifiedAt: '2026-02-03T09:00:00.000Z',
  } as const
  return build.add(incident, { ...breach, ...set }, { state, validFrom: '2026-02-02' })
}

function report({ build, officer }: Conforming, set: InputOf<typeof securityEvent>): RecordId {
  return build.add(
    securityEvent,
    { title: 'Melding', reportedBy: officer, ...set },
    { state: 'reported', validFrom: '2026-02-02' },
  )
}

/** A nonconformity about it whose only action was done and found effective. */
function settle({ build, officer, owners }: Conforming, about: RecordId): void {
  const corrective = build.add(
    action,
    {
      title: 'Piket ingesteld',
      kind: 'corrective',
      owner: owners[0],
      doneAt: '2026-02-10',
      effectivenessReviewedBy: officer,
      effectivenessReviewedAt: '2026-02-28',
      effectivenessResult: 'effective',
      noChangeNeeded: true,
    },
    { state: 'verified' },
  )
  build.add(nonconformity, { title: 'Te laat', objects: [about], rule: 'R-A.5.26-1', actions: [corrective] })
}

const threats: readonly Turn[] = [
  {
    rule: 'R-A.5.7-1',
    what: 'nothing at all',
    deviate: ({ build, threatItems }) => threatItems.forEach((id) => build.remove(id)),
    expected: ['MIN', 'none'],
  },
  {
    rule: 'R-A.5.7-1',
    what: 'the last one 91 days ago',
    deviate: ({ build, threatItems }) =>
      threatItems.forEach((id) => build.set(threatIntelItem, id, { analysedAt: '2025-12-01' })),
    expected: ['MIN', 'stale'],
  },
  {
    rule: 'R-A.5.7-1',
    what: 'the last one ninety days ago',
    deviate: ({ build, threatItems }) =>
      threatItems.forEach((id) => build.set(threatIntelItem, id, { analysedAt: '2025-12-02' })),
    expected: null,
  },
  {
    rule: 'R-A.5.7-1',
    what: 'reports that wait for a conclusion',
    deviate: ({ build, threatItems }) =>
      threatItems.forEach((id) => build.set(threatIntelItem, id, { state: 'received', conclusion: null })),
    expected: ['MIN', 'stale'],
  },
  {
    rule: 'R-A.5.7-1',
    what: 'nothing yet, ninety days after the start',
    at: '2025-12-30',
    deviate: ({ build, threatItems }) => threatItems.forEach((id) => build.remove(id)),
    expected: null,
  },
  {
    rule: 'R-A.5.7-1',
    what: 'nothing, and the control left out',
    deviate: ({ build, threatItems, lines }) => {
      threatItems.forEach((id) => build.remove(id))
      build.set(statementLine, lines.get('5.7') ?? '', { included: false })
    },
    expected: null,
  },
]

const prepared: readonly Turn[] = [
  {
    rule: 'R-A.5.24-1',
    what: 'no procedure',
    deviate: ({ build, incidentProcedure }) => build.remove(incidentProcedure),
    expected: ['MAJ', 'none'],
  },
  {
    rule: 'R-A.5.24-1',
    what: 'a draft',
    deviate: ({ build, incidentProcedureVersion }) =>
      build.set(documentVersion, incidentProcedureVersion, { state: 'draft' }),
    expected: ['MIN', 'draft'],
  },
  {
    rule: 'R-A.5.24-1',
    what: 'nobody who leads incidents',
    deviate: ({ build, officerRole }) => build.set(role, officerRole, { duties: ['isms_coordination'] }),
    expected: ['MIN', 'unassigned'],
  },
  {
    rule: 'R-A.5.24-1',
    what: 'contacts checked a year and a day ago',
    deviate: (org) => org.build.set(organisation, org.organisation, { contactListCheckedAt: '2025-03-01' }),
    expected: ['MIN', 'contacts'],
  },
  {
    rule: 'R-A.5.24-1',
    what: 'contacts checked a year ago',
    deviate: (org) => org.build.set(organisation, org.organisation, { contactListCheckedAt: '2025-03-02' }),
    expected: null,
  },
  {
    rule: 'R-A.5.24-1',
    what: 'contacts never checked, first due at stage 2',
    stage: 'S1',
    deviate: (org) => org.build.set(organisation, org.organisation, { contactListCheckedAt: null }),
    expected: null,
  },
  {
    rule: 'R-A.5.24-1',
    what: 'contacts never checked, seen from stage 2',
    deviate: (org) => org.build.set(organisation, org.organisation, { contactListCheckedAt: null }),
    expected: ['MIN', 'contacts'],
  },
]

const classified: readonly Turn[] = [
  {
    rule: 'R-A.5.26-1',
    what: 'not judged two days later',
    deviate: (org) => report(org, { reportedAt: '2026-02-28T12:00:00.000Z' }),
    expected: ['MIN', 'unclassified'],
  },
  {
    rule: 'R-A.5.26-1',
    what: 'not judged on the day on which the hours end',
    deviate: (org) => report(org, { reportedAt: '2026-03-01T12:00:00.000Z' }),
    expected: null,
  },
  {
    rule: 'R-A.5.26-1',
    what: 'judged a minute after 24 hours',
    deviate: (org) => report(org, { reportedAt: '2026-02-02T12:00:00.000Z', classifiedAt: '2026-02-03T12:01:00.000Z' }),
    expected: ['MIN', 'classified_late'],
  },
  {
    rule: 'R-A.5.26-1',
    what: 'judged after exactly 24 hours',
    deviate: (org) => report(org, { reportedAt: '2026-02-02T12:00:00.000Z', classifiedAt: '2026-02-03T12:00:00.000Z' }),
    expected: null,
  },
  {
    rule: 'R-A.5.26-1',
    what: 'judged after a longer time of its own choice',
    deviate: (org) => {
      const { parameters } = org.build.isms().all(organisation)[0] ?? {}
      if (parameters === undefined) throw new Error('cannot do without an organisation')
      org.build.set(organisation, org.organisation, { parameters: { ...parameters, eventHours: 48 } })
      report(org, { reportedAt: '2026-02-02T12:00:00.000Z', classifiedAt: '2026-02-04T11:00:00.000Z' })
    },
    expected: null,
  },
  {
    rule: 'R-A.5.26-1',
    what: 'judged late, and settled since',
    deviate: (org) =>
      settle(org, report(org, { reportedAt: '2026-02-02T12:00:00.000Z', classifiedAt: '2026-02-04T12:01:00.000Z' })),
    expected: null,
  },
  {
    rule: 'R-A.5.26-1',
    what: 'judged late, and excepted',
    deviate: (org) => {
      const late = report(org, { reportedAt: '2026-02-02T12:00:00.000Z', classifiedAt: '2026-02-04T12:01:00.000Z' })
      org.build.add(
        exception,
        { title: 'Later', subject: late, until: '2026-06-01', approvedBy: org.director, approvedAt: '2026-02-01' },
        { state: 'approved' },
      )
    },
    expected: null,
  },
]

const SILENT = { notifiedAt: null } as const

const notified: readonly Turn[] = [
  {
    rule: 'R-A.5.26-1',
    what: 'a breach that nobody notified',
    deviate: (org) => happen(org, SILENT),
    expected: ['MAJ', 'unnotified'],
  },
  {
    rule: 'R-A.5.26-1',
    what: 'a breach that nobody notified, its file not yet assessed',
    deviate: (org) => happen(org, SILENT, 'reported'),
    expected: ['MAJ', 'unnotified'],
  },
  {
    rule: 'R-A.5.26-1',
    what: 'a breach on the third day',
    at: '2026-02-05',
    deviate: (org) => happen(org, SILENT),
    expected: null,
  },
  {
    rule: 'R-A.5.26-1',
    what: 'a breach on the fourth day',
    at: '2026-02-06',
    deviate: (org) => happen(org, SILENT),
    expected: ['MAJ', 'unnotified'],
  },
  {
    rule: 'R-A.5.26-1',
    what: 'a breach notified after exactly 72 hours',
    deviate: (org) => happen(org, { notifiedAt: '2026-02-05T09:00:00.000Z' }),
    expected: null,
  },
  {
    rule: 'R-A.5.26-1',
    what: 'a breach notified after 72 hours and a minute',
    deviate: (org) => happen(org, { notifiedAt: '2026-02-05T09:01:00.000Z' }),
    expected: ['MAJ', 'notified_late'],
  },
  {
    rule: 'R-A.5.26-1',
    what: 'a breach notified late with the reason',
    deviate: (org) =>
      happen(org, { notifiedAt: '2026-02-06T09:00:00.000Z', lateReason: 'De leverancier meldde het in delen.' }),
    expected: null,
  },
  {
    rule: 'R-A.5.26-1',
    what: 'a breach notified late that need not be notified at all',
    deviate: (org) => happen(org, { notifiedAt: '2026-02-06T09:00:00.000Z', reportable: false }),
    expected: null,
  },
  {
    rule: 'R-A.5.26-1',
    what: 'a breach notified late and settled since',
    deviate: (org) => settle(org, happen(org, { notifiedAt: '2026-02-06T09:00:00.000Z' })),
    expected: null,
  },
  {
    rule: 'R-A.5.26-1',
    what: 'a shorter clock in a law of the register',
    deviate: (org) => {
      const clock = { event: 'personal_data_breach', step: 'melden', hours: 12, recipient: 'AP' } as const
      org.build.add(requirement, { title: 'Wet', sourceType: 'law', clocks: [clock] }, { state: 'active' })
      happen(org)
    },
    expected: ['MAJ', 'notified_late'],
  },
  {
    rule: 'R-A.5.26-1',
    what: 'a breach that need not be notified, without the reasoning',
    deviate: (org) => happen(org, { ...SILENT, reportable: false }),
    expected: ['MIN', 'unexplained'],
  },
  {
    rule: 'R-A.5.26-1',
    what: 'a breach that need not be notified, with the reasoning',
    deviate: (org) =>
      happen(org, { ...SILENT, reportable: false, noNotifyReason: 'Het bestand was versleuteld, de sleutel niet.' }),
    expected: null,
  },
  {
    rule: 'R-A.5.26-1',
    what: 'an incident without personal data',
    deviate: (org) => happen(org, { ...SILENT, personalDataBreach: false, reportable: null }),
    expected: null,
  },
]

/** Closed on 20 February, by the book but for what is said. */
function close(org: Conforming, set: Happened = {}): RecordId {
  const done = { stepsDone: true, stepsStatedBy: org.officer, closedAt: '2026-01-20', lessons: 'Eerder bellen.' }
  return happen(org, { awareAt: '2026-01-05T09:00:00.000Z', personalDataBreach: false, ...done, ...set }, 'closed')
}

const closed: readonly Turn[] = [
  {
    rule: 'R-A.5.26-1',
    what: 'closed, and a step left out',
    deviate: (org) => close(org, { stepsDone: false }),
    expected: ['MIN', 'steps'],
  },
  {
    rule: 'R-A.5.26-1',
    what: 'closed with an open step in its list',
    deviate: (org) => close(org, { steps: [{ step: 'Bellen', doneAt: null, by: null, skippedReason: null }] }),
    expected: ['MIN', 'steps'],
  },
  {
    rule: 'R-A.5.26-1',
    what: 'closed with a step that was left out for a reason',
    deviate: (org) =>
      close(org, { steps: [{ step: 'Bellen', doneAt: null, by: null, skippedReason: 'Niemand geraakt.' }] }),
    expected: null,
  },
  {
    rule: 'R-A.5.27-1',
    what: 'no lesson 31 days after closing',
    deviate: (org) => close(org, { lessons: null, closedAt: '2026-01-30' }),
    expected: ['MIN', 'lessons'],
  },
  {
    rule: 'R-A.5.27-1',
    what: 'no lesson thirty days after closing',
    deviate: (org) => close(org, { lessons: null, closedAt: '2026-01-31' }),
    expected: null,
  },
  {
    rule: 'R-A.5.27-1',
    what: 'somebody said that there was nothing to learn',
    deviate: (org) => close(org, { lessons: null, noLessons: true }),
    expected: null,
  },
  {
    rule: 'R-A.5.27-1',
    what: 'no lesson of a small one',
    deviate: (org) => close(org, { lessons: null, severity: 'low' }),
    expected: null,
  },
  {
    rule: 'R-A.5.27-1',
    what: 'a risk that nobody scored since',
    deviate: (org) => close(org, { risks: [org.risks[10] ?? ''] }),
    expected: ['MIN', 'unscored'],
  },
  {
    rule: 'R-A.5.27-1',
    what: 'a risk that was scored since',
    deviate: (org) => {
      const about = org.risks[10] ?? ''
      close(org, { risks: [about] })
      org.build.add(riskScore, { risk: about, kind: 'current', scoredAt: '2026-01-05' })
    },
    expected: null,
  },
]

function silent(org: Conforming): void {
  org.securityEvents.forEach((id) => org.build.remove(id))
}

const reporting: readonly Turn[] = [
  {
    rule: 'R-A.6.8-1',
    what: 'nobody reported anything, six months after the start',
    at: '2026-04-01',
    deviate: silent,
    expected: ['OFI'],
  },
  {
    rule: 'R-A.6.8-1',
    what: 'nobody reported anything, a day before that',
    at: '2026-03-31',
    deviate: silent,
    expected: null,
  },
  {
    rule: 'R-A.6.8-1',
    what: 'nobody of nine people',
    at: '2026-04-01',
    deviate: (org) => {
      silent(org)
      org.build.set(organisation, org.organisation, { headcount: 9 })
    },
    expected: null,
  },
]

const TURNS: readonly Turn[] = [...threats, ...prepared, ...classified, ...notified, ...closed, ...reporting]

describe('threats and incidents', () => {
  test.each(TURNS.map((turn) => [turn.rule, turn.what, turn] as const))('%s: %s', (_rule, _what, turn) => {
    check(turn)
  })

  test.each<readonly [string, Happened, string]>([
    ['whether a breach must be notified', { notifiedAt: null, reportable: null }, 'unjudged'],
    ['whether it was a breach', { personalDataBreach: null }, 'is_breach'],
  ])('nobody guesses %s', (_, set, variant) => {
    const org = conforming()
    happen(org, set)
    expect(asked(org, /^R-A\.5\.26-/)).toEqual([`R-A.5.26-1 ${variant}`])
  })

  test('ask when the ISMS began where nothing was done yet and nobody said so', () => {
    const org = conforming()
    org.threatItems.forEach((id) => org.build.remove(id))
    org.build.set(organisation, org.organisation, { ismsStart: null, contactListCheckedAt: null })
    expect(asked(org, /^R-A\.5\.(?:7|24)-/)).toEqual(['R-A.5.7-1 start', 'R-A.5.24-1 contacts'])
  })

  test('ask how many people there are where nobody reports and nobody said so', () => {
    const org = conforming()
    silent(org)
    org.build.set(organisation, org.organisation, { headcount: null, ismsStart: '2025-09-01' })
    expect(asked(org, /^R-A\.6\.8-/)).toEqual(['R-A.6.8-1'])
  })

  test('a closed file that nobody vouches for is a question', () => {
    const org = conforming()
    close(org, { stepsStatedBy: null })
    expect(asked(org, /^R-A\.5\.26-/)).toEqual(['R-A.5.26-1 steps'])
  })

  test('an organisation in which nothing ever happened is not blamed for that', () => {
    const org = conforming()
    silent(org)
    const answer = ask(org.build.isms(), { stage: 'S2' })
    for (const rule of ['R-10.2-3', 'R-A.5.26-1', 'R-A.5.27-1', 'R-A.6.8-1']) expect(said(answer, rule)).toBeNull()
  })
})
