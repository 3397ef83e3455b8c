import { describe, expect, test } from 'vitest'
import { rules } from '../../rules.gen.ts'
import { document } from '../documents/registers/document.ts'
import { documentVersion } from '../documents/registers/document-version.ts'
import { location } from '../organisation/registers/location.ts'
import { person } from '../people/registers/person.ts'
import { entryRightsReview } from '../premises/registers/entry-rights-review.ts'
import { visitorLog } from '../premises/registers/visitor-log.ts'
import { type Conforming, conforming } from '../samples/domain/conforming/conforming.ts'
import { allow } from './test/allow.ts'
import { ask } from './test/ask.ts'
import { asked } from './test/asked.ts'
import { check, type Turn } from './test/turn.ts'

/** So many of four newcomers were screened the day after they started. */
function newcomers({ build, people }: Conforming, late: number): void {
  for (const [index, id] of people.slice(4, 8).entries()) {
    build.set(person, id, { startDate: '2026-01-12', screeningDoneAt: index < late ? '2026-01-13' : '2026-01-12' })
  }
}

const TURNS: readonly Turn[] = [
  {
    rule: 'R-A.6.1-1',
    what: 'two of four newcomers screened late',
    deviate: (org) => newcomers(org, 2),
    expected: ['MIN'],
  },
  {
    rule: 'R-A.6.1-1',
    what: 'three of four newcomers screened late',
    deviate: (org) => newcomers(org, 3),
    expected: ['MAJ'],
  },
  {
    rule: 'R-A.6.1-1',
    what: 'all screened on the first day',
    deviate: (org) => newcomers(org, 0),
    expected: null,
  },
  {
    rule: 'R-A.6.1-1',
    what: 'never screened, and there before the policy',
    deviate: ({ build, people }) => build.set(person, people[4] ?? '', { screeningDoneAt: null }),
    expected: null,
  },
  {
    rule: 'R-A.6.1-1',
    what: 'a policy on screening of its own, of a later day',
    deviate: (org) => {
      newcomers(org, 3)
      const [own] = org.topicPolicies
      org.build.set(document, own ?? '', { topicControls: ['6.1'] })
      for (const one of org.topicVersions) org.build.set(documentVersion, one, { effectiveFrom: '2026-01-13' })
    },
    expected: null,
  },
  {
    rule: 'R-A.6.1-1',
    what: 'allowed until today',
    deviate: (org) => {
      newcomers(org, 1)
      allow(org, org.people[4] ?? '', '2026-03-02')
    },
    expected: null,
  },
  {
    rule: 'R-A.6.1-1',
    what: 'allowed until yesterday',
    deviate: (org) => {
      newcomers(org, 1)
      allow(org, org.people[4] ?? '', '2026-03-01')
    },
    expected: ['MIN'],
  },
  {
    rule: 'R-A.6.2-1',
    what: 'six of twelve did not sign',
    deviate: ({ build, people }) =>
      people.slice(0, 6).forEach((id) => build.set(person, id, { confidentialitySignedAt: null })),
    expected: ['MIN', 'unsigned'],
  },
  {
    rule: 'R-A.6.2-1',
    what: 'seven of twelve did not sign, or late',
    deviate: ({ build, people }) => {
      people.slice(0, 6).forEach((id) => build.set(person, id, { termsSignedAt: null }))
      build.set(person, people[6] ?? '', { startDate: '2025-12-01', termsSignedAt: '2025-12-02' })
    },
    expected: ['MAJ', 'unsigned', 'late'],
  },
  {
    rule: 'R-A.6.2-1',
    what: 'signed years after the first day, and there before the ISMS',
    deviate: ({ build, people }) =>
      build.set(person, people[6] ?? '', {
        startDate: '2009-01-05',
        termsSignedAt: '2025-11-03',
        confidentialitySignedAt: '2025-11-03',
      }),
    expected: null,
  },
  {
    rule: 'R-A.6.2-1',
    what: 'signed on the first day',
    deviate: ({ build, people }) =>
      build.set(person, people[0] ?? '', {
        startDate: '2025-12-01',
        termsSignedAt: '2025-12-01',
        confidentialitySignedAt: '2025-12-01',
      }),
    expected: null,
  },
  {
    rule: 'R-A.7.2-1',
    what: 'looked at a year and a day ago',
    deviate: ({ build, entryReviews }) =>
      entryReviews.forEach((id) => build.set(entryRightsReview, id, { doneAt: '2025-03-01' })),
    expected: ['MIN', 'unreviewed'],
  },
  {
    rule: 'R-A.7.2-1',
    what: 'looked at a year ago',
    deviate: ({ build, entryReviews }) =>
      entryReviews.forEach((id) => build.set(entryRightsReview, id, { doneAt: '2025-03-02' })),
    expected: null,
  },
  {
    rule: 'R-A.7.2-1',
    what: 'no visit was ever logged',
    deviate: ({ build, visits }) => visits.forEach((id) => build.remove(id)),
    expected: ['MIN', 'unlogged'],
  },
  {
    rule: 'R-A.7.2-1',
    what: 'the last visit a year and a day ago',
    deviate: ({ build, visits }) => visits.forEach((id) => build.set(visitorLog, id, { visitedAt: '2025-03-01' })),
    expected: ['MIN', 'unlogged'],
  },
  {
    rule: 'R-A.7.2-1',
    what: 'nobody ever comes there',
    deviate: ({ build, visits, office }) => {
      visits.forEach((id) => build.remove(id))
      build.set(location, office, { receivesVisitors: false })
    },
    expected: null,
  },
  {
    rule: 'R-A.7.2-1',
    what: 'a badge is still out',
    deviate: ({ build, entryReviews }) =>
      build.set(entryRightsReview, entryReviews.at(-1) ?? '', { badgesReturned: false, followedUpAt: null }),
    expected: ['MIN', 'badges'],
  },
  {
    rule: 'R-A.7.2-1',
    what: 'a badge was out, and was blocked',
    deviate: ({ build, entryReviews }) =>
      build.set(entryRightsReview, entryReviews.at(-1) ?? '', { badgesReturned: false, followedUpAt: '2026-03-02' }),
    expected: null,
  },
  {
    rule: 'R-A.7.2-1',
    what: 'somebody’s home',
    deviate: ({ build, office, entryReviews }) => {
      entryReviews.forEach((id) => build.remove(id))
      build.set(location, office, { kind: 'home' })
    },
    expected: null,
  },
  {
    rule: 'R-A.7.2-1',
    what: 'looked at too long ago, and allowed',
    deviate: (org) => {
      org.entryReviews.forEach((id) => org.build.set(entryRightsReview, id, { doneAt: '2025-03-01' }))
      allow(org, org.office, '2026-03-02')
    },
    expected: null,
  },
]

