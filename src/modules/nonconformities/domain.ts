import type { Isms } from '../../kernel/isms.ts'
import type { Moment } from '../../kernel/moment.ts'
import type { RecordId } from '../../kernel/register.ts'
import { isCorrective, isDone, isEffective } from '../actions/domain.ts'
import { type Action, action } from '../actions/register.ts'
import { type Nonconformity, nonconformity } from './register.ts'

/** Its corrective actions: those that it names, and those that name it. */
export function actionsOf(isms: Isms, one: Nonconformity): readonly Action[] {
  const named = one.actions.map((id) => isms.find(action, id)).filter((found) => found !== null)
  const naming = isms.pointing(action, 'subject', one.id).filter(({ id }) => !one.actions.includes(id))
  return [...named, ...naming].filter(isCorrective)
}

/** Whether it stands, and covers a finding of the rule about the object. */
export function covers(one: Nonconformity, ruleId: string): boolean {
  return one.state !== 'withdrawn' && (one.rule === null || one.rule === ruleId)
}

/**
 * Whether a lapse that cannot be undone has been settled: a nonconformity covers the object, and all its corrective actions, at
 * least one, were done and found effective (readiness 1.7, 10). Rules that ask this read `nonconformity` and `action`.
 */
export function isSettled(isms: Isms, objectId: RecordId, ruleId: string, moment: Moment): boolean {
  return isms.pointing(nonconformity, 'objects', objectId).some((one) => {
    if (!covers(one, ruleId)) return false
    const actions = actionsOf(isms, one)
    return actions.length > 0 && actions.every((each) => isDone(each, moment) && isEffective(each, moment))
  })
}
