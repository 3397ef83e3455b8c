import { describe, expect, test } from 'vitest'
import { rules } from '../../rules.gen.ts'
import { informationSystem } from '../assets/registers/information-system.ts'
import { type Conforming, conforming } from '../samples/domain/conforming/conforming.ts'
import { type Supplier, supplier } from '../suppliers/register.ts'
import { supplierReview } from '../suppliers/registers/supplier-review.ts'
import { ask } from './test/ask.ts'
import { check, type Turn } from './test/turn.ts'

const AGREED = {
  agreedAt: '2025-11-05',
  endsAt: null,
  securityClauses: true,
  processorAgreementSignedAt: '2025-11-05',
  incidentNoticeHours: 24,
  assuranceRight: true,
  exit: null,
  documents: [],
}

/** Suppliers in order beside the host, each like it. */
function more(org: Conforming, count: number, also: Partial<Supplier> = {}): readonly string[] {
  return Array.from({ length: count }, (_, index) =>
    org.build.add(
      supplier,
      {
        title: `Leverancier ${index + 2}`,
        criticality: 'high',
        accessToInformation: true,
        processesPersonalData: true,
        assessedAt: '2025-10-31',
        accessStart: '2025-11-10',
        risks: org.risks.slice(0, 1),
        contract: AGREED,
        lastReviewAt: '2026-01-21',
        ...also,
      },
      { state: 'active' },
    ),
  )
}

function host(wrong: Partial<Supplier>): (org: Conforming) => void {
  return (org) => org.build.set(supplier, org.host, wrong)
}

function forgetReviews(org: Conforming): void {
  for (const id of org.supplierReviews) org.build.remove(id)
}

function certificates(...until: readonly string[]): Pick<Supplier, 'assuranceDocuments'> {
  return {
    assuranceDocuments: until.map((validUntil) => ({ type: 'iso27001', name: 'Certificaat', validUntil, file: null })),
  }
}

/** Systems in the cloud beside the platform, with their sheet or without. */
function clouds(org: Conforming, filled: number, empty: number): void {
  for (let made = 0; made < filled + empty; made += 1) {
    const sheet = made < filled ? 'Staat op papier.' : null
    org.build.add(informationSystem, {
      title: `Dienst ${made + 1}`,
      cloud: true,
      inScope: true,
      responsibilities: sheet,
      exitPlan: sheet,
      acquisitionCheck: sheet,
    })
  }
}

