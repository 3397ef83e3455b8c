import { describe, expect, test } from 'vitest'
import type { InputOf, RecordId } from '../../kernel/register.ts'
import { action } from '../actions/register.ts'
import { decision } from '../approvals/registers/decision.ts'
import { complaint } from '../complaints/register.ts'
import { documentVersion } from '../documents/registers/document-version.ts'
import { evidence } from '../evidence/register.ts'
import { exception } from '../exceptions/register.ts'
import { improvement } from '../improvements/register.ts'
import { incident } from '../incidents/registers/incident.ts'
import { nonconformity } from '../nonconformities/register.ts'
import { organisation } from '../organisation/registers/organisation.ts'
import { builder } from '../samples/domain/builder.ts'
import type { Conforming } from '../samples/domain/conforming/conforming.ts'
import { supplierReview } from '../suppliers/registers/supplier-review.ts'
import { ask, said } from './test/ask.ts'
import { check, type Turn } from './test/turn.ts'

type Wrong = InputOf<typeof nonconformity>
type Acted = InputOf<typeof action>

const HANDLED = {
  title: 'Afwijking',
  description: 'Gezien bij een rondgang.',
  detectedAt: '2025-12-01',
  correction: 'Hersteld.',
  consequences: 'Geen.',
  correctedAt: '2025-12-10',
  rootCause: 'Een afspraak ontbrak.',
  similarCheck: 'Nergens anders.',
} as const

/** One more nonconformity, handled as it should be but for what is said. */
function add({ build }: Conforming, set: Wrong = {}, state = 'action_planned'): RecordId {
  return build.add(nonconformity, { ...HANDLED, ...set }, { state, validFrom: '2025-12-01' })
}

function fill(org: Conforming, count: number, set: Wrong = {}): void {
  for (let made = 0; made < count; made += 1) add(org, set)
}

/** One more corrective action, done and reviewed but for what is said. */
function act({ build, officer, owners }: Conforming, set: Acted = {}, state = 'verified'): RecordId {
  const done = {
    title: 'Maatregel',
    kind: 'corrective',
    owner: owners[0],
    due: '2025-11-20',
    doneAt: '2025-11-15',
    effectivenessReviewedBy: officer,
    effectivenessReviewedAt: '2026-01-15',
    effectivenessResult: 'effective',
    noChangeNeeded: true,
  } as const
  return build.add(action, { ...done, ...set }, { state, validFrom: '2025-11-01' })
}

const UNREVIEWED = { effectivenessReviewedBy: null, effectivenessReviewedAt: null, effectivenessResult: null }

