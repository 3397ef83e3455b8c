import { describe, expect, test } from 'vitest'
import { parametersOf } from '../../kernel/parameters.ts'
import type { InputOf } from '../../kernel/register.ts'
import { rules } from '../../rules.gen.ts'
import { action } from '../actions/register.ts'
import { audit } from '../audits/registers/audit.ts'
import { control } from '../controls/register.ts'
import { document } from '../documents/registers/document.ts'
import { documentVersion } from '../documents/registers/document-version.ts'
import { organisation } from '../organisation/registers/organisation.ts'
import { INPUTS, type ReviewInput } from '../reviews/domain.ts'
import { independentReview } from '../reviews/registers/independent-review.ts'
import { managementReview } from '../reviews/registers/management-review.ts'
import { policyComplianceCheck } from '../reviews/registers/policy-compliance-check.ts'
import type { Conforming } from '../samples/domain/conforming/conforming.ts'
import { statementLine } from '../statements/registers/statement-line.ts'
import { check, type Turn } from './test/turn.ts'

/** Certified on 2025-10-20; management reviews were held on 2025-06-04 and 2026-06-04. */
const CERTIFIED = { wish: { phase: 'certified', at: '2026-09-14' }, at: '2026-09-14', stage: 'SV' } as const

type Review = InputOf<typeof managementReview>

/** Changes the newest review: in the small organisation the one of 2026-02-08. */
function review(org: Conforming, set: Review & { readonly state?: string }): void {
  org.build.set(managementReview, org.reviews.at(-1) ?? '', set)
}

function inputs(change: Partial<Record<ReviewInput, { text: string | null; links: readonly string[] }>>) {
  const said = { text: 'Besproken.', links: [] }
  return { a: said, b: said, c: said, d1: said, d2: said, d3: said, d4: said, e: said, f: said, g: said, ...change }
}

function without(...names: readonly ReviewInput[]) {
  return inputs(Object.fromEntries(names.map((name) => [name, { text: ' ', links: [] }])))
}

function planned(org: Conforming, on: string): void {
  for (const id of org.reviews) org.build.remove(id)
  org.build.set(managementReview, org.nextReview, { plannedAt: on })
}

function lastReview(org: Conforming, on: string): void {
  review(org, { heldAt: on })
  org.reviews.slice(0, -1).forEach((id) => org.build.remove(id))
}

