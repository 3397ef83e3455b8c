import { describe, expect, test } from 'vitest'
import { rules } from '../../rules.gen.ts'
import { accessGrant } from '../access/register.ts'
import { approval } from '../approvals/registers/approval.ts'
import { decision } from '../approvals/registers/decision.ts'
import { informationSystem } from '../assets/registers/information-system.ts'
import { communicationLine } from '../communications/register.ts'
import { contextDetermination } from '../context/registers/context-determination.ts'
import { contextIssue } from '../context/registers/context-issue.ts'
import { acknowledgement } from '../documents/registers/acknowledgement.ts'
import { document } from '../documents/registers/document.ts'
import { documentVersion } from '../documents/registers/document-version.ts'
import { objective } from '../objectives/registers/objective.ts'
import { location } from '../organisation/registers/location.ts'
import { unit } from '../organisation/registers/unit.ts'
import { interestedParty } from '../parties/registers/interested-party.ts'
import { requirement } from '../parties/registers/requirement.ts'
import { person } from '../people/registers/person.ts'
import { role } from '../people/registers/role.ts'
import { roleAssignment } from '../people/registers/role-assignment.ts'
import { ismsProcess } from '../processes/registers/isms-process.ts'
import { resourceDecision } from '../resources/register.ts'
import { managementReview } from '../reviews/registers/management-review.ts'
import { type Conforming, conforming } from '../samples/domain/conforming/conforming.ts'
import { scope } from '../scopes/register.ts'
import { supplier } from '../suppliers/register.ts'
import { ask } from './test/ask.ts'
import { check, type Turn } from './test/turn.ts'

/** Of all that top management did only the policy is left. */
function onlyPolicy({ build, objectives, officer, resourceDecisions, communication }: Conforming): void {
  for (const id of objectives) build.set(objective, id, { approvedBy: officer })
  for (const id of resourceDecisions) build.remove(id)
  for (const id of communication) build.set(communicationLine, id, { toEverybody: false })
  for (const { id } of build.all(managementReview)) build.set(managementReview, id, { chair: officer })
}

