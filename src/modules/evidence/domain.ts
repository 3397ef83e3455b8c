import type { GuardDecision } from '../../kernel/module.ts'
import type { Evidence } from './register.ts'

/** Accepted once and not rejected or superseded since; locked in an audit is accepted too (readiness 1.10, 21). */
export function isAccepted(record: Pick<Evidence, 'state' | 'acceptedAt'>): boolean {
  return record.acceptedAt !== null && (record.state === 'accepted' || record.state === 'locked')
}

/** Asked for, turned down or taken back: nothing that shows anything. */
const MISSING: readonly Evidence['state'][] = ['requested', 'rejected', 'withdrawn']

/** Whether there is something to look at, whoever accepted it or not yet. */
export function isThere({ state }: Pick<Evidence, 'state'>): boolean {
  return !MISSING.includes(state)
}

/** Evidence without a file or an address proves nothing. */
export function mayAccept(record: Pick<Evidence, 'file' | 'url'>): GuardDecision {
  return record.file === null && record.url === null ? { ok: false, why: 'evidence.nothing-attached' } : { ok: true }
}
