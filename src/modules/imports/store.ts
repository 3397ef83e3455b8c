import { storableJson } from '../../kernel/json.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Context } from '../../platform/store/store.ts'
import type { Counts } from './contract.ts'
import type { Corrections, ImportPlan } from './domain/plan.ts'

export interface ImportedFile {
  readonly hash: string
  readonly name: string
}

export type ImportState = 'draft' | 'applied' | 'undone' | 'dropped'

/** What is kept of a plan: what was shown, and a digest of what it would do. The changes are worked out again when they are made. */
export interface KeptPlan extends Omit<ImportPlan, 'changes'> {
  readonly corrections: Corrections
  readonly counts: Counts
  readonly tableCounts: Readonly<Record<string, Counts>>
  readonly records: Readonly<Record<string, number>>
  /** SHA-256 of the changes and fates, ids of new records left out. */
  readonly digest: string
}

export interface ImportRow {
  readonly id: string
  readonly files: readonly ImportedFile[]
  readonly plan: KeptPlan
  readonly state: ImportState
  readonly createdAt: string
  readonly appliedAt: string | null
  readonly undoneAt: string | null
}

/** INVARIANT: both jsonb columns are written by this file alone, so pg's reading of them has these types. */
const COLUMNS = `id, files, plan, state, created_at as "createdAt", applied_at as "appliedAt", undone_at as "undoneAt"`
/** A page of the list; older ones are in the ledger. */
const MOST = 100

export async function insertImport(ctx: Context, row: Pick<ImportRow, 'id' | 'files' | 'plan'>): Promise<ImportRow> {
  await ctx.tx.query(
    `insert into import (organisation, id, files, plan, state, created_by, created_at) values ($1, $2, $3, $4, 'draft', $5, $6)`,
    [ctx.organisation, row.id, storableJson(row.files), storableJson(row.plan), ctx.actor.id, ctx.now().toISOString()],
  )
  return getImport(ctx, row.id)
}

export async function setPlan(ctx: Context, id: string, plan: KeptPlan): Promise<ImportRow> {
  await ctx.tx.query('update import set plan = $3 where organisation = $1 and id = $2', [
    ctx.organisation,
    id,
    storableJson(plan),
  ])
  return getImport(ctx, id)
}

export async function setState(ctx: Context, id: string, state: ImportState): Promise<ImportRow> {
  const now = ctx.now().toISOString()
  await ctx.tx.query(
    `update import set state = $3, applied_at = case when $3 = 'applied' then $4 else applied_at end,
       undone_at = case when $3 = 'undone' then $4 else undone_at end where organisation = $1 and id = $2`,
    [ctx.organisation, id, state, now],
  )
  return getImport(ctx, id)
}

/** Throws not_found. */
export async function getImport(ctx: Context, id: string): Promise<ImportRow> {
  return one(ctx, `select ${COLUMNS} from import where organisation = $1 and id = $2`, id)
}

/** The same, held until the transaction ends, so that an import is applied once. */
export async function lockImport(ctx: Context, id: string): Promise<ImportRow> {
  return one(ctx, `select ${COLUMNS} from import where organisation = $1 and id = $2 for update`, id)
}

async function one(ctx: Context, text: string, id: string): Promise<ImportRow> {
  const { rows } = await ctx.tx.query<ImportRow>(text, [ctx.organisation, id])
  if (rows[0] === undefined) throw new Refusal('not_found', 'import.unknown')
  return rows[0]
}

export async function listRows(ctx: Context): Promise<readonly ImportRow[]> {
  const { rows } = await ctx.tx.query<ImportRow>(
    `select ${COLUMNS} from import where organisation = $1 and state <> 'dropped' order by created_at desc, id limit ${MOST}`,
    [ctx.organisation],
  )
  return rows
}
