import type { GuardDecision } from '../../kernel/module.ts'
import { isFilled } from '../../kernel/verdict.ts'
import { isExternal } from './domain/held.ts'
import { scopeOf } from './domain/items.ts'
import type { Audit } from './registers/audit.ts'
import type { Finding } from './registers/finding.ts'

type Prepared = Pick<
  Audit,
  'kind' | 'criteria' | 'scopeItems' | 'leadAuditor' | 'auditors' | 'auditorsStated' | 'independence'
>

/** One's own audit is prepared once it says against what, over what, by whom, and why they are free to judge (9.2.2 a and b). */
export function mayPrepare(one: Prepared): GuardDecision {
  if (isExternal(one)) return { ok: true }
  const isManned = one.leadAuditor !== null || one.auditors.length > 0 || isFilled(one.auditorsStated)
  const isComplete = one.criteria.length > 0 && scopeOf(one).length > 0 && isManned && isFilled(one.independence)
  return isComplete ? { ok: true } : { ok: false, why: 'audit.not-prepared' }
}

/** An audit ends on or after its first day, and is reported on or after its last one. */
export function mayHaveDays(one: Pick<Audit, 'firstDay' | 'lastDay' | 'reportAt'>): GuardDecision {
  const days = [one.firstDay, one.lastDay, one.reportAt].filter((day) => day !== null)
  const isInOrder = days.every((day, index) => index === 0 || (days[index - 1] ?? day) <= day)
  return isInOrder ? { ok: true } : { ok: false, why: 'audit.days-reversed' }
}

/** A nonconformity is carried out when something shows it; an opportunity needs no proof. */
export function mayImplement(one: Pick<Finding, 'grade' | 'implementationEvidence'>): GuardDecision {
  const isProven = one.grade === 'ofi' || one.implementationEvidence.length > 0
  return isProven ? { ok: true } : { ok: false, why: 'finding.no-evidence' }
}
