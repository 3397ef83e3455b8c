import { describe, expect, test } from 'vitest'
import { rules } from '../../rules.gen.ts'
import { accessGrant } from '../access/register.ts'
import { asset } from '../assets/registers/asset.ts'
import { informationSystem } from '../assets/registers/information-system.ts'
import { baseline } from '../configurations/register.ts'
import type { Builder } from '../samples/domain/builder.ts'
import { type Conforming, conforming } from '../samples/domain/conforming/conforming.ts'
import { scanRun } from '../vulnerabilities/registers/scan-run.ts'
import { type Vulnerability, vulnerability } from '../vulnerabilities/registers/vulnerability.ts'
import { allow } from './test/allow.ts'
import { ask } from './test/ask.ts'
import { asked } from './test/asked.ts'
import { check, type Turn } from './test/turn.ts'

const IDS = ['R-A.8.1-1', 'R-A.8.2-1', 'R-A.8.5-1', 'R-A.8.8-1', 'R-A.8.9-1']

function moreLaptops(build: Builder, count: number): readonly string[] {
  const inOrder = { endpoint: true, encrypted: true, managed: true, osSupported: true, lastSeen: '2026-03-01' }
  return Array.from({ length: count }, (_, index) =>
    build.add(asset, { title: `Laptop ${index}`, kind: 'hardware', inScope: true, ...inOrder }),
  )
}

function moreSystems(build: Builder, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) =>
    build.add(informationSystem, { title: `Systeem ${index}`, inScope: true, remoteAccess: true, mfa: true }),
  )
}

function found(build: Builder, severity: Vulnerability['severity'], foundAt: string): string {
  return build.add(vulnerability, { title: 'Oude versie', severity, foundAt })
}

function deviating({ build, baselines }: Conforming, resolvedAt: string | null): void {
  const deviations = [{ what: 'Poort open', system: null, foundAt: '2026-02-01', followUp: [], resolvedAt }]
  for (const id of baselines.values()) build.set(baseline, id, { deviations })
}

