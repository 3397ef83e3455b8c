import type { Extension } from '../../../web/kit/extension.ts'
import { PlanRhythm } from '../../../web/pages/rhythm/PlanRhythm.tsx'

/** Whoever records that the certificate was granted is offered the year that follows, where he stands. */
export const extension: Extension = {
  lists: {},
  columns: {},
  cells: {},
  inputs: {},
  beside: { certificate: PlanRhythm },
}
