import type { GuardDecision } from '../../kernel/module.ts'
import type { Certificate } from './registers/certificate.ts'

/** A decision gives a certificate a last day, and that lies ahead of it. */
export function mayDecide(one: Pick<Certificate, 'decisionAt' | 'validUntil'>): GuardDecision {
  const isAhead = one.decisionAt !== null && one.validUntil !== null && one.validUntil > one.decisionAt
  return isAhead ? { ok: true } : { ok: false, why: 'certificate.no-last-day' }
}
