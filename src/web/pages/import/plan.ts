import type { correctImport, listImports } from '../../../modules/imports/contract.ts'
import type { BodyOf, ReplyOf } from '../../client.ts'

export type ImportReply = ReplyOf<typeof correctImport>
export type ShownTable = ImportReply['tables'][number]
export type ShownRow = ShownTable['rows'][number]
export type Fate = ShownRow['fate']
export type ShownName = ImportReply['names'][number]
export type Corrections = BodyOf<typeof correctImport>['corrections']
export type TableCorrection = NonNullable<Corrections['tables']>[string]
export type ImportHead = ReplyOf<typeof listImports>['imports'][number]

export interface StoredFile {
  readonly hash: string
  readonly name: string
  readonly size: number
}

export const FATES = ['create', 'update', 'unchanged', 'skip', 'fault'] as const satisfies readonly Fate[]

/** The corrections with one table's own in place of what it said before. */
export function withTable(corrections: Corrections, key: string, table: TableCorrection): Corrections {
  return { ...corrections, tables: { ...corrections.tables, [key]: table } }
}

/** Corrections that take what was not recognised for the register that was asked for; null where nothing is left to say. */
export function takenFor({ tables, corrections }: ImportReply, register: string): Corrections | null {
  const unknown = tables.filter((table) => table.register === null && table.kind === 'unknown')
  if (unknown.length === 0 || tables.some((table) => table.register === register)) return null
  return { ...corrections, tables: Object.fromEntries(unknown.map(({ key }) => [key, { register }])) }
}