const TURNS: readonly Turn[] = [
  {
    rule: 'R-4.1-1',
    what: 'no issue of either kind',
    deviate: ({ build, issues }) => issues.forEach((id) => build.remove(id)),
    expected: ['MAJ', 'none'],
  },
  {
    rule: 'R-4.1-1',
    what: 'no internal issue',
    deviate: ({ build, issues }) => build.set(contextIssue, issues[0], { kind: 'external' }),
    expected: ['MIN', 'one_kind'],
  },
  {
    rule: 'R-4.1-1',
    what: 'one more issue of one kind',
    deviate: ({ build, issues }) =>
      build.add(
        contextIssue,
        { title: 'Nog een', kind: 'internal', lastReviewedAt: '2026-01-15' },
        { state: issues.length > 0 ? 'active' : 'draft' },
      ),
    expected: null,
  },
  {
    rule: 'R-4.1-2',
    what: 'a decision without a reason',
    deviate: ({ build, determination }) => build.set(contextDetermination, determination, { rationale: ' ' }),
    expected: ['MIN', 'undecided'],
  },
  {
    rule: 'R-4.1-2',
    what: 'relevant, with nothing linked',
    deviate: ({ build, determination }) => build.set(contextDetermination, determination, { relevant: true }),
    expected: ['OFI', 'unlinked'],
  },
  {
    rule: 'R-4.1-2',
    what: 'relevant, with a link',
    deviate: ({ build, determination, issues }) =>
      build.set(contextDetermination, determination, { relevant: true, linked: [issues[0]] }),
    expected: null,
  },
  {
    rule: 'R-4.1-3',
    what: 'reviewed a year and a month ago',
    deviate: ({ build, issues }) => build.set(contextIssue, issues[0], { lastReviewedAt: '2025-01-30' }),
    expected: ['MIN', 'overdue'],
  },
  {
    rule: 'R-4.1-3',
    what: 'thirty days late',
    deviate: ({ build, issues }) => build.set(contextIssue, issues[0], { lastReviewedAt: '2025-01-31' }),
    expected: ['OFI', 'late'],
  },
  {
    rule: 'R-4.1-3',
    what: 'due today',
    deviate: ({ build, issues }) => build.set(contextIssue, issues[0], { lastReviewedAt: '2025-03-02' }),
    expected: null,
  },
  {
    rule: 'R-4.2-a-1',
    what: 'no party',
    deviate: ({ build, parties }) => parties.forEach((id) => build.remove(id)),
    expected: ['MAJ', 'none'],
  },
  {
    rule: 'R-4.2-a-1',
    what: 'a kind without party or note',
    deviate: ({ build, parties }) => build.remove(parties[2] ?? ''),
    expected: ['OFI', 'kinds'],
  },
  {
    rule: 'R-4.2-a-1',
    what: 'a note in place of a party',
    deviate: ({ build, parties }) =>
      build.set(interestedParty, parties[2] ?? '', { notRelevant: 'Wij zijn zelf de eigenaren.' }),
    expected: null,
  },
  {
    rule: 'R-4.2-b-1',
    what: 'no requirement at all',
    deviate: ({ build, requirements }) => requirements.forEach((id) => build.remove(id)),
    expected: ['MAJ', 'none'],
  },
  {
    rule: 'R-4.2-b-1',
    what: 'a requirement that does not say where it is written',
    deviate: ({ build, requirements }) => build.set(requirement, requirements[1] ?? '', { sourceRef: null }),
    expected: ['MIN', 'parties'],
  },
  {
    rule: 'R-4.2-b-1',
    what: 'a party that is none',
    deviate: ({ build, parties, requirements }) => {
      build.set(interestedParty, parties[2] ?? '', { notRelevant: 'Wij zijn zelf de eigenaren.' })
      build.remove(requirements[2] ?? '')
    },
    expected: null,
  },
  {
    rule: 'R-4.2-c-1',
    what: 'no decision whether the ISMS addresses it',
    deviate: ({ build, requirements }) => build.set(requirement, requirements[0] ?? '', { addressedByIsms: null }),
    expected: ['MIN', 'undecided'],
  },
  {
    rule: 'R-4.2-c-1',
    what: 'addressed by nothing',
    deviate: ({ build, requirements }) => build.set(requirement, requirements[0] ?? '', { answeredBy: [] }),
    expected: ['OFI', 'unanswered'],
  },
  {
    rule: 'R-4.2-c-1',
    what: 'not addressed, and said so',
    deviate: ({ build, requirements }) =>
      build.set(requirement, requirements[0] ?? '', { addressedByIsms: false, answeredBy: [] }),
    expected: null,
  },
  {
    rule: 'R-4.3-1',
    what: 'no scope',
    deviate: (org) => org.build.remove(org.scope),
    expected: ['MAJ', 'none'],
  },
  {
    rule: 'R-4.3-1',
    what: 'a draft',
    deviate: (org) => org.build.set(scope, org.scope, { state: 'draft' }),
    expected: ['MIN', 'draft'],
  },
  {
    rule: 'R-4.3-1',
    what: 'approved by the officer',
    deviate: (org) => org.build.set(scope, org.scope, { approvedBy: org.officer }),
    expected: ['MIN', 'approver'],
  },
  {
    rule: 'R-4.3-1',
    what: 'a document in place of the record',
    deviate: (org) => {
      const { build } = org
      build.remove(org.scope)
      const paper = build.add(document, { title: 'Scope', type: 'scope' })
      build.add(
        documentVersion,
        { document: paper, versionLabel: '1', approvedBy: org.director, effectiveFrom: '2026-03-02' },
        { state: 'effective' },
      )
    },
    expected: null,
  },
  {
    rule: 'R-4.3-2',
    what: 'no interfaces and no reason',
    deviate: (org) => org.build.set(scope, org.scope, { interfaces: [] }),
    expected: ['MIN'],
  },
  {
    rule: 'R-4.3-2',
    what: 'no locations, and said so',
    deviate: (org) => {
      const none = {
        units: [org.unit],
        unitsNone: null,
        locations: [],
        locationsNone: true,
        services: [org.service],
        servicesNone: null,
        systems: [org.platform],
        systemsNone: null,
      }
      org.build.set(scope, org.scope, { boundaries: none })
    },
    expected: null,
  },
  {
    rule: 'R-4.3-3',
    what: 'a location that nobody placed',
    deviate: (org) => org.build.set(location, org.office, { inScope: null }),
    expected: ['MIN', 'unplaced'],
  },
  {
    rule: 'R-4.3-3',
    what: 'out without a reason',
    deviate: (org) => org.build.set(informationSystem, org.mail, { outOfScopeReason: null }),
    expected: ['MIN', 'no_reason'],
  },
  {
    rule: 'R-4.3-3',
    what: 'a system outside that handles the information of the service',
    deviate: (org) => org.build.set(informationSystem, org.mail, { handlesServiceInformation: true }),
    expected: ['MAJ', 'handles'],
  },
  {
    rule: 'R-4.3-3',
    what: 'a critical supplier that nobody placed',
    deviate: (org) => org.build.set(supplier, org.host, { inScope: null }),
    expected: ['MIN', 'unplaced'],
  },
  {
    rule: 'R-4.3-3',
    what: 'a supplier of medium criticality that nobody placed',
    deviate: (org) => org.build.set(supplier, org.host, { inScope: null, criticality: 'medium' }),
    expected: null,
  },
  {
    rule: 'R-4.3-3',
    what: 'an interface that is named by its title only',
    deviate: (org) => {
      const line = { border: null, control: null, party: null }
      org.build.set(scope, org.scope, {
        interfaces: [
          { ...line, what: 'mail en aanmelden', with: null },
          { ...line, what: 'Opslag', with: 'WOLKENHUIS' },
        ],
      })
    },
    expected: null,
  },
  {
    rule: 'R-4.4-1',
    what: 'a process that nobody covers',
    deviate: (org) => org.build.remove(org.processes[3] ?? ''),
    expected: ['MIN', 'uncovered'],
  },
  {
    rule: 'R-4.4-1',
    what: 'a process without outputs',
    deviate: (org) => org.build.set(ismsProcess, org.processes[3] ?? '', { outputs: null }),
    expected: ['MIN', 'incomplete'],
  },
  {
    rule: 'R-4.4-1',
    what: 'owned by a role',
    deviate: (org) => org.build.set(ismsProcess, org.processes[3] ?? '', { owner: null, ownerRole: org.officerRole }),
    expected: null,
  },
  {
    rule: 'R-5.1-1',
    what: 'nothing by top management',
    deviate: ({ build, director }) => build.set(person, director, { isTopManagement: false }),
    expected: ['MAJ', 'none'],
  },
  {
    rule: 'R-5.1-1',
    what: 'one kind of event',
    deviate: onlyPolicy,
    expected: ['OFI', 'one_kind'],
  },
  {
    rule: 'R-5.1-1',
    what: 'a policy and a review',
    deviate: (org) => {
      onlyPolicy(org)
      org.build.add(
        managementReview,
        { title: 'Beoordeling', heldAt: '2026-02-01', chair: org.director },
        { state: 'held' },
      )
    },
    expected: null,
  },
  {
    rule: 'R-5.1-1',
    what: 'a policy and an approval of resources',
    deviate: (org) => {
      onlyPolicy(org)
      org.build.add(approval, {
        kind: 'resource',
        subject: org.organisation,
        decision: 'approved',
        by: org.director,
        at: '2025-03-02',
      })
    },
    expected: null,
  },
  {
    rule: 'R-5.1-1',
    what: 'a policy and a decision on resources',
    deviate: (org) => {
      onlyPolicy(org)
      org.build.add(
        resourceDecision,
        { title: 'Middelen', decidedBy: org.director, decidedAt: '2025-03-02' },
        { state: 'decided' },
      )
    },
    expected: null,
  },
  {
    rule: 'R-5.1-1',
    what: 'a policy, and a decision on resources that was taken back',
    deviate: (org) => {
      onlyPolicy(org)
      org.build.add(
        resourceDecision,
        { title: 'Middelen', decidedBy: org.director, decidedAt: '2026-01-02' },
        { state: 'withdrawn' },
      )
    },
    expected: ['OFI', 'one_kind'],
  },
  {
    rule: 'R-5.1-1',
    what: 'a policy and a message to everybody, given by somebody else',
    deviate: (org) => {
      onlyPolicy(org)
      org.build.set(communicationLine, org.communication[0], {
        toEverybody: true,
        done: [{ at: '2026-02-01', by: org.officer, note: null, evidence: null }],
      })
    },
    expected: ['OFI', 'one_kind'],
  },
  {
    rule: 'R-5.2-1',
    what: 'no policy',
    deviate: ({ build, policyVersion }) => build.remove(policyVersion),
    expected: ['MAJ', 'none'],
  },
  {
    rule: 'R-5.2-1',
    what: 'a policy that is being written',
    deviate: ({ build, policyVersion }) => build.set(documentVersion, policyVersion, { state: 'draft' }),
    expected: ['MIN', 'draft'],
  },
  {
    rule: 'R-5.2-1',
    what: 'approved by the officer',
    deviate: ({ build, policyVersion, officer }) => build.set(documentVersion, policyVersion, { approvedBy: officer }),
    expected: ['MIN', 'approver'],
  },
  {
    rule: 'R-5.2-1',
    what: 'in force from today',
    deviate: ({ build, policyVersion }) => build.set(documentVersion, policyVersion, { effectiveFrom: '2026-03-02' }),
    expected: null,
  },
  {
    rule: 'R-5.2-2',
    what: 'a commitment that nobody found',
    deviate: ({ build, policyVersion, officer }) => {
      const flag = { is: true, reviewer: officer, reviewedAt: '2025-10-18' }
      const contentFlags = {
        fitsPurpose: flag,
        hasObjectivesOrFramework: flag,
        commitsToRequirements: flag,
        commitsToImprovement: { ...flag, is: false },
      }
      build.set(documentVersion, policyVersion, { contentFlags })
    },
    expected: ['MIN', 'missing'],
  },
  {
    rule: 'R-5.2-2',
    what: 'the yearly question answered with no',
    deviate: ({ build, director }) =>
      build.add(decision, {
        title: 'Past niet',
        kind: 'yearly_answer',
        yearlyQuestion: 1,
        isYes: false,
        by: director,
        at: '2026-01-10',
      }),
    expected: ['MIN', 'unfitting'],
  },
  {
    rule: 'R-5.2-2',
    what: 'a no that is more than a year old',
    deviate: ({ build, director }) =>
      build.add(decision, {
        title: 'Paste niet',
        kind: 'yearly_answer',
        yearlyQuestion: 1,
        isYes: false,
        by: director,
        at: '2025-03-01',
      }),
    expected: null,
  },
  {
    rule: 'R-5.2-3',
    what: 'read by fewer than half',
    deviate: ({ build, receipts }) => receipts.slice(5).forEach((id) => build.remove(id)),
    expected: ['MAJ'],
  },
  {
    rule: 'R-5.2-3',
    what: 'read by half',
    deviate: ({ build, receipts }) => receipts.slice(6).forEach((id) => build.remove(id)),
    expected: ['MIN'],
  },
  {
    rule: 'R-5.2-3',
    what: 'read by all but one of twelve',
    deviate: ({ build, receipts }) => receipts.slice(11).forEach((id) => build.remove(id)),
    expected: ['OFI'],
  },
  {
    rule: 'R-5.2-3',
    what: 'not yet read by one who started 29 days ago',
    deviate: ({ build, receipts, people }) => {
      receipts.slice(11).forEach((id) => build.remove(id))
      build.set(person, people[11] ?? '', { startDate: '2026-02-01' })
    },
    expected: null,
  },
  {
    rule: 'R-5.2-3',
    what: 'a volunteer without access who read nothing',
    deviate: ({ build, unit: home }) =>
      build.add(person, { name: 'Vrijwilliger', kind: 'volunteer', unit: home, startDate: '2024-01-01' }),
    expected: null,
  },
  {
    rule: 'R-5.2-3',
    what: 'a volunteer with access who read nothing',
    deviate: ({ build, unit: home, platform }) => {
      const who = build.add(person, { name: 'Vrijwilliger', kind: 'volunteer', unit: home, startDate: '2024-01-01' })
      build.add(accessGrant, { person: who, system: platform, grantedAt: '2025-11-01' }, { state: 'granted' })
    },
    expected: ['OFI'],
  },
  {
    rule: 'R-5.2-3',
    what: 'one who works in a unit outside the scope',
    deviate: ({ build }) => {
      const outside = build.add(unit, {
        title: 'Winkel',
        inScope: false,
        outOfScopeReason: 'Ander bedrijf.',
        handlesServiceInformation: false,
      })
      build.add(person, { name: 'Verkoper', kind: 'employee', unit: outside, startDate: '2024-01-01' })
    },
    expected: null,
  },
  {
    rule: 'R-5.2-3',
    what: 'a new version of ten days, with receipts of the version before it',
    deviate: ({ build, policy, policyVersion, director }) => {
      build.set(documentVersion, policyVersion, { state: 'superseded', withdrawnAt: '2026-02-20' })
      build.add(
        documentVersion,
        {
          document: policy,
          versionLabel: '2.0',
          approvedBy: director,
          approvedAt: '2026-02-20',
          effectiveFrom: '2026-02-20',
        },
        { state: 'effective' },
      )
    },
    expected: null,
  },
  {
    rule: 'R-5.2-3',
    what: 'the same thirty days on',
    at: '2026-03-22',
    deviate: ({ build, policy, policyVersion, director }) => {
      build.set(documentVersion, policyVersion, { state: 'superseded', withdrawnAt: '2026-02-20' })
      build.add(
        documentVersion,
        {
          document: policy,
          versionLabel: '2.0',
          approvedBy: director,
          approvedAt: '2026-02-20',
          effectiveFrom: '2026-02-20',
        },
        { state: 'effective' },
      )
    },
    expected: ['MAJ'],
  },
  {
    rule: 'R-5.2-4',
    what: 'for insiders only',
    deviate: ({ build, policy }) => build.set(document, policy, { externalAvailability: 'internal_only' }),
    expected: ['OFI'],
  },
  {
    rule: 'R-5.2-4',
    what: 'published',
    deviate: ({ build, policy }) => build.set(document, policy, { externalAvailability: 'published' }),
    expected: null,
  },
  {
    rule: 'R-5.3-1',
    what: 'nobody has either duty',
    deviate: ({ build, officerAssignment }) => build.remove(officerAssignment),
    expected: ['MAJ', 'none'],
  },
  {
    rule: 'R-5.3-1',
    what: 'nobody reports',
    deviate: ({ build, officerRole }) => build.set(role, officerRole, { duties: ['isms_conformity'] }),
    expected: ['MIN', 'one'],
  },
  {
    rule: 'R-5.3-1',
    what: 'not accepted',
    deviate: ({ build, officerAssignment }) => build.set(roleAssignment, officerAssignment, { acceptedAt: null }),
    expected: ['OFI', 'unaccepted', 'unaccepted'],
  },
  {
    rule: 'R-5.3-1',
    what: 'a second holder who has not accepted',
    deviate: ({ build, officerRole, director }) =>
      build.add(roleAssignment, { role: officerRole, person: director, fromDate: '2026-03-01' }),
    expected: null,
  },
  {
    rule: 'R-5.3-2',
    what: 'held by one who left yesterday',
    deviate: ({ build, owners }) => build.set(person, owners[1], { endDate: '2026-03-01' }),
    expected: ['MIN', 'leaver'],
  },
  {
    rule: 'R-5.3-2',
    what: 'held by one whose last day is today',
    deviate: ({ build, owners }) => build.set(person, owners[1], { endDate: '2026-03-02' }),
    expected: null,
  },
  {
    rule: 'R-5.3-2',
    what: 'vacant for 31 days',
    deviate: ({ build, officerAssignment }) =>
      build.set(roleAssignment, officerAssignment, { toDate: '2026-01-30', state: 'ended' }),
    expected: ['MIN', 'vacant'],
  },
  {
    rule: 'R-5.3-2',
    what: 'vacant for thirty days',
    deviate: ({ build, officerAssignment }) =>
      build.set(roleAssignment, officerAssignment, { toDate: '2026-01-31', state: 'ended' }),
    expected: null,
  },
]

