import type { Isms } from '../../../kernel/isms.ts'
import type { RecordId } from '../../../kernel/register.ts'
import { type Control, control } from '../../controls/register.ts'
import { requirement } from '../../parties/registers/requirement.ts'
import { isOpen, isRiskAbove, methodOf, originalScore } from '../../risks/domain/levels.ts'
import { risk } from '../../risks/registers/risk.ts'
import type { RiskMethod } from '../../risks/registers/risk-method.ts'
import { lineOf } from '../../statements/domain/newest.ts'
import { isLive, treatmentsOf } from '../../treatments/domain/treated.ts'
import { treatment } from '../../treatments/registers/treatment.ts'
import type { World } from './world.ts'

/**
 * What the statement, the risks and the laws say of a control of Annex A. The controls and the barriers are worked out when
 * first asked for and kept with the state: every violated rule on a control asks again.
 */
export function controlsOf(isms: Isms): Pick<World, 'includes' | 'isOnlyBarrier' | 'isPrescribedByLaw'> {
  let numbered: ReadonlyMap<string, Control> | null = null
  const find = (number: string): Control | null => {
    numbered ??= new Map(isms.all(control).flatMap((one) => (one.annexA === null ? [] : [[`A.${one.annexA}`, one]])))
    return numbered.get(number) ?? null
  }
  const barriers = new Map<string, boolean>()
  return {
    includes: (number) => {
      const of = find(number)
      return of === null ? null : (lineOf(isms, of.id)?.included ?? null)
    },
    isOnlyBarrier: (number, moment) => {
      const of = find(number)
      if (of === null) return false
      const method = methodOf(isms, moment)
      const key = `${of.id} ${method?.id ?? ''}`
      const known = barriers.get(key) ?? isOnlyBarrier(isms, of, method)
      barriers.set(key, known)
      return known
    },
    isPrescribedByLaw: (number) => {
      const of = find(number)
      return of !== null && isPrescribed(isms, of)
    },
  }
}

/** Whether it is the only implemented control of a risk above the line (M-5). */
function isOnlyBarrier(isms: Isms, of: Control, method: RiskMethod | null): boolean {
  if (!isImplemented(isms, of.id)) return false
  const treated = isms
    .pointing(treatment, 'controls', of.id)
    .filter(isLive)
    .map((one) => isms.find(risk, one.risk))
  return treated.some((one) => {
    if (one === null || !isOpen(one) || !isRiskAbove(method, one, originalScore(isms, one.id))) return false
    const controls = treatmentsOf(isms, one).flatMap((each) => each.controls)
    return controls.every((id) => id === of.id || !isImplemented(isms, id))
  })
}

const IMPLEMENTED: readonly Control['state'][] = ['implemented', 'operating', 'effective', 'degraded']

/** The line of the statement wins over the control's own state (readiness 1.10, 13). */
function isImplemented(isms: Isms, id: RecordId): boolean {
  const status = lineOf(isms, id)?.implementationStatus ?? null
  if (status !== null) return status === 'implemented'
  const of = isms.find(control, id)
  return of !== null && IMPLEMENTED.includes(of.state)
}

function isPrescribed(isms: Isms, of: Control): boolean {
  return isms
    .pointing(requirement, 'answeredBy', of.id)
    .some((one) => one.state === 'active' && one.sourceType === 'law' && one.prescribesControl === true)
}
