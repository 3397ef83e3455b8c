import { describe, expect, test } from 'vitest'
import { may } from '../../kernel/permission.ts'
import { mayGive, standingApproval } from './domain.ts'
import { type Approval, approval } from './registers/approval.ts'
import { decision } from './registers/decision.ts'

const ANNA = '0190a000-0000-7000-8000-0000000000a1'
const BOB = '0190a000-0000-7000-8000-0000000000b0'
const PLAN = '0190a000-0000-7000-8000-0000000000c0'

function approvalOf(values: Partial<Approval> = {}): Approval {
  return {
    id: '0190a000-0000-7000-8000-0000000000d0',
    register: 'approval',
    number: 'AP-1',
    state: 'given',
    version: 1,
    sequence: 1,
    recordedAt: '2026-03-02T09:00:00.000Z',
    validFrom: '2026-03-02',
    kind: 'treatment_plan',
    subject: PLAN,
    subjectVersion: '3',
    decision: 'approved',
    by: ANNA,
    capacity: 'risk_owner',
    roleAtTime: null,
    at: '2026-03-02',
    until: null,
    comment: null,
    signatureHash: null,
    ...values,
  }
}

describe('who may say yes', () => {
  test.each([
    ['top_management', true],
    ['coordinator', true],
    ['owner', true],
    ['consultant', false],
    ['reader', false],
    ['internal_auditor', false],
  ] as const)('%s: %s', (role, expected) => {
    expect(may({ roles: [role], person: ANNA }, 'create', approval.access).ok).toBe(expected)
  })

  test('a consultant does not, whatever else he is here', () => {
    const actor = { roles: ['consultant', 'top_management'], person: ANNA } as const
    expect(may(actor, 'create', approval.access)).toEqual({ ok: false, why: 'consultant' })
    expect(may(actor, 'create', decision.access)).toEqual({ ok: false, why: 'consultant' })
  })

  test('nobody rewrites what was said', () => {
    const actor = { roles: ['top_management', 'coordinator', 'owner'], person: ANNA } as const
    expect(may(actor, 'update', approval.access, ANNA)).toEqual({ ok: false, why: 'role' })
  })

  test.each([
    ['for oneself', ANNA, { ok: true }],
    ['in somebody else’s name', BOB, { ok: false, why: 'approval.not-by-you' }],
    ['by an account without a person', null, { ok: false, why: 'approval.no-person' }],
  ])('%s', (_, person, expected) => {
    expect(mayGive({ by: ANNA }, person)).toEqual(expected)
  })
})

describe('the approval that stands', () => {
  const question = { kind: 'treatment_plan', subject: PLAN, by: ANNA, subjectVersion: '3', at: '2026-03-10' } as const
  test.each([
    ['the yes of that person', [approvalOf()], true],
    ['not that of another', [approvalOf({ by: BOB })], false],
    ['not one of another version', [approvalOf({ subjectVersion: '2' })], false],
    ['not one of another kind', [approvalOf({ kind: 'policy' })], false],
    ['not a no', [approvalOf({ decision: 'rejected' })], false],
    ['not one taken back', [approvalOf({ state: 'withdrawn' })], false],
    ['not one given later', [approvalOf({ at: '2026-03-11' })], false],
    ['one on its last day', [approvalOf({ until: '2026-03-10' })], true],
    ['not one that ended', [approvalOf({ until: '2026-03-09' })], false],
    ['not one overtaken by a no', [approvalOf(), approvalOf({ decision: 'rejected', at: '2026-03-05' })], false],
    ['one that overtook a no', [approvalOf({ decision: 'rejected' }), approvalOf({ sequence: 2 })], true],
  ])('%s', (_, approvals, stands) => {
    expect(standingApproval(approvals, question) !== null).toBe(stands)
  })

  test('of whoever gave it, where nobody in particular is asked about', () => {
    const asked = { kind: 'treatment_plan', subject: PLAN, at: '2026-03-10' } as const
    expect(standingApproval([approvalOf({ by: BOB })], asked)?.by).toBe(BOB)
    const no = approvalOf({ decision: 'rejected', at: '2026-03-05' })
    expect(standingApproval([no, approvalOf({ by: BOB })], asked)?.by).toBe(BOB)
  })
})
