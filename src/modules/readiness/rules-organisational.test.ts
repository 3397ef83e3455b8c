import { describe, expect, test } from 'vitest'
import { rules } from '../../rules.gen.ts'
import { accessGrant } from '../access/register.ts'
import { asset } from '../assets/registers/asset.ts'
import { informationSystem } from '../assets/registers/information-system.ts'
import { control } from '../controls/register.ts'
import { acknowledgement } from '../documents/registers/acknowledgement.ts'
import { document } from '../documents/registers/document.ts'
import { documentVersion } from '../documents/registers/document-version.ts'
import { organisation } from '../organisation/registers/organisation.ts'
import { requirement } from '../parties/registers/requirement.ts'
import { dutyConflict } from '../people/registers/duty-conflict.ts'
import { person } from '../people/registers/person.ts'
import { type Role, role } from '../people/registers/role.ts'
import { roleAssignment } from '../people/registers/role-assignment.ts'
import { dpia } from '../privacy/registers/dpia.ts'
import { processingRecord } from '../privacy/registers/processing-record.ts'
import { type Conforming, conforming } from '../samples/domain/conforming/conforming.ts'
import { statementLine } from '../statements/registers/statement-line.ts'
import { supplier } from '../suppliers/register.ts'
import { ask } from './test/ask.ts'
import { check, type Turn } from './test/turn.ts'

/** Somebody holds a role with these duties. */
function give(org: Conforming, who: string, duties: Role['duties'], toDate: string | null = null): void {
  const of = org.build.add(role, { title: duties.join(' en '), duties })
  org.build.add(roleAssignment, { role: of, person: who, fromDate: '2025-10-01', toDate })
}

/** Somebody who left on a day and still has a laptop, or gave it back. */
function leave(org: Conforming, endDate: string, returnedAt: string | null): string {
  const who = org.build.add(person, { name: 'Vertrokken (voorbeeld)', kind: 'employee', unit: org.unit, endDate })
  return org.build.add(asset, {
    title: 'Laptop',
    kind: 'hardware',
    inScope: true,
    owner: org.officer,
    lastVerifiedAt: '2025-12-01',
    assignedTo: who,
    returnedAt,
  })
}

function leaveOut(org: Conforming, number: string): void {
  org.build.set(statementLine, org.lines.get(number) ?? '', {
    included: false,
    inclusionReasons: [],
    implementationStatus: null,
    exclusionJustification: 'Wij hebben dit naar eigen zeggen niet nodig.',
  })
}

/** No personal data anywhere, or nobody knows. */
function withoutPersonalData(org: Conforming, personalData: false | null): void {
  const { build } = org
  for (const id of org.processings) build.remove(id)
  for (const { id } of build.all(asset)) build.set(asset, id, { personalData })
  for (const { id } of build.all(informationSystem)) build.set(informationSystem, id, { personalData })
  for (const { id } of build.all(supplier)) build.set(supplier, id, { processesPersonalData: false })
}

function forgetLaws(org: Conforming): void {
  for (const id of org.requirements) org.build.set(requirement, id, { sourceType: 'own' })
}