const handling: readonly Turn[] = [
  {
    rule: 'R-10.2-1',
    what: 'neither a description nor a nonconformity',
    deviate: ({ build, nonconformityProcedureVersion, nonconformities }) => {
      build.set(documentVersion, nonconformityProcedureVersion, { state: 'draft' })
      nonconformities.forEach((id) => build.remove(id))
    },
    expected: ['MAJ', 'none'],
  },
  {
    rule: 'R-10.2-1',
    what: 'nonconformities and no description',
    deviate: ({ build, nonconformityProcedure }) => build.remove(nonconformityProcedure),
    expected: ['OFI', 'undescribed'],
  },
  {
    rule: 'R-10.2-1',
    what: 'a description and no nonconformity yet',
    deviate: ({ build, nonconformities }) => nonconformities.forEach((id) => build.remove(id)),
    expected: null,
  },
  {
    rule: 'R-10.2-a-1',
    what: 'no correction after 31 days',
    deviate: (org) => add(org, { detectedAt: '2026-01-30', correction: null, correctedAt: null }),
    expected: ['MIN', 'missing'],
  },
  {
    rule: 'R-10.2-a-1',
    what: 'no correction after thirty days',
    deviate: (org) => add(org, { detectedAt: '2026-01-31', correction: null, correctedAt: null }),
    expected: null,
  },
  {
    rule: 'R-10.2-a-1',
    what: 'a correction that is not possible',
    deviate: (org) => add(org, { correction: null, correctionImpossible: true }),
    expected: null,
  },
  {
    rule: 'R-10.2-a-1',
    what: 'consequences that nobody noted',
    deviate: (org) => add(org, { consequences: null }),
    expected: ['MIN', 'missing'],
  },
  {
    rule: 'R-10.2-a-1',
    what: 'a reaction after 31 days',
    deviate: (org) => add(org, { correctedAt: '2026-01-01' }),
    expected: ['MIN', 'late'],
  },
  {
    rule: 'R-10.2-a-1',
    what: 'a reaction after thirty days',
    deviate: (org) => add(org, { correctedAt: '2025-12-31' }),
    expected: null,
  },
  {
    rule: 'R-10.2-a-1',
    what: 'a late reaction that a nonconformity of its own settled',
    deviate: (org) => {
      const late = add(org, { correctedAt: '2026-01-01' })
      add(org, { objects: [late], actions: [act(org)] })
    },
    expected: null,
  },
  {
    rule: 'R-10.2-a-1',
    what: 'a withdrawn one',
    deviate: (org) => add(org, { correction: null }, 'withdrawn'),
    expected: null,
  },
  {
    rule: 'R-10.2-b-1',
    what: 'one of two without a cause',
    deviate: (org) => add(org, { rootCause: '  ' }),
    expected: ['MIN', 'cause'],
  },
  {
    rule: 'R-10.2-b-1',
    what: 'no look at the rest',
    deviate: (org) => add(org, { similarCheck: null }),
    expected: ['MIN', 'similar'],
  },
  {
    rule: 'R-10.2-b-1',
    what: 'two of four without',
    deviate: (org) => {
      fill(org, 1)
      fill(org, 2, { rootCause: null })
    },
    expected: ['MIN', 'cause'],
  },
  {
    rule: 'R-10.2-b-1',
    what: 'three of four without',
    deviate: (org) => fill(org, 3, { rootCause: null }),
    expected: ['MAJ', 'cause'],
  },
  {
    rule: 'R-10.2-b-1',
    what: 'no cause after thirty days',
    deviate: (org) => add(org, { detectedAt: '2026-01-31', rootCause: null }),
    expected: null,
  },
  {
    rule: 'R-10.2-f-1',
    what: 'closed without evidence',
    deviate: ({ build, nonconformities, correctiveActions }) => {
      for (const proof of build.all(evidence)) {
        if (JSON.stringify(proof['proves']) === JSON.stringify(nonconformities)) build.remove(proof.id)
      }
      build.set(nonconformity, nonconformities[0] ?? '', { evidence: [] })
      build.set(action, correctiveActions[0] ?? '', { evidence: [] })
    },
    expected: ['MIN'],
  },
  {
    rule: 'R-10.2-f-1',
    what: 'closed, and all evidence turned down',
    deviate: ({ build }) => {
      for (const { id } of build.all(evidence)) build.set(evidence, id, { state: 'rejected' })
    },
    expected: ['MIN'],
  },
  {
    rule: 'R-10.2-f-1',
    what: 'closed without its nature',
    deviate: ({ build, nonconformities }) => build.set(nonconformity, nonconformities[0] ?? '', { description: null }),
    expected: ['MIN'],
  },
  {
    rule: 'R-10.2-f-1',
    what: 'the result stands with the action',
    deviate: ({ build, nonconformities }) => build.set(nonconformity, nonconformities[0] ?? '', { result: null }),
    expected: null,
  },
  {
    rule: 'R-10.2-f-1',
    what: 'not closed yet',
    deviate: (org) => add(org, { description: null }),
    expected: null,
  },
]

/** The conforming one is about A.5.9 by `handover`, effective on 2026-02-14. */
function comesBack(org: Conforming, set: Wrong, state = 'action_planned'): RecordId {
  return add(org, { requirementRef: 'A.5.9', causeClass: 'handover', ...set }, state)
}

