import { describe, expect, test } from 'vitest'
import { addDays } from '../../kernel/calendar.ts'
import { rules } from '../../rules.gen.ts'
import { informationSystem } from '../assets/registers/information-system.ts'
import { backupPolicy } from '../backups/registers/backup-policy.ts'
import { backupRun } from '../backups/registers/backup-run.ts'
import { restoreTest } from '../backups/registers/restore-test.ts'
import { continuityPlan } from '../continuity/registers/continuity-plan.ts'
import { continuityTest } from '../continuity/registers/continuity-test.ts'
import { keyOrCertificate } from '../cryptography/register.ts'
import { document } from '../documents/registers/document.ts'
import { documentVersion } from '../documents/registers/document-version.ts'
import { logReview } from '../logs/register.ts'
import { service } from '../organisation/registers/service.ts'
import { type Conforming, conforming } from '../samples/domain/conforming/conforming.ts'
import { allow } from './test/allow.ts'
import { ask, said } from './test/ask.ts'
import { asked } from './test/asked.ts'
import { check, type Turn } from './test/turn.ts'

const IDS = ['R-A.5.30-1', 'R-A.8.13-1', 'R-A.8.15-1', 'R-A.8.24-1']

/** Each run has a row, and so many hours may be lost. */
function withRpo({ build, backupPolicy: policy, platform }: Conforming, rpoHours: number): void {
  build.set(backupPolicy, policy, { monitored: false })
  build.set(informationSystem, platform, { rpoHours })
}