const TURNS: readonly Turn[] = [
  {
    rule: 'R-A.5.1-1',
    what: 'no topic policy',
    deviate: ({ build, topicPolicies }) => topicPolicies.forEach((id) => build.remove(id)),
    expected: ['MAJ', 'none'],
  },
  {
    rule: 'R-A.5.1-1',
    what: 'only one for a control that is out',
    deviate: (org) => {
      for (const id of org.topicPolicies) org.build.set(document, id, { topicControls: ['8.30'] })
    },
    expected: ['MAJ', 'none'],
  },
  {
    rule: 'R-A.5.1-1',
    what: 'the policy itself does the work',
    deviate: (org) => {
      for (const id of org.topicPolicies) org.build.remove(id)
      org.build.set(document, org.policy, { alsoServesAs: ['topic_policy'] })
    },
    expected: null,
  },
  {
    rule: 'R-A.5.1-1',
    what: 'one of three a draft',
    deviate: ({ build, topicVersions }) => build.set(documentVersion, topicVersions[1] ?? '', { state: 'draft' }),
    expected: ['MIN', 'missing'],
  },
  {
    rule: 'R-A.5.1-1',
    what: 'in force without approval',
    deviate: ({ build, topicVersions }) => build.set(documentVersion, topicVersions[1] ?? '', { approvedBy: null }),
    expected: ['MIN', 'unapproved'],
  },
  {
    rule: 'R-A.5.1-1',
    what: 'read by eleven of twelve',
    deviate: ({ build, topicReceipts }) => build.remove(topicReceipts[4] ?? ''),
    expected: ['MIN', 'unread'],
  },
  {
    rule: 'R-A.5.1-1',
    what: 'read by nineteen of twenty',
    deviate: (org) => {
      for (let made = 0; made < 8; made += 1) {
        const who = org.build.add(person, { name: `Nieuw ${made}`, kind: 'employee', unit: org.unit })
        if (made === 0) continue
        const documentVersionId = org.topicVersions[0] ?? ''
        org.build.add(acknowledgement, { person: who, documentVersion: documentVersionId })
      }
    },
    expected: null,
  },
  {
    rule: 'R-A.5.1-1',
    what: 'unread by who came 29 days ago',
    deviate: ({ build, unit }) => build.add(person, { name: 'Nieuw', kind: 'employee', unit, startDate: '2026-02-01' }),
    expected: null,
  },
  {
    rule: 'R-A.5.1-1',
    what: 'unread by who came 30 days ago',
    deviate: ({ build, unit }) => build.add(person, { name: 'Nieuw', kind: 'employee', unit, startDate: '2026-01-31' }),
    expected: ['MIN', 'unread'],
  },
  {
    rule: 'R-A.5.1-1',
    what: 'a new version of 29 days, and the one before was read',
    deviate: ({ build, topicPolicies, topicVersions, director }) => {
      build.set(documentVersion, topicVersions[0] ?? '', { state: 'superseded', withdrawnAt: '2026-02-01' })
      build.add(
        documentVersion,
        {
          document: topicPolicies[0] ?? '',
          versionLabel: '2.0',
          approvedBy: director,
          approvedAt: '2026-02-01',
          effectiveFrom: '2026-02-01',
        },
        { state: 'effective' },
      )
    },
    expected: null,
  },
  {
    rule: 'R-A.5.1-1',
    what: 'an audience by unit, role and name',
    deviate: ({ build, topicPolicies, unit, officerRole, outsider }) =>
      build.set(document, topicPolicies[0] ?? '', {
        audience: { everyone: null, units: [unit], roles: [officerRole], people: [outsider] },
      }),
    expected: null,
  },
  {
    rule: 'R-A.5.3-1',
    what: 'one person coordinates and audits',
    deviate: (org) => give(org, org.officer, ['internal_audit']),
    expected: ['MIN'],
  },
  {
    rule: 'R-A.5.3-1',
    what: 'somebody else audits',
    deviate: (org) => give(org, org.owners[0], ['internal_audit']),
    expected: null,
  },
  {
    rule: 'R-A.5.3-1',
    what: 'held until yesterday',
    deviate: (org) => give(org, org.officer, ['internal_audit'], '2026-03-01'),
    expected: null,
  },
  {
    rule: 'R-A.5.3-1',
    what: 'both duties with another check',
    deviate: (org) => give(org, org.officer, ['purchasing', 'payment']),
    expected: null,
  },
  {
    rule: 'R-A.5.3-1',
    what: 'both duties in one role, without another check',
    deviate: (org) => {
      org.build.set(dutyConflict, org.dutyConflicts[1], { compensation: null })
      give(org, org.officer, ['purchasing', 'payment'])
    },
    expected: ['MIN'],
  },
  {
    rule: 'R-A.5.9-1',
    what: 'no inventory',
    deviate: ({ build }) => {
      for (const { id } of build.all(asset)) build.remove(id)
      for (const { id } of build.all(informationSystem)) build.remove(id)
    },
    stage: 'S1',
    expected: ['MAJ', 'none'],
  },
  {
    rule: 'R-A.5.9-1',
    what: 'no owner',
    deviate: ({ build, customerData }) => build.set(asset, customerData, { owner: null }),
    stage: 'S1',
    expected: ['MIN', 'unowned'],
  },
  {
    rule: 'R-A.5.9-1',
    what: 'a role as owner',
    deviate: ({ build, customerData, ownerRole }) => build.set(asset, customerData, { owner: null, ownerRole }),
    expected: null,
  },
  {
    rule: 'R-A.5.9-1',
    what: 'no owner, outside the scope',
    deviate: ({ build, customerData }) => build.set(asset, customerData, { owner: null, inScope: false }),
    expected: null,
  },
  {
    rule: 'R-A.5.9-1',
    what: 'verified a year ago',
    deviate: ({ build, customerData }) => build.set(asset, customerData, { lastVerifiedAt: '2025-03-02' }),
    expected: null,
  },
  {
    rule: 'R-A.5.9-1',
    what: 'verified a year and a day ago',
    deviate: ({ build, customerData }) => build.set(asset, customerData, { lastVerifiedAt: '2025-03-01' }),
    expected: ['MIN', 'unverified'],
  },
  {
    rule: 'R-A.5.9-1',
    what: 'never verified, in use since last month',
    deviate: ({ build, customerData }) =>
      build.set(asset, customerData, { lastVerifiedAt: null, inUseSince: '2026-02-02' }),
    expected: null,
  },
  {
    rule: 'R-A.5.9-1',
    what: 'never verified, before stage 2',
    deviate: ({ build, customerData }) => build.set(asset, customerData, { lastVerifiedAt: null }),
    expected: ['MIN', 'unverified'],
  },
  {
    rule: 'R-A.5.9-1',
    what: 'a system off the list, with rights still open',
    deviate: ({ build, platform }) => build.set(informationSystem, platform, { state: 'retired' }),
    expected: ['MIN', 'unlisted'],
  },
  {
    rule: 'R-A.5.9-1',
    what: 'a system off the list, and nobody has access',
    deviate: ({ build, officer }) => {
      const gone = build.add(informationSystem, { title: 'Oud systeem', inScope: true }, { state: 'retired' })
      build.add(
        accessGrant,
        { person: officer, system: gone, privileged: false, grantedAt: '2025-10-05', revokedAt: '2026-01-05' },
        { state: 'revoked' },
      )
    },
    expected: null,
  },
  {
    rule: 'R-A.5.11-1',
    what: 'not returned after five working days',
    deviate: (org) => leave(org, '2026-02-23', null),
    expected: ['MIN'],
  },
  {
    rule: 'R-A.5.11-1',
    what: 'not returned after four working days',
    deviate: (org) => leave(org, '2026-02-24', null),
    expected: null,
  },
  {
    rule: 'R-A.5.11-1',
    what: 'not returned after five days of which one was closed',
    deviate: (org) => {
      org.build.set(organisation, org.organisation, { closedDays: [{ date: '2026-02-27', name: 'Brugdag' }] })
      leave(org, '2026-02-23', null)
    },
    expected: null,
  },
  {
    rule: 'R-A.5.11-1',
    what: 'two of four not returned',
    deviate: (org) => {
      for (const back of ['2026-01-06', '2026-01-20', null, null]) leave(org, '2026-01-05', back)
    },
    expected: ['MIN'],
  },
  {
    rule: 'R-A.5.11-1',
    what: 'two of four not returned, and one that came back written off since',
    deviate: (org) => {
      const [first = ''] = ['2026-01-06', '2026-01-20', null, null].map((back) => leave(org, '2026-01-05', back))
      org.build.set(asset, first, { state: 'retired' })
    },
    expected: ['MIN'],
  },
  {
    rule: 'R-A.5.11-1',
    what: 'three of four not returned',
    deviate: (org) => {
      for (const back of ['2026-01-06', null, null, null]) leave(org, '2026-01-05', back)
    },
    expected: ['MAJ'],
  },
  {
    rule: 'R-A.5.12-1',
    what: 'no scheme in force',
    deviate: ({ build, classificationVersion }) =>
      build.set(documentVersion, classificationVersion, { state: 'approved' }),
    expected: ['MIN', 'scheme'],
  },
  {
    rule: 'R-A.5.12-1',
    what: 'information without a class',
    deviate: ({ build, customerData }) => build.set(asset, customerData, { classification: null }),
    expected: ['MIN', 'unclassified'],
  },
  {
    rule: 'R-A.5.12-1',
    what: 'a laptop without a class',
    deviate: ({ build, laptops }) => build.set(asset, laptops[0] ?? '', { classification: null }),
    expected: null,
  },
  {
    rule: 'R-A.5.31-1',
    what: 'nothing registered, and personal data is processed',
    deviate: forgetLaws,
    stage: 'S1',
    expected: ['MAJ', 'none'],
  },
  {
    rule: 'R-A.5.31-1',
    what: 'nothing registered, and no personal data',
    deviate: (org) => {
      forgetLaws(org)
      withoutPersonalData(org, false)
    },
    stage: 'S1',
    expected: ['MIN', 'none'],
  },
  {
    rule: 'R-A.5.31-1',
    what: 'no owner',
    deviate: ({ build, requirements }) => build.set(requirement, requirements[0] ?? '', { owner: null }),
    stage: 'S1',
    expected: ['MIN', 'unowned'],
  },
  {
    rule: 'R-A.5.31-1',
    what: 'a wish of staff without an owner',
    deviate: ({ build, requirements }) => build.set(requirement, requirements[1] ?? '', { owner: null }),
    stage: 'S1',
    expected: null,
  },
  {
    rule: 'R-A.5.31-1',
    what: 'verified a year ago',
    deviate: ({ build, requirements }) => build.set(requirement, requirements[0] ?? '', { verifiedAt: '2025-03-02' }),
    stage: 'S1',
    expected: null,
  },
  {
    rule: 'R-A.5.31-1',
    what: 'verified a year and a day ago',
    deviate: ({ build, requirements }) => build.set(requirement, requirements[0] ?? '', { verifiedAt: '2025-03-01' }),
    stage: 'S1',
    expected: ['MIN', 'unverified'],
  },
  {
    rule: 'R-A.5.34-1',
    what: 'no processing recorded',
    deviate: ({ build, processings }) => processings.forEach((id) => build.remove(id)),
    expected: ['MAJ', 'none'],
  },
  {
    rule: 'R-A.5.34-1',
    what: 'no personal data',
    deviate: (org) => withoutPersonalData(org, false),
    expected: null,
  },
  {
    rule: 'R-A.5.34-1',
    what: 'a high risk without DPIA',
    deviate: ({ build, processings }) => build.set(processingRecord, processings[1] ?? '', { highRisk: true }),
    expected: ['MIN', 'dpia'],
  },
  {
    rule: 'R-A.5.34-1',
    what: 'a DPIA that is only a draft',
    deviate: (org) => org.build.set(dpia, org.dpia, { state: 'draft', completedAt: null }),
    expected: ['MIN', 'dpia'],
  },
  {
    rule: 'R-A.5.34-1',
    what: 'nobody as contact',
    deviate: ({ build, privacyAssignment }) => build.set(roleAssignment, privacyAssignment, { toDate: '2026-03-01' }),
    expected: ['MIN', 'contact'],
  },
  {
    rule: 'R-A.5.34-1',
    what: 'the contact on the last day',
    deviate: ({ build, privacyAssignment }) => build.set(roleAssignment, privacyAssignment, { toDate: '2026-03-02' }),
    expected: null,
  },
  {
    rule: 'R-A.5.37-1',
    what: 'two of four without a procedure',
    deviate: ({ build, controls }) => {
      for (const number of ['5.11', '5.18']) build.set(control, controls.get(number) ?? '', { procedure: null })
    },
    stage: 'S1',
    expected: ['MIN', 'none'],
  },
  {
    rule: 'R-A.5.37-1',
    what: 'three of four without a procedure',
    deviate: ({ build, controls }) => {
      for (const number of ['5.11', '5.18', '8.13']) build.set(control, controls.get(number) ?? '', { procedure: null })
    },
    stage: 'S1',
    expected: ['MAJ', 'none'],
  },
  {
    rule: 'R-A.5.37-1',
    what: 'a draft',
    deviate: ({ build, procedureVersions }) =>
      build.set(documentVersion, procedureVersions.get('8.13') ?? '', { state: 'draft' }),
    stage: 'S1',
    expected: ['MIN', 'draft'],
  },
  {
    rule: 'R-A.5.37-1',
    what: 'a draft for a control that is out',
    deviate: (org) => {
      org.build.set(documentVersion, org.procedureVersions.get('8.32') ?? '', { state: 'draft' })
      leaveOut(org, '8.32')
    },
    stage: 'S1',
    expected: null,
  },
]

