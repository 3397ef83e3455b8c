import type { Step } from './step.ts'
import { AFTER } from './steps-after.ts'
import { BEFORE } from './steps-before.ts'

export const STEPS: readonly Step[] = [...BEFORE, ...AFTER]

/** Loading the lists: no rule asks for them as such, and all later ones count against them. */
export const LISTS_STEP = 5
/** Where what the internal audit found is repaired. */
export const REPAIR_STEP = 41
/** The dress rehearsal, both audits, and what stands at the end. */
export const REHEARSAL_STEP = 43
export const STAGE_1_STEP = 44
export const STAGE_2_STEP = 45
export const CERTIFICATE_STEP = 46

/**
 * Where internal audit and management review may follow stage 1 (P.ia_mr_before = stage2), the rehearsal waits for the programme and the
 * rhythm only, and stage 2 for the review.
 */
export function stepsFor(auditAndReviewBefore: 'stage1' | 'stage2'): readonly Step[] {
  if (auditAndReviewBefore === 'stage1') return STEPS
  return STEPS.map((each) => {
    if (each.number === REHEARSAL_STEP) return { ...each, needs: [36, 39] }
    return each.number === STAGE_2_STEP ? { ...each, needs: [42, STAGE_1_STEP] } : each
  })
}