const returning: readonly Turn[] = [
  {
    rule: 'R-10.2-2',
    what: 'the same again a week later',
    stage: 'SV',
    deviate: (org) => comesBack(org, { requirementRef: 'a.5.9 ', detectedAt: '2026-02-21' }),
    expected: ['MIN', 'first'],
  },
  {
    rule: 'R-10.2-2',
    what: 'the same for the second time',
    stage: 'SV',
    deviate: (org) => {
      comesBack(org, { detectedAt: '2026-02-20', effectiveAt: '2026-02-25' }, 'closed')
      comesBack(org, { detectedAt: '2026-02-28' })
    },
    expected: ['MAJ', 'again', 'first'],
  },
  {
    rule: 'R-10.2-2',
    what: 'the same for the second time, while the first is still open',
    stage: 'SV',
    deviate: (org) => {
      comesBack(org, { detectedAt: '2026-02-20' })
      comesBack(org, { detectedAt: '2026-02-28' })
    },
    expected: ['MAJ', 'again', 'first'],
  },
  {
    rule: 'R-10.2-2',
    what: 'twice on one day, which is one return',
    stage: 'SV',
    deviate: (org) => {
      comesBack(org, { detectedAt: '2026-02-20' })
      comesBack(org, { detectedAt: '2026-02-20' })
    },
    expected: ['MIN', 'first'],
  },
  {
    rule: 'R-10.2-2',
    what: 'the same before it was closed',
    stage: 'SV',
    deviate: (org) => comesBack(org, { detectedAt: '2026-02-01' }),
    expected: null,
  },
  {
    rule: 'R-10.2-2',
    what: 'another cause',
    stage: 'SV',
    deviate: (org) => comesBack(org, { detectedAt: '2026-02-21', causeClass: 'knowledge' }),
    expected: null,
  },
  {
    rule: 'R-10.2-2',
    what: 'causes that have nothing in common but having no class',
    stage: 'SV',
    deviate: (org) => {
      comesBack(org, { detectedAt: '2025-12-01', effectiveAt: '2026-01-01', causeClass: 'other' }, 'closed')
      comesBack(org, { detectedAt: '2026-02-21', causeClass: 'other' })
    },
    expected: null,
  },
  {
    rule: 'R-10.2-2',
    what: 'the same on the last day of 24 months',
    stage: 'SV',
    deviate: ({ build, nonconformities, ...org }) => {
      build.set(nonconformity, nonconformities[0] ?? '', { effectiveAt: '2024-02-20' })
      comesBack({ build, nonconformities, ...org }, { detectedAt: '2026-02-20' })
    },
    expected: ['MIN', 'first'],
  },
  {
    rule: 'R-10.2-2',
    what: 'the same a day after 24 months',
    stage: 'SV',
    deviate: ({ build, nonconformities, ...org }) => {
      build.set(nonconformity, nonconformities[0] ?? '', { effectiveAt: '2024-02-20' })
      comesBack({ build, nonconformities, ...org }, { detectedAt: '2026-02-21' })
    },
    expected: null,
  },
]