describe('the rules on joining and on rooms', () => {
  test.each(TURNS)('$rule: $what', (turn) => check(turn))

  test('trip once and rest once each', () => {
    for (const id of ['R-A.6.1-1', 'R-A.6.2-1', 'R-A.7.2-1']) {
      const turns = TURNS.filter(({ rule }) => rule === id)
      const both = [turns.some(({ expected }) => expected !== null), turns.some(({ expected }) => expected === null)]
      expect([id, rules.some((rule) => rule.id === id), ...both]).toEqual([id, true, true, true])
    }
  })

  test('say since when somebody is here unscreened', () => {
    const org = conforming()
    newcomers(org, 1)
    const found = ask(org.build.isms(), { stage: 'S2' }).minor.find(({ rule }) => rule === 'R-A.6.1-1')
    expect([found?.since, found?.sinceBy]).toEqual(['2026-01-12', 'date'])
  })

  test('ask where a fact is missing', () => {
    const org = conforming()
    newcomers(org, 0)
    org.build.set(person, org.people[4] ?? '', { kind: null })
    org.build.set(person, org.people[5] ?? '', { startDate: null })
    org.build.set(location, org.office, { receivesVisitors: null })
    expect(asked(org, /^R-A\.[67]/)).toEqual(['R-A.6.1-1', 'R-A.6.2-1 late', 'R-A.7.2-1 unlogged'])
  })
})