const TURNS: readonly Turn[] = [
  {
    rule: 'R-A.5.30-1',
    what: 'no plan',
    deviate: ({ build, continuityDocument }) => build.set(document, continuityDocument, { state: 'retired' }),
    expected: ['MAJ', 'none'],
  },
  {
    rule: 'R-A.5.30-1',
    what: 'a plan that is being written',
    deviate: ({ build, continuityDocument }) => {
      for (const { id, ...version } of build.all(documentVersion))
        if (version['document'] === continuityDocument) build.set(documentVersion, id, { state: 'draft' })
    },
    expected: ['MIN', 'none'],
  },
  {
    rule: 'R-A.5.30-1',
    what: 'one of two critical services in no plan',
    deviate: ({ build }) =>
      build.add(service, { title: 'Klantenportaal', critical: true, inScope: true, rtoHours: 8, rpoHours: 8 }),
    expected: ['MIN', 'none'],
  },
  {
    rule: 'R-A.5.30-1',
    what: 'a plan for every service',
    deviate: (org) => {
      org.build.set(continuityPlan, org.continuityPlan, { services: [] })
      org.build.add(service, { title: 'Klantenportaal', critical: true, inScope: true, rtoHours: 8, rpoHours: 8 })
    },
    expected: null,
  },
  {
    rule: 'R-A.5.30-1',
    what: 'a plan on paper, without a card',
    deviate: ({ build, continuityPlan: card }) => build.remove(card),
    expected: null,
  },
  {
    rule: 'R-A.5.30-1',
    what: 'nobody said how soon it must be back',
    deviate: ({ build, service: main }) => build.set(service, main, { rtoHours: null }),
    expected: ['MIN', 'targets'],
  },
  {
    rule: 'R-A.5.30-1',
    what: 'not critical',
    deviate: ({ build, service: main }) => build.set(service, main, { rtoHours: null, critical: false }),
    expected: null,
  },
  {
    rule: 'R-A.5.30-1',
    what: 'tested a year and a day ago',
    deviate: ({ build, continuityTests }) =>
      continuityTests.forEach((id) => build.set(continuityTest, id, { doneAt: '2025-03-01' })),
    expected: ['MIN', 'untested'],
  },
  {
    rule: 'R-A.5.30-1',
    what: 'tested a year ago',
    deviate: ({ build, continuityTests }) =>
      continuityTests.forEach((id) => build.set(continuityTest, id, { doneAt: '2025-03-02' })),
    expected: null,
  },
  {
    rule: 'R-A.5.30-1',
    what: 'lessons that nobody took up',
    deviate: ({ build, continuityTests }) =>
      continuityTests.forEach((id) => build.set(continuityTest, id, { noFollowUpReason: null })),
    expected: ['MIN', 'untested'],
  },
  {
    rule: 'R-A.8.13-1',
    what: 'no restore test',
    deviate: ({ build, restoreTests }) => restoreTests.forEach((id) => build.remove(id)),
    expected: ['MIN', 'untested'],
  },
  {
    rule: 'R-A.8.13-1',
    what: 'restored in part',
    deviate: ({ build, restoreTests }) =>
      restoreTests.forEach((id) => build.set(restoreTest, id, { result: 'partly' })),
    expected: ['MIN', 'untested'],
  },
  {
    rule: 'R-A.8.13-1',
    what: 'restored a year and a day ago',
    deviate: ({ build, restoreTests }) =>
      restoreTests.forEach((id) => build.set(restoreTest, id, { doneAt: '2025-03-01' })),
    expected: ['MIN', 'untested'],
  },
  {
    rule: 'R-A.8.13-1',
    what: 'restored a year ago',
    deviate: ({ build, restoreTests }) =>
      restoreTests.forEach((id) => build.set(restoreTest, id, { doneAt: '2025-03-02' })),
    expected: null,
  },
  {
    rule: 'R-A.8.13-1',
    what: 'a critical system without a backup',
    deviate: ({ build, platform, backupRuns }) => {
      backupRuns.forEach((id) => build.remove(id))
      build.set(informationSystem, platform, { criticality: 'high' })
    },
    expected: ['MAJ', 'critical'],
  },
  {
    rule: 'R-A.8.13-1',
    what: 'another system without a backup',
    deviate: ({ build, platform, backupRuns }) => {
      backupRuns.forEach((id) => build.remove(id))
      build.set(informationSystem, platform, { criticality: 'low' })
    },
    expected: ['MIN', 'none'],
  },
  {
    rule: 'R-A.8.13-1',
    what: 'no policy',
    deviate: ({ build, backupPolicy: policy }) => build.set(backupPolicy, policy, { state: 'draft' }),
    expected: ['MIN', 'ungoverned'],
  },
  {
    rule: 'R-A.8.13-1',
    what: 'the newest success five days ago, for four',
    deviate: (org) => withRpo(org, 96),
    expected: ['MIN', 'old'],
  },
  {
    rule: 'R-A.8.13-1',
    what: 'the newest success five days ago, for five',
    deviate: (org) => withRpo(org, 97),
    expected: null,
  },
  {
    rule: 'R-A.8.13-1',
    what: 'watched, and looked at within the quarter',
    deviate: ({ build, backupRuns }) => backupRuns.forEach((id) => build.set(backupRun, id, { at: '2025-12-02' })),
    expected: null,
  },
  {
    rule: 'R-A.8.13-1',
    what: 'watched, and not looked at within the quarter',
    deviate: ({ build, backupRuns }) => backupRuns.forEach((id) => build.set(backupRun, id, { at: '2025-12-01' })),
    expected: ['MIN', 'old'],
  },
  {
    rule: 'R-A.8.13-1',
    what: 'watched, and the last one failed',
    deviate: ({ build, platform }) => build.add(backupRun, { system: platform, at: '2026-03-01', result: 'failed' }),
    expected: ['MIN', 'old'],
  },
  {
    rule: 'R-A.8.13-1',
    what: 'no need to bring it back',
    deviate: ({ build, platform, backupRuns }) => {
      backupRuns.forEach((id) => build.remove(id))
      build.set(informationSystem, platform, { rpoHours: null })
    },
    expected: null,
  },
  {
    rule: 'R-A.8.15-1',
    what: 'logging off',
    deviate: ({ build, platform }) => build.set(informationSystem, platform, { loggingOn: false }),
    expected: ['MIN', 'off'],
  },
  {
    rule: 'R-A.8.15-1',
    what: 'logs that anybody can wipe',
    deviate: ({ build, platform }) => build.set(informationSystem, platform, { logsProtected: false }),
    expected: ['MIN', 'unprotected'],
  },
  {
    rule: 'R-A.8.15-1',
    what: 'looked at six days ago, every five',
    deviate: ({ build, platform }) => build.set(informationSystem, platform, { logReviewIntervalDays: 5 }),
    expected: ['MIN', 'unreviewed'],
  },
  {
    rule: 'R-A.8.15-1',
    what: 'looked at six days ago, every six',
    deviate: ({ build, platform }) => build.set(informationSystem, platform, { logReviewIntervalDays: 6 }),
    expected: null,
  },
  {
    rule: 'R-A.8.15-1',
    what: 'never looked at',
    deviate: ({ build, logReviews }) => logReviews.forEach((id) => build.set(logReview, id, { state: 'cancelled' })),
    expected: ['MIN', 'unreviewed'],
  },
  {
    rule: 'R-A.8.15-1',
    what: 'nothing to log',
    deviate: ({ build, platform }) =>
      build.set(informationSystem, platform, { loggingOn: false, loggingRequired: false }),
    expected: null,
  },
  {
    rule: 'R-A.8.24-1',
    what: 'no rules',
    deviate: ({ build, cryptographyRules }) => build.set(document, cryptographyRules, { state: 'retired' }),
    expected: ['MIN', 'none'],
  },
  {
    rule: 'R-A.8.24-1',
    what: 'a key that is nobody’s',
    deviate: ({ build, keys }) => build.set(keyOrCertificate, keys[0] ?? '', { owner: null }),
    expected: ['MIN', 'ownerless'],
  },
  {
    rule: 'R-A.8.24-1',
    what: 'good until yesterday',
    deviate: ({ build, keys }) => build.set(keyOrCertificate, keys[0] ?? '', { expiresAt: '2026-03-01' }),
    expected: ['MIN', 'expired'],
  },
  {
    rule: 'R-A.8.24-1',
    what: 'good until today',
    deviate: ({ build, keys }) => build.set(keyOrCertificate, keys[0] ?? '', { expiresAt: '2026-03-02' }),
    expected: null,
  },
  {
    rule: 'R-A.8.24-1',
    what: 'revoked, and good until yesterday',
    deviate: ({ build, keys }) =>
      build.set(keyOrCertificate, keys[0] ?? '', { expiresAt: '2026-03-01', state: 'revoked' }),
    expected: null,
  },
  {
    rule: 'R-A.5.30-1',
    what: 'tested too long ago, and allowed',
    deviate: (org) => {
      org.continuityTests.forEach((id) => org.build.set(continuityTest, id, { doneAt: '2025-03-01' }))
      allow(org, org.service, '2026-03-02')
    },
    expected: null,
  },
  {
    rule: 'R-A.8.13-1',
    what: 'restored too long ago, and allowed',
    deviate: (org) => {
      org.restoreTests.forEach((id) => org.build.set(restoreTest, id, { doneAt: '2025-03-01' }))
      allow(org, org.platform, '2026-03-02')
    },
    expected: null,
  },
  {
    rule: 'R-A.8.13-1',
    what: 'no policy, which nobody can allow',
    deviate: (org) => {
      org.build.set(backupPolicy, org.backupPolicy, { state: 'draft' })
      allow(org, org.platform, '2026-03-02')
    },
    expected: ['MIN', 'ungoverned'],
  },
  {
    rule: 'R-A.8.15-1',
    what: 'looked at too long ago, and allowed',
    deviate: (org) => {
      org.build.set(informationSystem, org.platform, { logReviewIntervalDays: 5 })
      allow(org, org.platform, '2026-03-02')
    },
    expected: null,
  },
]

