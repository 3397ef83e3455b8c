import type { Extension } from '../../../web/kit/extension.ts'
import { LastReviewCell } from './LastReviewCell.tsx'

/** The list of suppliers tells of their newest review, wherever it was written down. */
export const extension: Extension = {
  lists: {},
  columns: {},
  cells: { 'supplier.lastReviewAt': LastReviewCell },
  inputs: {},
}
