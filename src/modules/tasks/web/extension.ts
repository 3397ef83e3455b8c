import type { Extension } from '../../../web/kit/extension.ts'
import { WorkBeside } from '../../../web/pages/recurring/WorkBeside.tsx'

/** Beside recurring work stands which of its days waits, and the way to say what became of it. */
export const extension: Extension = {
  lists: {},
  columns: {},
  cells: {},
  inputs: {},
  beside: { recurring_task: WorkBeside },
}