const HELD: readonly Turn[] = [
  {
    rule: 'R-9.3.1-1',
    what: 'none planned',
    deviate: (org) => [...org.reviews, org.nextReview].forEach((id) => org.build.remove(id)),
    stage: 'S1',
    expected: ['MIN', 'unplanned'],
  },
  {
    rule: 'R-9.3.1-1',
    what: 'planned before stage 1',
    deviate: (org) => planned(org, '2026-03-15'),
    stage: 'S1',
    expected: ['OFI', 'planned'],
  },
  {
    rule: 'R-9.3.1-1',
    what: 'planned on the day of stage 1',
    deviate: (org) => planned(org, '2026-03-16'),
    stage: 'S1',
    expected: ['MIN', 'unplanned'],
  },
  {
    rule: 'R-9.3.1-1',
    what: 'planned before stage 2, as in case A',
    deviate: (org) => {
      planned(org, '2026-04-28')
      org.build.set(organisation, org.organisation, {
        parametersApprovedAt: null,
        parameters: parametersOf({ auditAndReviewBefore: 'stage2' }),
      })
    },
    stage: 'S1',
    expected: ['OFI', 'planned'],
  },
  {
    rule: 'R-9.3.1-1',
    what: 'never, asked about stage 2',
    deviate: (org) => planned(org, '2026-03-15'),
    expected: ['MAJ', 'never'],
  },
  { rule: 'R-9.3.1-1', what: 'held in time', deviate: () => undefined, expected: null },
  {
    rule: 'R-9.3.1-1',
    what: 'a year ago today',
    deviate: (org) => lastReview(org, '2025-09-14'),
    ...CERTIFIED,
    expected: null,
  },
  {
    rule: 'R-9.3.1-1',
    what: 'a day late',
    deviate: (org) => lastReview(org, '2025-09-13'),
    ...CERTIFIED,
    expected: ['OFI', 'late'],
  },
  {
    rule: 'R-9.3.1-1',
    what: 'thirty-one days late',
    deviate: (org) => lastReview(org, '2025-08-14'),
    ...CERTIFIED,
    expected: ['MIN', 'late'],
  },
  {
    rule: 'R-9.3.1-1',
    what: 'later than a whole interval',
    deviate: (org) => lastReview(org, '2024-09-13'),
    ...CERTIFIED,
    expected: ['MAJ', 'late'],
  },
  {
    rule: 'R-9.3.1-2',
    what: 'nobody of top management',
    deviate: (org) => review(org, { chair: org.officer, attendees: [org.people[5] ?? ''] }),
    expected: ['MAJ', 'absent'],
  },
  {
    rule: 'R-9.3.1-2',
    what: 'top management is there and does not chair',
    deviate: (org) => review(org, { chair: org.officer, attendees: [org.director] }),
    expected: ['MIN', 'chair'],
  },
  {
    rule: 'R-9.3.1-2',
    what: 'minutes approved by somebody else',
    deviate: (org) => review(org, { minutesApprovedBy: org.officer }),
    expected: ['MIN', 'unapproved'],
  },
  {
    rule: 'R-9.3.1-2',
    what: 'minutes approved tomorrow',
    deviate: (org) => review(org, { minutesApprovedAt: '2026-03-03' }),
    expected: ['MIN', 'unapproved'],
  },
  {
    rule: 'R-9.3.1-2',
    what: 'minutes approved today',
    deviate: (org) => review(org, { minutesApprovedAt: '2026-03-02' }),
    expected: null,
  },
  {
    rule: 'R-9.3.1-2',
    what: 'no review: another rule speaks',
    deviate: (org) => planned(org, '2026-03-15'),
    expected: null,
  },
]

/** Each input on its own: empty, and filled with a word or a link. */
const EMPTY: readonly Turn[] = INPUTS.flatMap((name) => {
  const rule = `R-9.3.2-${name.slice(0, 1)}-1`
  return [
    {
      rule,
      what: `${name} is empty`,
      deviate: (org: Conforming) => review(org, { inputs: without(name) }),
      expected: ['MIN', 'empty'],
    },
    {
      rule,
      what: `${name} is filled`,
      deviate: (org: Conforming) => review(org, { inputs: inputs({}) }),
      expected: null,
    },
  ] satisfies readonly Turn[]
})

/** In the certified organisation the action of 2025 is still open, and the review of 2026 says nothing in words. */
function openAction(org: Conforming, links: readonly string[]): void {
  org.build.set(action, org.reviewActions[0] ?? '', { state: 'open', doneAt: null })
  review(org, { inputs: inputs({ a: { text: null, links } }) })
}