const TURNS: readonly Turn[] = [
  {
    rule: 'R-A.5.19-1',
    what: 'the only supplier never assessed',
    deviate: host({ assessedAt: null }),
    expected: ['MAJ', 'unassessed'],
  },
  {
    rule: 'R-A.5.19-1',
    what: 'one of two never assessed',
    deviate: (org) => {
      more(org, 1)
      host({ assessedAt: null })(org)
    },
    expected: ['MIN', 'unassessed'],
  },
  {
    rule: 'R-A.5.19-1',
    what: 'three of five late',
    deviate: (org) => {
      more(org, 1)
      more(org, 3, { assessedAt: '2025-11-11' })
    },
    expected: ['MAJ', 'late'],
  },
  {
    rule: 'R-A.5.19-1',
    what: 'three of five late, beside four of which nobody knows whether they have access',
    deviate: (org) => {
      more(org, 1)
      more(org, 3, { assessedAt: '2025-11-11' })
      more(org, 4, { accessToInformation: null, processesPersonalData: null })
    },
    expected: ['MAJ', 'late'],
  },
  {
    rule: 'R-A.5.19-1',
    what: 'two of four late',
    deviate: (org) => {
      more(org, 1)
      more(org, 2, { assessedAt: '2025-11-11' })
    },
    expected: ['MIN', 'late'],
  },
  {
    rule: 'R-A.5.19-1',
    what: 'assessed on the day of access',
    deviate: host({ assessedAt: '2025-11-10', accessStart: '2025-11-10' }),
    expected: null,
  },
  {
    rule: 'R-A.5.19-1',
    what: 'access from before the ISMS, assessed since',
    deviate: host({ assessedAt: '2025-12-01', accessStart: '2019-05-01' }),
    expected: null,
  },
  {
    rule: 'R-A.5.19-1',
    what: 'access still to come',
    deviate: (org) => more(org, 1, { assessedAt: null, accessStart: '2026-03-03' }),
    expected: null,
  },
  {
    rule: 'R-A.5.19-1',
    what: 'access from today, not assessed',
    deviate: (org) => more(org, 1, { assessedAt: null, accessStart: '2026-03-02' }),
    expected: ['MIN', 'unassessed'],
  },
  { rule: 'R-A.5.19-1', what: 'no risk linked', deviate: host({ risks: [] }), expected: ['MIN', 'risks'] },
  {
    rule: 'R-A.5.19-1',
    what: 'no access',
    deviate: (org) => more(org, 1, { accessToInformation: false, processesPersonalData: false, assessedAt: null }),
    expected: null,
  },
  {
    rule: 'R-A.5.20-1',
    what: 'no security agreed',
    deviate: host({ contract: { ...AGREED, securityClauses: false } }),
    expected: ['MIN', 'clauses'],
  },
  {
    rule: 'R-A.5.20-1',
    what: 'two processors without agreement',
    deviate: (org) => more(org, 2, { contract: { ...AGREED, processorAgreementSignedAt: null } }),
    expected: ['MIN', 'processor'],
  },
  {
    rule: 'R-A.5.20-1',
    what: 'three processors without agreement',
    deviate: (org) => more(org, 3, { contract: { ...AGREED, processorAgreementSignedAt: null } }),
    expected: ['MAJ', 'processor'],
  },
  {
    rule: 'R-A.5.20-1',
    what: 'no processor, so no agreement',
    deviate: (org) =>
      more(org, 3, { processesPersonalData: false, contract: { ...AGREED, processorAgreementSignedAt: null } }),
    expected: null,
  },
  {
    rule: 'R-A.5.20-1',
    what: 'an ended supplier',
    deviate: (org) => {
      const [ended = ''] = more(org, 1, { contract: { ...AGREED, securityClauses: null } })
      org.build.set(supplier, ended, { state: 'ended' })
    },
    expected: null,
  },
  {
    rule: 'R-A.5.22-1',
    what: 'a year and 30 days after the last review',
    deviate: () => undefined,
    at: '2027-02-20',
    expected: null,
  },
  {
    rule: 'R-A.5.22-1',
    what: 'a year and 31 days after the last review',
    deviate: () => undefined,
    at: '2027-02-21',
    expected: ['MIN', 'late'],
  },
  {
    rule: 'R-A.5.22-1',
    what: 'two years for what matters less',
    deviate: host({ criticality: 'medium' }),
    at: '2027-02-21',
    expected: null,
  },
  {
    rule: 'R-A.5.22-1',
    what: 'a date on the page of the supplier, newer than its reviews',
    deviate: host({ lastReviewAt: '2026-02-20' }),
    at: '2027-02-21',
    expected: null,
  },
  {
    rule: 'R-A.5.22-1',
    what: 'none ever reviewed, at stage 2',
    deviate: (org) => {
      forgetReviews(org)
      host({ accessStart: '2025-09-01' })(org)
    },
    expected: ['MAJ', 'never'],
  },
  {
    rule: 'R-A.5.22-1',
    what: 'one never reviewed, which began after the ISMS',
    deviate: (org) => more(org, 1, { lastReviewAt: null }),
    at: '2026-12-10',
    expected: null,
  },
  {
    rule: 'R-A.5.22-1',
    what: 'one never reviewed, a year and 31 days after it began',
    deviate: (org) => more(org, 1, { lastReviewAt: null }),
    at: '2026-12-11',
    expected: ['MIN', 'never'],
  },
  {
    rule: 'R-A.5.22-1',
    what: 'a review that is only planned',
    deviate: (org) => {
      const [id = ''] = more(org, 1, { lastReviewAt: '2025-01-20' })
      org.build.add(supplierReview, { supplier: id, plannedAt: '2026-04-01' })
    },
    expected: ['MIN', 'late'],
  },
  {
    rule: 'R-A.5.22-1',
    what: 'a certificate on its last day',
    deviate: host(certificates('2026-03-02')),
    expected: null,
  },
  {
    rule: 'R-A.5.22-1',
    what: 'a certificate that expired yesterday',
    deviate: host(certificates('2026-03-01')),
    expected: ['MIN', 'assurance'],
  },
  {
    rule: 'R-A.5.22-1',
    what: 'an old certificate beside a new one',
    deviate: host(certificates('2026-12-01', '2025-12-01')),
    expected: null,
  },
  {
    rule: 'R-A.5.23-1',
    what: 'no plan to leave',
    deviate: ({ build, platform }) => build.set(informationSystem, platform, { exitPlan: ' ' }),
    expected: ['MIN', 'sheet'],
  },
  {
    rule: 'R-A.5.23-1',
    what: 'two of four without a sheet',
    deviate: (org) => clouds(org, 1, 2),
    expected: ['MIN', 'sheet'],
  },
  {
    rule: 'R-A.5.23-1',
    what: 'three of five without a sheet',
    deviate: (org) => clouds(org, 1, 3),
    expected: ['MAJ', 'sheet'],
  },
  {
    rule: 'R-A.5.23-1',
    what: 'no cloud',
    deviate: ({ build, platform }) => build.set(informationSystem, platform, { exitPlan: null, cloud: false }),
    expected: null,
  },
  {
    rule: 'R-A.5.23-1',
    what: 'a cloud service outside the scope',
    deviate: ({ build, mail }) => build.set(informationSystem, mail, { responsibilities: null }),
    expected: null,
  },
]