const TURNS: readonly Turn[] = [
  {
    rule: 'R-A.8.1-1',
    what: 'one of four not encrypted',
    deviate: ({ build, laptops }) => {
      moreLaptops(build, 3)
      build.set(asset, laptops[0] ?? '', { encrypted: false })
    },
    expected: ['MIN', 'unencrypted'],
  },
  {
    rule: 'R-A.8.1-1',
    what: 'three of ten not in order, each otherwise',
    deviate: ({ build, laptops }) => {
      const more = moreLaptops(build, 9)
      build.set(asset, laptops[0] ?? '', { encrypted: false })
      build.set(asset, more[0] ?? '', { managed: false })
      build.set(asset, more[1] ?? '', { osSupported: false })
    },
    expected: ['MIN', 'unencrypted', 'unmanaged', 'unsupported'],
  },
  {
    rule: 'R-A.8.1-1',
    what: 'four of ten not supported any more',
    deviate: ({ build }) => {
      for (const id of moreLaptops(build, 9).slice(0, 4)) build.set(asset, id, { osSupported: false })
    },
    expected: ['MAJ', 'unsupported'],
  },
  {
    rule: 'R-A.8.1-1',
    what: 'seen 31 days ago',
    deviate: ({ build, laptops }) => build.set(asset, laptops[0] ?? '', { lastSeen: '2026-01-30' }),
    expected: ['MIN', 'unseen'],
  },
  {
    rule: 'R-A.8.1-1',
    what: 'seen thirty days ago',
    deviate: ({ build, laptops }) => build.set(asset, laptops[0] ?? '', { lastSeen: '2026-01-31' }),
    expected: null,
  },
  {
    rule: 'R-A.8.1-1',
    what: 'out of use',
    deviate: ({ build, laptops }) => build.set(asset, laptops[0] ?? '', { encrypted: false, state: 'retired' }),
    expected: null,
  },
  {
    rule: 'R-A.8.2-1',
    what: 'an ordinary account',
    deviate: ({ build, grant }) => build.set(accessGrant, grant, { separateAccount: false }),
    expected: ['MIN', 'shared'],
  },
  {
    rule: 'R-A.8.2-1',
    what: 'no reason',
    deviate: ({ build, grant }) => build.set(accessGrant, grant, { reason: ' ' }),
    expected: ['MIN', 'reasonless'],
  },
  {
    rule: 'R-A.8.2-1',
    what: 'looked at three months and a day ago',
    deviate: ({ build, grant }) => build.set(accessGrant, grant, { privilegedReviewedAt: '2025-12-01' }),
    expected: ['MIN', 'unreviewed'],
  },
  {
    rule: 'R-A.8.2-1',
    what: 'looked at three months ago',
    deviate: ({ build, grant }) => build.set(accessGrant, grant, { privilegedReviewedAt: '2025-12-02' }),
    expected: null,
  },
  {
    rule: 'R-A.8.2-1',
    what: 'revoked yesterday',
    deviate: ({ build, grant }) =>
      build.set(accessGrant, grant, { reason: null, state: 'revoked', revokedAt: '2026-03-01' }),
    expected: null,
  },
  {
    rule: 'R-A.8.2-1',
    what: 'on a system whose access nobody reviewed',
    deviate: ({ build, grant, accessReviews }) => {
      accessReviews.forEach((id) => build.remove(id))
      build.set(accessGrant, grant, { reason: null })
    },
    expected: null,
    at: '2026-05-10',
  },
  {
    rule: 'R-A.8.5-1',
    what: 'the only system without a second step',
    deviate: ({ build, platform }) => build.set(informationSystem, platform, { mfa: false }),
    expected: ['MIN', 'weak'],
  },
  {
    rule: 'R-A.8.5-1',
    what: 'two of four without a second step',
    deviate: ({ build }) =>
      moreSystems(build, 3)
        .slice(0, 2)
        .forEach((id) => build.set(informationSystem, id, { mfa: false })),
    expected: ['MIN', 'weak'],
  },
  {
    rule: 'R-A.8.5-1',
    what: 'three of four without a second step',
    deviate: ({ build }) => moreSystems(build, 3).forEach((id) => build.set(informationSystem, id, { mfa: false })),
    expected: ['MAJ', 'weak'],
  },
  {
    rule: 'R-A.8.5-1',
    what: 'no way in from outside, no privileges',
    deviate: ({ build, platform }) =>
      build.set(informationSystem, platform, { mfa: false, remoteAccess: false, privilegedAccess: false }),
    expected: null,
  },
  {
    rule: 'R-A.8.5-1',
    what: 'allowed until today',
    deviate: (org) => {
      org.build.set(informationSystem, org.platform, { mfa: false })
      allow(org, org.platform, '2026-03-02')
    },
    expected: null,
  },
  {
    rule: 'R-A.8.5-1',
    what: 'allowed until yesterday',
    deviate: (org) => {
      org.build.set(informationSystem, org.platform, { mfa: false })
      allow(org, org.platform, '2026-03-01')
    },
    expected: ['MIN', 'weak'],
  },
  {
    rule: 'R-A.8.8-1',
    what: 'no scan ever',
    deviate: ({ build, scans }) => scans.forEach((id) => build.remove(id)),
    expected: ['MAJ', 'none'],
  },
  {
    rule: 'R-A.8.8-1',
    what: 'planned scans only',
    deviate: ({ build, scans }) => scans.forEach((id) => build.set(scanRun, id, { state: 'planned' })),
    expected: ['MAJ', 'none'],
  },
  {
    rule: 'R-A.8.8-1',
    what: 'scanned three months and a day ago',
    deviate: ({ build, scans }) => scans.forEach((id) => build.set(scanRun, id, { doneAt: '2025-12-01' })),
    expected: ['MIN', 'unscanned'],
  },
  {
    rule: 'R-A.8.8-1',
    what: 'scanned three months ago',
    deviate: ({ build, scans }) => scans.forEach((id) => build.set(scanRun, id, { doneAt: '2025-12-02' })),
    expected: null,
  },
  {
    rule: 'R-A.8.8-1',
    what: 'at the internet, and scanned by name a month and a day ago',
    deviate: ({ build, scans, platform }) => {
      build.set(informationSystem, platform, { systemClass: 'internet_facing' })
      build.set(scanRun, scans[0] ?? '', { systems: [platform], doneAt: '2026-02-01' })
    },
    expected: ['MIN', 'unscanned'],
  },
  {
    rule: 'R-A.8.8-1',
    what: 'at the internet, and scanned by name a month ago',
    deviate: ({ build, scans, platform }) => {
      build.set(informationSystem, platform, { systemClass: 'internet_facing' })
      build.set(scanRun, scans[0] ?? '', { systems: [platform], doneAt: '2026-02-02' })
    },
    expected: null,
  },
  {
    rule: 'R-A.8.8-1',
    what: 'an application that its supplier scans',
    deviate: ({ build, scans, platform }) => {
      scans.forEach((id) => build.remove(id))
      build.set(informationSystem, platform, { systemClass: 'cloud_application' })
    },
    expected: null,
  },
  {
    rule: 'R-A.8.8-1',
    what: 'critical for 15 days',
    deviate: ({ build }) => found(build, 'critical', '2026-02-15'),
    expected: ['MIN', 'urgent'],
  },
  {
    rule: 'R-A.8.8-1',
    what: 'critical for 14 days',
    deviate: ({ build }) => found(build, 'critical', '2026-02-16'),
    expected: null,
  },
  {
    rule: 'R-A.8.8-1',
    what: 'one of four high ones over time',
    deviate: ({ build }) =>
      ['2026-01-30', '2026-02-20', '2026-02-20', '2026-02-20'].forEach((day) => found(build, 'high', day)),
    expected: ['MIN', 'urgent'],
  },
  {
    rule: 'R-A.8.8-1',
    what: 'two of four high ones over time',
    deviate: ({ build }) =>
      ['2026-01-30', '2026-01-30', '2026-02-20', '2026-02-20'].forEach((day) => found(build, 'high', day)),
    expected: ['MAJ', 'urgent'],
  },
  {
    rule: 'R-A.8.8-1',
    what: 'medium for 91 days',
    deviate: ({ build }) => found(build, 'medium', '2025-12-01'),
    expected: ['MIN', 'overdue'],
  },
  {
    rule: 'R-A.8.8-1',
    what: 'medium for ninety days',
    deviate: ({ build }) => found(build, 'medium', '2025-12-02'),
    expected: null,
  },
  {
    rule: 'R-A.8.8-1',
    what: 'low, past the day that was agreed',
    deviate: ({ build }) => build.set(vulnerability, found(build, 'low', '2025-10-02'), { dueAt: '2026-03-01' }),
    expected: ['MIN', 'overdue'],
  },
  {
    rule: 'R-A.8.8-1',
    what: 'low, and no day agreed',
    deviate: ({ build }) => found(build, 'low', '2025-10-02'),
    expected: null,
  },
  {
    rule: 'R-A.8.8-1',
    what: 'over time, and mended',
    deviate: ({ build }) =>
      build.set(vulnerability, found(build, 'critical', '2026-01-15'), { state: 'fixed', fixedAt: '2026-03-01' }),
    expected: null,
  },
  {
    rule: 'R-A.8.8-1',
    what: 'over time, and allowed by name',
    deviate: (org) => allow(org, found(org.build, 'critical', '2026-01-15'), '2026-04-01'),
    expected: null,
  },
  {
    rule: 'R-A.8.8-1',
    what: 'over time, on a system for which it is allowed',
    deviate: (org) => {
      org.build.set(vulnerability, found(org.build, 'critical', '2026-01-15'), { systems: [org.platform] })
      allow(org, org.platform, '2026-04-01')
    },
    expected: null,
  },
  {
    rule: 'R-A.8.9-1',
    what: 'a class without a baseline',
    deviate: ({ build, baselines }) => [...baselines.values()].forEach((id) => build.remove(id)),
    expected: ['MIN', 'none'],
  },
  {
    rule: 'R-A.8.9-1',
    what: 'a baseline that is a draft',
    deviate: ({ build, baselines }) =>
      [...baselines.values()].forEach((id) => build.set(baseline, id, { state: 'draft' })),
    expected: ['MIN', 'none'],
  },
  {
    rule: 'R-A.8.9-1',
    what: 'checked a year and a day ago',
    deviate: ({ build, baselines }) =>
      [...baselines.values()].forEach((id) => build.set(baseline, id, { checkedAt: '2025-03-01' })),
    expected: ['MIN', 'unchecked'],
  },
  {
    rule: 'R-A.8.9-1',
    what: 'checked a year ago',
    deviate: ({ build, baselines }) =>
      [...baselines.values()].forEach((id) => build.set(baseline, id, { checkedAt: '2025-03-02' })),
    expected: null,
  },
  {
    rule: 'R-A.8.9-1',
    what: 'a deviation that nobody took up',
    deviate: (org) => deviating(org, null),
    expected: ['MIN', 'unfollowed'],
  },
  {
    rule: 'R-A.8.9-1',
    what: 'a deviation that was put right today',
    deviate: (org) => deviating(org, '2026-03-02'),
    expected: null,
  },
  {
    rule: 'R-A.8.1-1',
    what: 'not seen for too long, and allowed',
    deviate: (org) => {
      org.build.set(asset, org.laptops[0] ?? '', { lastSeen: '2026-01-30' })
      allow(org, org.laptops[0] ?? '', '2026-03-02')
    },
    expected: null,
  },
  {
    rule: 'R-A.8.1-1',
    what: 'not encrypted, which nobody can allow',
    deviate: (org) => {
      org.build.set(asset, org.laptops[0] ?? '', { encrypted: false })
      allow(org, org.laptops[0] ?? '', '2026-03-02')
    },
    expected: ['MIN', 'unencrypted'],
  },
  {
    rule: 'R-A.8.2-1',
    what: 'looked at too long ago, and allowed',
    deviate: (org) => {
      org.build.set(accessGrant, org.grant, { privilegedReviewedAt: '2025-12-01' })
      allow(org, org.grant, '2026-03-02')
    },
    expected: null,
  },
  {
    rule: 'R-A.8.8-1',
    what: 'scanned too long ago, and allowed',
    deviate: (org) => {
      org.scans.forEach((id) => org.build.set(scanRun, id, { doneAt: '2025-12-01' }))
      allow(org, org.platform, '2026-03-02')
    },
    expected: null,
  },
]

