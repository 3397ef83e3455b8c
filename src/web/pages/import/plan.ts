import type { Fate, PlannedName, PlannedTable, PlanNotice, RowRemark } from '../../../modules/imports/domain/plan.ts'

export type { Corrections, TableCorrection } from '../../../modules/imports/domain/plan.ts'
export type { Fate, PlannedName }

/** A remark or notice with its words in the reader's language. */
type Worded<Remark> = Remark & { readonly message: string }

export interface WordedRow {
  readonly row: number
  readonly fate: Fate
  readonly title: string
  readonly faults: readonly Worded<RowRemark>[]
  readonly remarks: readonly Worded<RowRemark>[]
}

export type WordedTable = Omit<PlannedTable, 'rows'> & { readonly rows: readonly WordedRow[] }

export interface PlanReply {
  readonly tables: readonly WordedTable[]
  readonly names: readonly PlannedName[]
  readonly notices: readonly Worded<PlanNotice>[]
  readonly counts: Readonly<Record<Fate, number>>
}

export interface UploadedFile {
  readonly hash: string
  readonly name: string
  readonly size: number
}

export interface PastImport {
  readonly id: string
  readonly at: string
  readonly actor: { readonly name: string }
  readonly files: readonly string[]
  readonly created: number
  readonly updated: number
  readonly undone: string | null
  readonly canUndo: boolean
}

export const FATES = ['create', 'update', 'unchanged', 'skip', 'fault'] as const satisfies readonly Fate[]