const acting: readonly Turn[] = [
  {
    rule: 'R-10.2-c-1',
    what: 'open and 31 days late',
    deviate: (org) => act(org, { due: '2026-01-30', doneAt: null, ...UNREVIEWED }, 'open'),
    expected: ['MIN', 'late'],
  },
  {
    rule: 'R-10.2-c-1',
    what: 'open and thirty days late',
    deviate: (org) => act(org, { due: '2026-01-31', doneAt: null, ...UNREVIEWED }, 'open'),
    expected: null,
  },
  {
    rule: 'R-10.2-c-1',
    what: 'open without a date',
    deviate: (org) => act(org, { due: null, doneAt: null, ...UNREVIEWED }, 'in_progress'),
    expected: ['MIN', 'undated'],
  },
  {
    rule: 'R-10.2-c-1',
    what: 'moved with consent',
    deviate: (org) =>
      act(org, { due: '2026-04-01', doneAt: null, replans: [replan(org, org.director)], ...UNREVIEWED }, 'open'),
    expected: null,
  },
  {
    rule: 'R-10.2-c-1',
    what: 'moved without consent',
    deviate: (org) =>
      act(org, { due: '2026-04-01', doneAt: null, replans: [replan(org, null)], ...UNREVIEWED }, 'open'),
    expected: ['MIN', 'late'],
  },
  {
    rule: 'R-10.2-c-1',
    what: 'late, and excepted',
    deviate: (org) => {
      const late = act(org, { due: '2026-01-30', doneAt: null, ...UNREVIEWED }, 'open')
      org.build.add(
        exception,
        { title: 'Later', subject: late, until: '2026-06-01', approvedBy: org.director, approvedAt: '2026-02-01' },
        { state: 'approved' },
      )
    },
    expected: null,
  },
  {
    rule: 'R-10.2-d-1',
    what: 'done on 2025-12-10, due for review on 2026-03-10, asked the day after',
    at: '2026-03-11',
    deviate: (org) => act(org, { doneAt: '2025-12-10', ...UNREVIEWED }, 'done'),
    expected: ['MIN', 'missing'],
  },
  {
    rule: 'R-10.2-d-1',
    what: 'done on 2025-12-10, asked on the day that the review is due',
    at: '2026-03-10',
    deviate: (org) => act(org, { doneAt: '2025-12-10', ...UNREVIEWED }, 'done'),
    expected: null,
  },
  {
    rule: 'R-10.2-d-1',
    what: 'a review without a result',
    deviate: (org) => act(org, { effectivenessResult: null }),
    expected: ['MIN', 'missing'],
  },
  {
    rule: 'R-10.2-d-1',
    what: 'two of four not reviewed',
    deviate: (org) => {
      act(org, { effectivenessDue: '2026-02-01' })
      act(org, { effectivenessDue: '2026-02-01' })
      act(org, UNREVIEWED, 'done')
      act(org, UNREVIEWED, 'done')
    },
    expected: ['MIN', 'missing'],
  },
  {
    rule: 'R-10.2-d-1',
    what: 'three of four that were due not reviewed',
    deviate: (org) => {
      act(org)
      act(org, UNREVIEWED, 'done')
      act(org, UNREVIEWED, 'done')
      act(org, UNREVIEWED, 'done')
    },
    expected: ['MAJ', 'missing'],
  },
  {
    rule: 'R-10.2-d-1',
    what: 'reviewed a day late',
    deviate: (org) => act(org, { effectivenessDue: '2026-01-14' }),
    expected: ['OFI', 'late'],
  },
  {
    rule: 'R-10.2-d-1',
    what: 'reviewed by who did it',
    deviate: (org) => act(org, { effectivenessReviewedBy: org.owners[0] }),
    expected: ['OFI', 'same'],
  },
  {
    rule: 'R-10.2-d-1',
    what: 'found not effective, which is a result',
    deviate: (org) => act(org, { effectivenessResult: 'not_effective' }),
    expected: null,
  },
  {
    rule: 'R-10.2-e-1',
    what: 'no word on what changed',
    deviate: (org) => act(org, { noChangeNeeded: null }),
    expected: ['OFI'],
  },
  {
    rule: 'R-10.2-e-1',
    what: 'a document that changed',
    deviate: (org) => act(org, { noChangeNeeded: null, ismsChange: org.policy }),
    expected: null,
  },
  {
    rule: 'R-10.2-e-1',
    what: 'done and not found effective yet',
    deviate: (org) => act(org, { noChangeNeeded: null, ...UNREVIEWED }, 'done'),
    expected: null,
  },
]

function replan({ officer }: Conforming, approvedBy: RecordId | null): NonNullable<Acted['replans']>[number] {
  return {
    oldDue: '2026-01-15',
    newDue: '2026-04-01',
    by: officer,
    approvedBy,
    reason: 'Levertijd.',
    at: '2026-01-14',
  }
}

function upheld({ build, officer }: Conforming, judgedAt: string): RecordId {
  const judged = { upheld: true, upheldStatedBy: officer, receivedAt: '2026-01-05', judgedAt }
  return build.add(complaint, { title: 'Klacht', ...judged }, { state: 'judged' })
}

function failedControl({ build, officer }: Conforming, severity: 'low' | 'medium'): RecordId {
  const failed = { controlFailure: true, controlFailureStatedBy: officer, controlFailureAt: '2026-01-20' }
  const aware = { awareAt: '2026-01-10T09:00:00.000Z', personalDataBreach: false }
  return build.add(incident, { title: 'Incident', severity, ...aware, ...failed }, { state: 'recovered' })
}