const INPUT_TURNS: readonly Turn[] = [
  ...EMPTY,
  {
    rule: 'R-9.3.2-a-1',
    what: 'links alone, and not to the open action',
    deviate: (org) => openAction(org, [org.reviewActions[1] ?? '']),
    ...CERTIFIED,
    expected: ['MIN', 'incomplete'],
  },
  {
    rule: 'R-9.3.2-a-1',
    what: 'a link to the open action',
    deviate: (org) => openAction(org, org.reviewActions.slice(0, 1)),
    ...CERTIFIED,
    expected: null,
  },
  {
    rule: 'R-9.3.2-d-1',
    what: 'a report on the day of the review',
    deviate: (org) => org.build.set(audit, org.audits[0], { reportAt: '2026-02-08' }),
    expected: null,
  },
  {
    rule: 'R-9.3.2-d-1',
    what: 'a report the day after',
    deviate: (org) => org.build.set(audit, org.audits[0], { reportAt: '2026-02-09' }),
    expected: ['MIN', 'no_audit'],
  },
  {
    rule: 'R-9.3.2-d-1',
    what: 'no report since the review before',
    deviate: (org) => org.build.set(audit, org.audits.at(-1) ?? '', { reportAt: '2025-06-04' }),
    ...CERTIFIED,
    expected: ['MIN', 'no_audit'],
  },
  {
    rule: 'R-9.3.2-f-1',
    what: 'links alone, and not to the newest assessment',
    deviate: (org) => review(org, { inputs: inputs({ f: { text: null, links: [org.risks[0] ?? ''] } }) }),
    expected: ['MIN', 'no_assessment'],
  },
  {
    rule: 'R-9.3.2-f-1',
    what: 'a link to the newest assessment',
    deviate: (org) => review(org, { inputs: inputs({ f: { text: null, links: [org.assessment] } }) }),
    expected: null,
  },
  {
    rule: 'R-9.3.2-c-1',
    what: 'no review: another rule speaks',
    deviate: (org) => planned(org, '2026-03-15'),
    expected: null,
  },
]

function addAction(org: Conforming, set: InputOf<typeof action>): void {
  org.build.add(action, {
    title: 'Uitzoeken',
    kind: 'mr_action',
    subject: org.reviews.at(-1) ?? null,
    owner: org.officer,
    due: '2026-12-01',
    ...set,
  })
}

const OUTPUTS: readonly Turn[] = [
  {
    rule: 'R-9.3.3-1',
    what: 'no minutes',
    deviate: (org) => review(org, { state: 'held', minutes: null, minutesApprovedAt: null, minutesApprovedBy: null }),
    expected: ['MAJ', 'minutes'],
  },
  {
    rule: 'R-9.3.3-1',
    what: 'no decision on changes',
    deviate: (org) => review(org, { outputs: { improvement: 'Eerder lezen.', changes: null } }),
    expected: ['MIN', 'outputs'],
  },
  {
    rule: 'R-9.3.3-1',
    what: 'none, and it says so',
    deviate: (org) => review(org, { outputs: { improvement: 'Geen.', changes: 'Geen.' } }),
    expected: null,
  },
  {
    rule: 'R-9.3.3-1',
    what: 'minutes as a document',
    deviate: (org) => review(org, { minutes: org.policyVersion, minutesApprovedAt: null }),
    expected: null,
  },
  {
    rule: 'R-9.3.3-2',
    what: 'nobody does it',
    deviate: (org) => addAction(org, { owner: null }),
    expected: ['MIN', 'incomplete'],
  },
  {
    rule: 'R-9.3.3-2',
    what: 'nobody does it, and it does not say which review it came from',
    deviate: (org) => addAction(org, { subject: null, owner: null }),
    expected: ['MIN', 'incomplete'],
  },
  {
    rule: 'R-9.3.3-2',
    what: 'thirty-one days late',
    deviate: (org) => addAction(org, { due: '2026-01-30' }),
    expected: ['MIN', 'late'],
  },
  {
    rule: 'R-9.3.3-2',
    what: 'thirty days late',
    deviate: (org) => addAction(org, { due: '2026-01-31' }),
    expected: null,
  },
]

/** Nobody audited anything but his own work, and nobody else looked either. */
function allOwn(org: Conforming): void {
  for (const id of org.audits) {
    org.build.set(audit, id, { auditors: [org.officer], leadAuditor: org.officer })
  }
}

/** Leaves of every audit what the officer answers for. */
function onlyOwned(org: Conforming): void {
  allOwn(org)
  const owned = { clauseItem: '6.1.2', control: null, auditor: null, evidence: org.workPapers, notes: null }
  for (const id of org.audits) org.build.set(audit, id, { scopeItems: [owned] })
}

function lastCheck(org: Conforming, on: string): void {
  for (const id of org.complianceChecks.get(org.policy) ?? [])
    org.build.set(policyComplianceCheck, id, { checkedAt: on })
}