describe('the rules on clauses 4 and 5', () => {
  test.each(TURNS)('$rule: $what', (turn) => check(turn))

  test('trip once and rest once each', () => {
    const ids = rules.map(({ id }) => id).filter((id) => /^R-[45]\./.test(id))
    for (const id of ids) {
      const turns = TURNS.filter(({ rule }) => rule === id)
      expect([
        id,
        turns.some(({ expected }) => expected !== null),
        turns.some(({ expected }) => expected === null),
      ]).toEqual([id, true, true])
    }
  })
})

describe('a fact that nobody filled in', () => {
  test('makes a question that bars readiness, not a finding', () => {
    const org = conforming()
    org.build.set(informationSystem, org.mail, { handlesServiceInformation: null })
    const answer = ask(org.build.isms())
    expect(answer.major).toEqual([])
    expect(answer.question).toMatchObject([
      { rule: 'R-4.3-3', key: 'rule.R-4.3-3.question.handles', bars: true, objects: [{ id: org.mail }] },
    ])
    expect(answer.ready).toEqual({ ok: false, majors: 0, questions: 1 })
  })

  test('is asked beside what is known to be wrong', () => {
    const org = conforming()
    org.build.set(informationSystem, org.mail, { handlesServiceInformation: null })
    org.build.set(location, org.office, { inScope: null })
    const answer = ask(org.build.isms())
    expect(answer.minor.map(({ rule }) => rule)).toEqual(['R-4.3-3'])
    expect(answer.question.map(({ rule }) => rule)).toEqual(['R-4.3-3'])
  })

  test('asks about people of unknown kind who did not read the policy', () => {
    const org = conforming()
    org.build.add(person, { name: 'Onbekend', unit: org.unit, startDate: '2024-01-01' })
    org.build.add(acknowledgement, {
      person: org.officer,
      documentVersion: org.policyVersion,
      acknowledgedAt: '2025-12-01',
    })
    const answer = ask(org.build.isms(), { stage: 'S2' })
    expect(answer.question.map(({ rule }) => rule)).toEqual(['R-5.2-3', 'R-7.3-1'])
  })
})