const CLUSTER = /^R-A\.5\.(?:19|20|22|23)-/

describe('the rules on suppliers', () => {
  test.each(TURNS)('$rule: $what', (turn) => check(turn))

  test('trip once and rest once each', () => {
    const ids = rules.map(({ id }) => id).filter((id) => CLUSTER.test(id))
    for (const id of ids) {
      const turns = TURNS.filter(({ rule }) => rule === id)
      const both = [turns.some(({ expected }) => expected !== null), turns.some(({ expected }) => expected === null)]
      expect([id, ...both]).toEqual([id, true, true])
    }
  })

  test('case B: three of 22 suppliers are late, one of them since 10 June', () => {
    const org = conforming({ people: 53, phase: 'certified', at: '2026-09-14', counts: { suppliers: 22 } })
    const lastReviewed = ['2025-05-10', '2025-07-20', '2025-08-02']
    org.suppliers.slice(0, 3).forEach((id, index) => {
      for (const review of org.build.all(supplierReview)) if (review['supplier'] === id) org.build.remove(review.id)
      org.build.set(supplier, id, { criticality: 'high', lastReviewAt: lastReviewed[index] ?? null })
    })
    const found = (at: string) =>
      ask(org.build.isms(), { at, stage: 'SV' }).minor.find(({ rule }) => rule === 'R-A.5.22-1')
    expect(found('2026-06-09')).toBeUndefined()
    expect(found('2026-06-10')?.objects.length).toBe(1)
    expect(found('2026-06-30')?.objects.length).toBe(1)
    expect(found('2026-09-14')?.objects.map(({ since }) => since)).toEqual(['2026-06-10', '2026-08-20', '2026-09-02'])
  })

  test('what is not known is asked', () => {
    const org = conforming()
    more(org, 1, { accessToInformation: null, processesPersonalData: null })
    more(org, 1, { accessStart: null, processesPersonalData: null })
    more(org, 1, { criticality: null })
    org.build.add(informationSystem, { title: 'Onbekend', inScope: true })
    const asked = ask(org.build.isms(), { stage: 'S2' }).question.map(({ key }) => key)
    expect(asked.filter((key) => CLUSTER.test(key.replace('rule.', '')))).toEqual([
      'rule.R-A.5.19-1.question.access',
      'rule.R-A.5.19-1.question.late',
      'rule.R-A.5.20-1.question.access',
      'rule.R-A.5.20-1.question.data',
      'rule.R-A.5.22-1.question.late',
      'rule.R-A.5.23-1.question.cloud',
    ])
  })
})