const INDEPENDENT: readonly Turn[] = [
  {
    rule: 'R-A.5.35-1',
    what: 'nobody but the officer looked',
    deviate: onlyOwned,
    ...CERTIFIED,
    expected: ['MIN', 'review'],
  },
  {
    rule: 'R-A.5.35-1',
    what: 'an outsider looked a year ago today',
    deviate: (org) => {
      onlyOwned(org)
      org.build.add(independentReview, { title: 'Blik van buiten', doneAt: '2025-09-14' }, { state: 'done' })
    },
    ...CERTIFIED,
    expected: null,
  },
  {
    rule: 'R-A.5.35-1',
    what: 'an outsider looked a year and a day ago',
    deviate: (org) => {
      onlyOwned(org)
      org.build.add(independentReview, { title: 'Blik van buiten', doneAt: '2025-09-13' }, { state: 'done' })
    },
    ...CERTIFIED,
    expected: ['MIN', 'review'],
  },
  {
    rule: 'R-A.5.35-1',
    what: 'some of an audit was not the auditor’s own',
    deviate: (org) => {
      allOwn(org)
      org.build.set(control, org.controls.get('8.5') ?? '', { owner: org.director })
    },
    ...CERTIFIED,
    expected: null,
  },
  {
    rule: 'R-A.5.35-1',
    what: 'no audit ever: another rule speaks',
    deviate: (org) => org.audits.forEach((id) => org.build.remove(id)),
    expected: null,
  },
  {
    rule: 'R-A.5.35-1',
    what: 'no audit ever, and an outsider long ago: another rule speaks',
    deviate: (org) => {
      org.audits.forEach((id) => org.build.remove(id))
      org.build.add(independentReview, { title: 'Blik van buiten', doneAt: '2024-01-10' }, { state: 'done' })
    },
    ...CERTIFIED,
    expected: null,
  },
  {
    rule: 'R-A.5.35-1',
    what: 'a policy checked long ago, and A.5.36 left out',
    deviate: (org) => {
      lastCheck(org, '2025-09-13')
      org.build.set(statementLine, org.lines.get('5.36') ?? '', { included: false })
    },
    ...CERTIFIED,
    expected: null,
  },
  {
    rule: 'R-A.5.35-1',
    what: 'a policy checked a year ago today',
    deviate: (org) => lastCheck(org, '2025-09-14'),
    ...CERTIFIED,
    expected: null,
  },
  {
    rule: 'R-A.5.35-1',
    what: 'a policy checked a year and a day ago',
    deviate: (org) => lastCheck(org, '2025-09-13'),
    ...CERTIFIED,
    expected: ['MIN', 'check'],
  },
  {
    rule: 'R-A.5.35-1',
    what: 'a new policy, its first check due in a year',
    deviate: (org) => {
      const made = org.build.add(document, { title: 'Thuiswerken', type: 'topic_policy' })
      org.build.add(
        documentVersion,
        {
          document: made,
          versionLabel: '1',
          approvedBy: org.director,
          approvedAt: '2026-02-01',
          effectiveFrom: '2026-02-01',
        },
        { state: 'effective' },
      )
    },
    expected: null,
  },
]

const TURNS = [...HELD, ...INPUT_TURNS, ...OUTPUTS, ...INDEPENDENT]

describe('the rules on management reviews and independent ones', () => {
  test.each(TURNS)('$rule: $what', (turn) => check(turn))

  test('trip once and rest once each', () => {
    const ids = rules.map(({ id }) => id).filter((id) => id.startsWith('R-9.3') || id === 'R-A.5.35-1')
    expect(ids).toHaveLength(12)
    for (const id of ids) {
      const turns = TURNS.filter(({ rule }) => rule === id)
      const both = [turns.some(({ expected }) => expected !== null), turns.some(({ expected }) => expected === null)]
      expect([id, ...both]).toEqual([id, true, true])
    }
  })
})
