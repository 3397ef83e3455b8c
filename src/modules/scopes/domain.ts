import type { Isms } from '../../kernel/isms.ts'
import type { GuardDecision } from '../../kernel/module.ts'
import { type Scope, scope } from './register.ts'

/** The scope that holds at the moment of this state; null where none is in force. */
export function scopeInForce(isms: Isms): Scope | null {
  return isms.all(scope).find(({ state }) => state === 'in_force') ?? null
}

/** What was approved stays as it was approved: a change is a new version. */
export function mayUpdate(record: Scope): GuardDecision {
  return record.state === 'draft' ? { ok: true } : { ok: false, why: 'scope.approved' }
}

/** There is one border at a time. */
export function mayPutInForce(isms: Isms, record: Scope): GuardDecision {
  const current = scopeInForce(isms)
  return current === null || current.id === record.id ? { ok: true } : { ok: false, why: 'scope.other-in-force' }
}
