import { describe, expect, test } from 'vitest'
import { rules } from '../../rules.gen.ts'
import { document } from '../documents/registers/document.ts'
import { documentVersion } from '../documents/registers/document-version.ts'
import { exception } from '../exceptions/register.ts'
import { type Organisation, organisation } from '../organisation/registers/organisation.ts'
import { person } from '../people/registers/person.ts'
import { role } from '../people/registers/role.ts'
import { type Conforming, conforming } from '../samples/domain/conforming/conforming.ts'
import { addDocument } from '../samples/domain/conforming/documents.ts'
import { ask } from './test/ask.ts'
import { check, type Turn } from './test/turn.ts'

/** All versions of own documents, in the order in which they were made. */
function versions({ build }: Conforming): readonly string[] {
  return build.all(documentVersion).map(({ id }) => id)
}

/** How many versions make a quarter, and one more than that. */
function quarter(org: Conforming): number {
  return Math.floor(versions(org).length / 4)
}

function write({ build, policyVersion }: Conforming, text: string): void {
  build.set(documentVersion, policyVersion, { text })
}

const CLASS: Organisation['recordClasses'][number] = {
  name: 'Sollicitaties',
  personalData: true,
  accessLevel: 'persons',
  retentionMonths: 1,
  disposal: 'destroy',
  disposeBy: null,
  disposedAt: null,
}

/** One class of records, and no other. */
function keep({ build, organisation: own }: Conforming, set: Partial<typeof CLASS>): void {
  build.set(organisation, own, { recordClasses: [{ ...CLASS, ...set }] })
}