describe('the rules on devices, rights and settings', () => {
  test.each(TURNS)('$rule: $what', (turn) => check(turn))

  test('trip once and rest once each', () => {
    for (const id of IDS) {
      const turns = TURNS.filter(({ rule }) => rule === id)
      const both = [turns.some(({ expected }) => expected !== null), turns.some(({ expected }) => expected === null)]
      expect([id, rules.some((rule) => rule.id === id), ...both]).toEqual([id, true, true, true])
    }
  })

  test('wait for the first scan until it is due', () => {
    const org = conforming()
    for (const id of [...org.scans, ...org.vulnerabilities]) org.build.remove(id)
    const standing = (at: string) => {
      const found = ask(org.build.isms(), { at, stage: 'S2' }).standing.find(({ rule }) => rule === 'R-A.8.8-1')
      return [found?.state, found?.due]
    }
    expect(standing('2026-01-01')).toEqual(['not_due', '2026-01-01'])
    expect(standing('2026-01-02')).toEqual(['violated', null])
  })

  test('ask where a fact is missing', () => {
    const org = conforming()
    const { build, platform, grant, laptops } = org
    build.set(asset, laptops[0] ?? '', { encrypted: null, managed: null })
    build.add(asset, { title: 'Kastje', kind: 'hardware', inScope: true })
    build.set(accessGrant, grant, { separateAccount: null })
    build.set(informationSystem, platform, { mfa: null, systemClass: null })
    build.add(informationSystem, { title: 'Nieuw', inScope: true, systemClass: 'cloud_application', mfa: false })
    found(build, null, '2025-10-01')
    expect(asked(org, /^R-A\.8\.(?:[12589])-/)).toEqual([
      'R-A.8.1-1 unencrypted',
      'R-A.8.1-1 endpoint',
      'R-A.8.2-1 shared',
      'R-A.8.5-1 weak',
      'R-A.8.5-1 reach',
      'R-A.8.8-1 unscanned',
      'R-A.8.8-1 ungraded',
      'R-A.8.9-1 none',
    ])
  })
})
