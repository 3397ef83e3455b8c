import type { JsonObject } from '../../../kernel/json.ts'
import type { RecordId } from '../../../kernel/register.ts'
import type { SheetNotice } from '../../../kernel/sheet.ts'

/** Something to tell about a cell or a row; `fault.` and `faultCode` is the key of its words. */
export interface RowRemark {
  readonly code: string
  /** Column as Excel counts it; null where it is about the whole row. */
  readonly column: number | null
  readonly values: Readonly<Record<string, string | number>>
}

/** What the code of a remark is called among all faults: those of declarations have words of their own already. */
export function faultCode({ code }: Pick<RowRemark, 'code'>): string {
  return code.startsWith('field.') ? code : `import.${code}`
}

export type Fate = 'create' | 'update' | 'unchanged' | 'skip' | 'fault'

/** What will become of one row. */
export interface RowFate {
  readonly row: number
  readonly fate: Fate
  readonly title: string
  /** Why it is left out, or what stands in the way. */
  readonly faults: readonly RowRemark[]
  /** What was read otherwise than it stands, or could not be read and is left empty. */
  readonly remarks: readonly RowRemark[]
}

/** One column of a table: what it was taken for. `target` null is left out; `why` says so where that needs a reason. */
export interface PlannedColumn {
  readonly column: number
  readonly header: string
  readonly target: string | null
  /** How sure that is: 1 by name, less by likeness. */
  readonly confidence: number
  readonly why: string | null
  readonly samples: readonly string[]
}

export interface PlannedTable {
  /** Stays the same however the file is read: file, sheet and row of the header. */
  readonly key: string
  readonly file: string
  readonly sheet: string
  readonly isHidden: boolean
  readonly headerRow: number
  /** `table` is a register as exported, `recognised` was found by its headers, `chosen` by a person. */
  readonly kind: 'table' | 'recognised' | 'chosen' | 'unknown'
  readonly register: string | null
  readonly confidence: number
  readonly columns: readonly PlannedColumn[]
  /** What the columns may be taken for. */
  readonly targets: readonly string[]
  readonly rows: readonly RowFate[]
}

/** A change that the plan will make; ids of new records are made beforehand, so that changes can point at each other. */
export interface PlannedChange {
  readonly register: string
  readonly act: 'create' | 'update'
  readonly id: RecordId
  readonly version?: number
  readonly state?: string
  readonly set: JsonObject
}

/** A name in the files, and what it is taken for. */
export interface PlannedName {
  readonly name: string
  readonly as: 'person' | 'role' | 'stated'
  /** The record of that name, if there is one already. */
  readonly existing: RecordId | null
  readonly count: number
}

export interface PlanNotice extends SheetNotice {
  readonly file: string
  readonly values: Readonly<Record<string, string | number>>
}

export interface ImportPlan {
  readonly tables: readonly PlannedTable[]
  readonly names: readonly PlannedName[]
  readonly notices: readonly PlanNotice[]
  readonly changes: readonly PlannedChange[]
}

/** What a person changed about the plan. */
export interface Corrections {
  readonly tables: Readonly<Record<string, TableCorrection>>
  readonly names: Readonly<Record<string, PlannedName['as']>>
}

export interface TableCorrection {
  /** Another register, or null to leave the table out. */
  readonly register?: string | null
  /** Target per column number; null leaves the column out. */
  readonly columns?: Readonly<Record<string, string | null>>
  /** Rows that are left out. */
  readonly leaveOut?: readonly number[]
}

export const NO_CORRECTIONS: Corrections = { tables: {}, names: {} }