const leftOut: readonly Turn[] = [
  {
    rule: 'R-10.2-3',
    what: 'an upheld complaint of 31 days ago',
    deviate: (org) => upheld(org, '2026-01-30'),
    expected: ['MIN'],
  },
  {
    rule: 'R-10.2-3',
    what: 'an upheld complaint of thirty days ago',
    deviate: (org) => upheld(org, '2026-01-31'),
    expected: null,
  },
  {
    rule: 'R-10.2-3',
    what: 'an upheld complaint that became a nonconformity',
    deviate: (org) => add(org, { objects: [upheld(org, '2026-01-06')] }),
    expected: null,
  },
  {
    rule: 'R-10.2-3',
    what: 'an upheld complaint and a withdrawn nonconformity',
    deviate: (org) => add(org, { objects: [upheld(org, '2026-01-06')] }, 'withdrawn'),
    expected: ['MIN'],
  },
  {
    rule: 'R-10.2-3',
    what: 'a decision that it is none',
    deviate: (org) =>
      org.build.add(decision, {
        title: 'Geen afwijking',
        kind: 'no_nc',
        subject: upheld(org, '2026-01-06'),
        reason: 'Het was een misverstand.',
        by: org.officer,
        at: '2026-01-20',
      }),
    expected: null,
  },
  {
    rule: 'R-10.2-3',
    what: 'a control that failed in an incident of medium severity',
    deviate: (org) => failedControl(org, 'medium'),
    expected: ['MIN'],
  },
  {
    rule: 'R-10.2-3',
    what: 'a control that failed in a small incident',
    deviate: (org) => failedControl(org, 'low'),
    expected: null,
  },
  {
    rule: 'R-10.2-3',
    what: 'a supplier that failed its review',
    deviate: ({ build, suppliers }) =>
      build.add(
        supplierReview,
        { supplier: suppliers[0] ?? '', doneAt: '2026-01-05', result: 'failed' },
        { state: 'done' },
      ),
    expected: ['MIN'],
  },
]

function started(org: Conforming, ismsStart: string): void {
  org.build.set(organisation, org.organisation, { ismsStart })
}

function onlyImproved({ build, improvements }: Conforming, doneAt: string | null): void {
  improvements.slice(1).forEach((id) => build.remove(id))
  build.set(improvement, improvements[0] ?? '', { doneAt })
}

const improving: readonly Turn[] = [
  {
    rule: 'R-10.1-1',
    what: 'nothing in the last year',
    stage: 'SV',
    deviate: (org) => {
      started(org, '2024-01-01')
      onlyImproved(org, '2025-03-01')
    },
    expected: ['OFI', 'one_year'],
  },
  {
    rule: 'R-10.1-1',
    what: 'something a year ago to the day',
    stage: 'SV',
    deviate: (org) => {
      started(org, '2024-01-01')
      onlyImproved(org, '2025-03-02')
    },
    expected: null,
  },
  {
    rule: 'R-10.1-1',
    what: 'nothing in two years',
    stage: 'SV',
    deviate: (org) => {
      started(org, '2024-01-01')
      onlyImproved(org, null)
    },
    expected: ['MIN', 'two_years'],
  },
  {
    rule: 'R-10.1-1',
    what: 'nothing since it started, less than two years ago',
    stage: 'SV',
    deviate: (org) => {
      started(org, '2024-03-02')
      onlyImproved(org, null)
    },
    expected: ['OFI', 'one_year'],
  },
  {
    rule: 'R-10.1-1',
    what: 'nothing in its first year',
    stage: 'SV',
    deviate: (org) => onlyImproved(org, null),
    expected: null,
  },
]

const TURNS: readonly Turn[] = [...handling, ...returning, ...acting, ...leftOut, ...improving]

describe('clause 10', () => {
  test.each(TURNS.map((turn) => [turn.rule, turn.what, turn] as const))('%s: %s', (_rule, _what, turn) => {
    check(turn)
  })

  test('an organisation that has nothing yet lacks a way to handle nonconformities', () => {
    expect(said(ask(builder().isms()), 'R-10.2-1')).toEqual({ severity: 'MAJ', variants: ['none'] })
  })
})