describe('the rules on backups, continuity, logs and keys', () => {
  test.each(TURNS)('$rule: $what', (turn) => check(turn))

  test('trip once and rest once each', () => {
    for (const id of IDS) {
      const turns = TURNS.filter(({ rule }) => rule === id)
      const both = [turns.some(({ expected }) => expected !== null), turns.some(({ expected }) => expected === null)]
      expect([id, rules.some((rule) => rule.id === id), ...both]).toEqual([id, true, true, true])
    }
  })

  test('ask where a fact is missing', () => {
    const org = conforming()
    const { build, platform, keys } = org
    build.add(service, { title: 'Nieuw', inScope: true })
    build.set(informationSystem, platform, { loggingOn: null, logReviewIntervalDays: null })
    build.add(informationSystem, { title: 'Nieuw', inScope: true })
    build.set(keyOrCertificate, keys[0] ?? '', { expiresAt: null })
    expect(asked(org, /^R-A\.(?:5\.30|8\.13|8\.15|8\.24)-/)).toEqual([
      'R-A.5.30-1 critical',
      'R-A.8.15-1 off',
      'R-A.8.15-1 required',
      'R-A.8.24-1 expired',
    ])
  })

  test('look at thousands of backups without slowing down', () => {
    const org = conforming()
    withRpo(org, 24)
    for (let day = 0; day < 5000; day += 1) {
      org.build.add(backupRun, { system: org.platform, at: addDays('2012-06-01', day), result: 'success' })
    }
    const isms = org.build.isms()
    const started = performance.now()
    const answer = ask(isms, { stage: 'S2' })
    expect(performance.now() - started).toBeLessThan(1000)
    expect(said(answer, 'R-A.8.13-1')).toEqual({ severity: 'MIN', variants: ['old'] })
  })
})
