import type { Isms } from '../../../kernel/isms.ts'
import type { RecordId } from '../../../kernel/register.ts'
import { controls, type Control as Known } from '../../catalogue/domain/controls.ts'
import { control } from '../../controls/register.ts'
import { risk } from '../../risks/registers/risk.ts'
import { lineOf } from '../../statements/domain/newest.ts'
import { isLive } from '../../treatments/domain/treated.ts'
import { type AnnexAComparison, annexAComparison } from '../../treatments/registers/annex-a-comparison.ts'
import { treatment } from '../../treatments/registers/treatment.ts'
import { requirementsBehind } from './follows.ts'

/** One of the 93, and what in the registers leads to it (ISO/IEC 27001:2022, 6.1.3 c). */
export interface Compared {
  readonly annexA: string
  readonly control: RecordId | null
  readonly theme: Known['theme']
  readonly risks: readonly RecordId[]
  readonly requirements: readonly RecordId[]
  readonly included: boolean | null
  /** Nothing asks for it, and nobody decided on it. */
  readonly isUnseen: boolean
}

/** The 93 controls, each with the risks and requirements that ask for it (clause 6.1.3 c). */
export function comparedControls(isms: Isms): readonly Compared[] {
  const byNumber = new Map(isms.all(control).map((one) => [one.annexA, one.id]))
  return controls().map(({ id: annexA, theme }) => {
    const of = byNumber.get(annexA) ?? null
    const risks = of === null ? [] : risksWith(isms, of)
    const requirements = of === null ? [] : requirementsBehind(isms, of).map(({ id }) => id)
    const included = of === null ? null : (lineOf(isms, of)?.included ?? null)
    const isUnseen = risks.length + requirements.length === 0 && included === null
    return { annexA, control: of, theme, risks, requirements, included, isUnseen }
  })
}

function risksWith(isms: Isms, of: RecordId): readonly RecordId[] {
  const ids = isms
    .pointing(treatment, 'controls', of)
    .filter((one) => isLive(one) && one.option !== 'retain')
    .map((one) => one.risk)
  return [...new Set(ids)].filter((id) => isms.find(risk, id)?.state !== 'closed')
}

/** A comparison that is prepared and was not made: nobody looked yet. */
export function openComparison(isms: Isms): AnnexAComparison | null {
  return (
    isms.all(annexAComparison).findLast(({ state, comparedAt }) => state === 'active' && comparedAt === null) ?? null
  )
}

/** The comparison that was made last. */
export function lastComparison(isms: Isms): AnnexAComparison | null {
  return (
    isms
      .all(annexAComparison)
      .filter(({ state, comparedAt }) => state === 'active' && comparedAt !== null)
      .toSorted((a, b) => ((a.comparedAt ?? '') < (b.comparedAt ?? '') ? -1 : 1))
      .at(-1) ?? null
  )
}

/** Living treatments whose controls were changed after it. */
export function changedSince(isms: Isms, { comparedAt }: AnnexAComparison): readonly RecordId[] {
  return isms
    .all(treatment)
    .filter(isLive)
    .filter(({ controlsChangedAt: at }) => at !== null && comparedAt !== null && at > comparedAt)
    .map(({ id }) => id)
}
