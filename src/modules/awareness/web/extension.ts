import type { Extension } from '../../../web/kit/extension.ts'
import { RoundBeside } from '../../../web/pages/lessons/RoundBeside.tsx'

/** Beside a round stands who has done it. */
export const extension: Extension = {
  lists: {},
  columns: {},
  cells: {},
  inputs: {},
  beside: { awareness_round: RoundBeside },
}