const COVERED = /^R-A\.5\.(?:1|3|9|11|12|31|34|37)-/

function asked(org: Conforming): readonly string[] {
  return ask(org.build.isms(), { stage: 'S2' })
    .question.filter(({ rule }) => COVERED.test(rule))
    .map(({ key }) => key)
}

describe('the rules on organisational controls', () => {
  test.each(TURNS)('$rule: $what', (turn) => check(turn))

  test('trip once and rest once each', () => {
    const ids = rules.map(({ id }) => id).filter((id) => COVERED.test(id))
    for (const id of ids) {
      const turns = TURNS.filter(({ rule }) => rule === id)
      const both = [turns.some(({ expected }) => expected !== null), turns.some(({ expected }) => expected === null)]
      expect([id, ...both]).toEqual([id, true, true])
    }
  })

  test('what is not known is asked', () => {
    const org = conforming()
    withoutPersonalData(org, null)
    forgetLaws(org)
    expect(asked(org)).toEqual(['rule.R-A.5.31-1.question.data', 'rule.R-A.5.34-1.question.data'])
    const other = conforming()
    other.build.set(processingRecord, other.processings[2] ?? '', { highRisk: null })
    const audience = { everyone: null, units: [], roles: [], people: [] }
    other.build.set(document, other.topicPolicies[0] ?? '', { audience })
    expect(asked(other)).toEqual(['rule.R-A.5.1-1.question.unread', 'rule.R-A.5.34-1.question.risk'])
  })
})
