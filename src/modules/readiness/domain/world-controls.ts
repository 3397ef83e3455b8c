import type { Isms } from '../../../kernel/isms.ts'
import type { RecordId } from '../../../kernel/register.ts'
import { type Control, control } from '../../controls/register.ts'
import { requirement } from '../../parties/registers/requirement.ts'
import { isRiskAbove, methodOf, openRisks, originalScore } from '../../risks/domain/levels.ts'
import type { RiskMethod } from '../../risks/registers/risk-method.ts'
import { lineOf } from '../../statements/domain/newest.ts'
import { treatmentsOf } from '../../treatments/domain/treated.ts'
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
  const barriers = new Map<RecordId | null, ReadonlySet<RecordId>>()
  return {
    includes: (number) => {
      const of = find(number)
      return of === null ? null : (lineOf(isms, of.id)?.included ?? null)
    },
    isOnlyBarrier: (number, moment) => {
      const of = find(number)
      if (of === null) return false
      const method = methodOf(isms, moment)
      const known = barriers.get(method?.id ?? null) ?? onlyBarriers(isms, method)
      barriers.set(method?.id ?? null, known)
      return known.has(of.id)
    },
    isPrescribedByLaw: (number) => {
      const of = find(number)
      return of !== null && isPrescribed(isms, of)
    },
  }
}

/** Controls that are the only implemented one of a risk above the line (M-5). */
function onlyBarriers(isms: Isms, method: RiskMethod | null): ReadonlySet<RecordId> {
  const above = openRisks(isms).filter((one) => isRiskAbove(method, one, originalScore(isms, one.id)))
  const standing = above.map((one) => {
    const controls = new Set(treatmentsOf(isms, one).flatMap((treatment) => treatment.controls))
    return [...controls].filter((id) => isImplemented(isms, id))
  })
  return new Set(standing.flatMap((controls) => (controls.length === 1 ? controls : [])))
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