const TURNS: readonly Turn[] = [
  {
    rule: 'R-7.5.1-1',
    what: 'a document on the list that is a draft',
    deviate: ({ build, procedureVersion }) => build.set(documentVersion, procedureVersion, { state: 'draft' }),
    expected: ['MIN'],
  },
  {
    rule: 'R-7.5.1-1',
    what: 'a document on the list that nobody wrote',
    deviate: ({ build, organisation: own }) =>
      build.set(organisation, own, { requiredDocuments: [{ name: 'Huisregels', document: null }] }),
    expected: ['MIN'],
  },
  {
    rule: 'R-7.5.1-1',
    what: 'the policy on the list, which has a rule of its own',
    deviate: ({ build, organisation: own, policy, policyVersion }) => {
      build.set(organisation, own, { requiredDocuments: [{ name: 'Beleid', document: policy }] })
      build.remove(policyVersion)
    },
    expected: null,
  },
  {
    rule: 'R-7.5.1-1',
    what: 'in force from today',
    deviate: ({ build, procedureVersion }) =>
      build.set(documentVersion, procedureVersion, { effectiveFrom: '2026-03-02' }),
    expected: null,
  },
  {
    rule: 'R-7.5.2-1',
    what: 'no identifier',
    deviate: ({ build, policy }) => build.set(document, policy, { identifier: null }),
    expected: ['MIN'],
  },
  {
    rule: 'R-7.5.2-1',
    what: 'a quarter without a format',
    deviate: (org) =>
      versions(org)
        .slice(0, quarter(org))
        .forEach((id) => org.build.set(documentVersion, id, { format: null })),
    expected: ['MIN'],
  },
  {
    rule: 'R-7.5.2-1',
    what: 'more than a quarter without a format',
    deviate: (org) =>
      versions(org)
        .slice(0, quarter(org) + 1)
        .forEach((id) => org.build.set(documentVersion, id, { format: null })),
    expected: ['MAJ'],
  },
  {
    rule: 'R-7.5.2-1',
    what: 'an owner in place of an author, and a day of approval in place of a first day',
    deviate: ({ build, policyVersion }) =>
      build.set(documentVersion, policyVersion, { author: null, effectiveFrom: null }),
    expected: null,
  },
  {
    rule: 'R-7.5.2-1',
    what: 'a version that no longer holds',
    deviate: ({ build, procedure }) =>
      build.add(documentVersion, { document: procedure, versionLabel: '0.1' }, { state: 'archived' }),
    expected: null,
  },
  {
    rule: 'R-7.5.2-2',
    what: 'approved the day after it took effect',
    deviate: ({ build, procedureVersion }) =>
      build.set(documentVersion, procedureVersion, { approvedAt: '2025-11-01', effectiveFrom: '2025-10-31' }),
    expected: ['MIN'],
  },
  {
    rule: 'R-7.5.2-2',
    what: 'approved on the day itself',
    deviate: ({ build, procedureVersion }) =>
      build.set(documentVersion, procedureVersion, { approvedAt: '2025-10-31', effectiveFrom: '2025-10-31' }),
    expected: null,
  },
  {
    rule: 'R-7.5.2-2',
    what: 'more than a quarter approved by nobody',
    deviate: (org) =>
      versions(org)
        .slice(0, quarter(org) + 1)
        .forEach((id) => org.build.set(documentVersion, id, { approvedBy: null })),
    expected: ['MAJ'],
  },
  {
    rule: 'R-7.5.2-2',
    what: 'a statement of applicability as a paper that nobody approved',
    deviate: ({ build }) => {
      const paper = build.add(document, { title: 'VvT als bestand', docCode: 'D-05' })
      build.add(documentVersion, { document: paper, versionLabel: '0.9' }, { state: 'effective' })
    },
    expected: null,
  },
  {
    rule: 'R-7.5.3-1',
    what: 'two versions in force',
    deviate: ({ build, procedure, director }) =>
      build.add(
        documentVersion,
        {
          document: procedure,
          versionLabel: '1.1',
          approvedBy: director,
          approvedAt: '2026-02-01',
          effectiveFrom: '2026-03-02',
        },
        { state: 'effective' },
      ),
    expected: ['MIN', 'several'],
  },
  {
    rule: 'R-7.5.3-1',
    what: 'the second in force from tomorrow',
    deviate: ({ build, procedure, director }) =>
      build.add(
        documentVersion,
        {
          document: procedure,
          versionLabel: '1.1',
          approvedBy: director,
          approvedAt: '2026-02-01',
          effectiveFrom: '2026-03-03',
        },
        { state: 'effective' },
      ),
    expected: null,
  },
  {
    rule: 'R-7.5.3-1',
    what: 'superseded and not withdrawn',
    deviate: ({ build, procedure }) =>
      build.add(documentVersion, { document: procedure, versionLabel: '0.9' }, { state: 'superseded' }),
    expected: ['MIN', 'not_withdrawn'],
  },
  {
    rule: 'R-7.5.3-1',
    what: 'superseded and withdrawn',
    deviate: ({ build, procedure }) =>
      build.add(
        documentVersion,
        { document: procedure, versionLabel: '0.9', withdrawnAt: '2025-10-31' },
        { state: 'superseded' },
      ),
    expected: null,
  },
  {
    rule: 'R-7.5.3-1',
    what: 'changed after approval',
    deviate: ({ build, procedureVersion }) =>
      build.set(documentVersion, procedureVersion, { contentHash: 'b'.repeat(64), approvedHash: 'a'.repeat(64) }),
    expected: ['MIN', 'changed'],
  },
  {
    rule: 'R-7.5.3-2',
    what: 'due yesterday',
    deviate: ({ build, procedure }) => build.set(document, procedure, { nextReviewAt: '2026-03-01' }),
    expected: ['OFI', 'just_late'],
  },
  {
    rule: 'R-7.5.3-2',
    what: 'thirty days late',
    deviate: ({ build, procedure }) => build.set(document, procedure, { nextReviewAt: '2026-01-31' }),
    expected: ['OFI', 'just_late'],
  },
  {
    rule: 'R-7.5.3-2',
    what: '31 days late',
    deviate: ({ build, procedure }) => build.set(document, procedure, { nextReviewAt: '2026-01-30' }),
    expected: ['MIN', 'late'],
  },
  {
    rule: 'R-7.5.3-2',
    what: 'due today',
    deviate: ({ build, procedure }) => build.set(document, procedure, { nextReviewAt: '2026-03-02' }),
    expected: null,
  },
  {
    rule: 'R-7.5.3-2',
    what: 'due on a day that a newer version has overtaken',
    deviate: ({ build, procedure }) => build.set(document, procedure, { nextReviewAt: '2025-06-01' }),
    expected: null,
  },
  {
    rule: 'R-7.5.3-2',
    what: 'late, with an exception until today',
    deviate: ({ build, procedure, director }) => {
      build.set(document, procedure, { nextReviewAt: '2026-01-30' })
      build.add(
        exception,
        { title: 'Later', subject: procedure, approvedBy: director, approvedAt: '2026-02-01', until: '2026-03-02' },
        { state: 'approved' },
      )
    },
    expected: null,
  },
  {
    rule: 'R-7.5.3-2',
    what: 'without a rhythm of its own, by that of the organisation for policies',
    at: '2026-10-21',
    deviate: ({ build, policy, procedure }) => {
      for (const { id } of build.all(document)) build.set(document, id, { nextReviewAt: '2027-01-01' })
      build.set(document, policy, { reviewIntervalMonths: null, nextReviewAt: null })
      build.set(document, procedure, { reviewIntervalMonths: null, nextReviewAt: null })
    },
    expected: ['OFI', 'just_late'],
  },
  {
    rule: 'R-7.5.3-2',
    what: 'minutes of long ago, which nobody reviews',
    at: '2026-03-02',
    deviate: (org) => {
      const minutes = addDocument(org.build, org.scheme, {
        title: 'Verslag',
        type: 'minutes',
        owner: org.officer,
        approver: org.director,
        approvedAt: '2020-01-01',
      })
      org.build.set(document, minutes.document, { reviewIntervalMonths: null, nextReviewAt: null, reviewedAt: null })
    },
    expected: null,
  },
  {
    rule: 'R-7.5.3-3',
    what: 'no term',
    deviate: ({ build, procedure }) => build.set(document, procedure, { retentionMonths: null }),
    expected: ['OFI', 'document'],
  },
  {
    rule: 'R-7.5.3-3',
    what: 'kept for ever',
    deviate: ({ build, procedure }) => build.set(document, procedure, { retentionMonths: null, disposal: 'keep' }),
    expected: null,
  },
  {
    rule: 'R-7.5.3-3',
    what: 'records of which nobody said who may see them',
    deviate: (org) => keep(org, { accessLevel: null }),
    expected: ['OFI', 'class'],
  },
  {
    rule: 'R-7.5.3-3',
    what: 'records with personal data that had to go by yesterday',
    deviate: (org) => keep(org, { disposeBy: '2026-03-01' }),
    expected: ['MIN', 'overdue'],
  },
  {
    rule: 'R-7.5.3-3',
    what: 'records with personal data that have to go by today',
    deviate: (org) => keep(org, { disposeBy: '2026-03-02' }),
    expected: null,
  },
  {
    rule: 'R-7.5.3-3',
    what: 'records with personal data that had to go by yesterday, and will go tomorrow',
    deviate: (org) => keep(org, { disposeBy: '2026-03-01', disposedAt: '2026-03-03' }),
    expected: ['MIN', 'overdue'],
  },
  {
    rule: 'R-7.5.3-3',
    what: 'records without personal data that had to go',
    deviate: (org) => keep(org, { disposeBy: '2026-03-01', personalData: false }),
    expected: null,
  },
  {
    rule: 'R-7.5.3-4',
    what: 'a law without a source',
    deviate: ({ build, law }) => build.set(document, law, { source: null }),
    expected: ['OFI', 'unnamed'],
  },
  {
    rule: 'R-7.5.3-4',
    what: 'checked a year and a day ago',
    deviate: ({ build, law }) => build.set(document, law, { checkedAt: '2025-03-01' }),
    expected: ['OFI', 'unchecked'],
  },
  {
    rule: 'R-7.5.3-4',
    what: 'checked a year ago',
    deviate: ({ build, law }) => build.set(document, law, { checkedAt: '2025-03-02' }),
    expected: null,
  },
  {
    rule: 'R-7.5.3-5',
    what: 'a name to be filled in, half of it bold',
    stage: 'S1',
    deviate: (org) => write(org, '<p>Het beleid van [Company <strong>Name</strong>].</p>'),
    expected: ['MIN', 'placeholder'],
  },
  {
    rule: 'R-7.5.3-5',
    what: 'a placeholder that the organisation names itself',
    deviate: (org) => {
      org.build.set(organisation, org.organisation, { placeholderPatterns: [{ pattern: '***HIER***' }] })
      write(org, '<p>Wij zijn ***hier*** gevestigd.</p>')
    },
    expected: ['MIN', 'placeholder'],
  },
  {
    rule: 'R-7.5.3-5',
    what: 'a note between brackets',
    deviate: (org) => write(org, '<p>Zie het contract [1] en de wet [AVG, artikel 32].</p>'),
    expected: null,
  },
  {
    rule: 'R-7.5.3-5',
    what: 'a role that is in no register',
    deviate: (org) => write(org, '<p>De CISO rapporteert ieder kwartaal.</p>'),
    expected: ['MIN', 'absent'],
  },
  {
    rule: 'R-7.5.3-5',
    what: 'a role by another name',
    deviate: (org) => {
      write(org, '<p>De CISO rapporteert ieder kwartaal.</p>')
      org.build.add(person, { name: 'Chef', kind: 'external', jobTitle: 'Chief Information Security Officer' })
    },
    expected: null,
  },
  {
    rule: 'R-7.5.3-5',
    what: 'a role that was retired',
    deviate: (org) => {
      write(org, '<p>De CISO rapporteert ieder kwartaal.</p>')
      org.build.add(role, { title: 'CISO' }, { state: 'retired' })
    },
    expected: ['MIN', 'absent'],
  },
  {
    rule: 'R-7.5.3-5',
    what: 'a draft that is to be filled in',
    deviate: ({ build, procedure }) =>
      build.add(documentVersion, { document: procedure, versionLabel: '2.0', text: '<p>[Company Name]</p>' }),
    expected: null,
  },
]

describe('the rules on clause 7.5', () => {
  test.each(TURNS)('$rule: $what', (turn) => check(turn))

  test('trip once and rest once each', () => {
    const ids = rules.map(({ id }) => id).filter((id) => id.startsWith('R-7.5.'))
    for (const id of ids) {
      const turns = TURNS.filter(({ rule }) => rule === id)
      const both = [turns.some(({ expected }) => expected !== null), turns.some(({ expected }) => expected === null)]
      expect([id, ...both]).toEqual([id, true, true])
    }
  })

  test('ask where nobody can tell which text was approved', () => {
    const { build, policyVersion } = conforming()
    build.set(documentVersion, policyVersion, { contentHash: 'a'.repeat(64) })
    const { question } = ask(build.isms(), { stage: 'S2' })
    expect(question.map(({ rule, objects }) => [rule, objects.length])).toContainEqual(['R-7.5.3-1', 1])
  })
})
