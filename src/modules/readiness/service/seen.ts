import type { RecordId } from '../../../kernel/register.ts'
import type { Context } from '../../../platform/store/store.ts'
import type { ExpectedFinding, ObjectRef } from '../domain/answer.ts'
import type { Case } from '../domain/day.ts'
import { refOf } from '../domain/finding.ts'
import { MOST_SHOWN } from '../domain/forecast.ts'

/** One version of a record that was looked at, and the leaf of the ledger that fixes it. */
export interface SeenRecord extends ObjectRef {
  readonly version: number
  readonly hash: string | null
}

export type FindingSeen = Omit<ExpectedFinding, 'lookedAt'> & {
  readonly lookedAt: ExpectedFinding['lookedAt'] & { readonly records: readonly SeenRecord[] }
}

/** Records as they were looked at, with the hashes of their versions. */
export async function seenRecords(ctx: Context, about: Case, ids: readonly RecordId[]): Promise<readonly SeenRecord[]> {
  return (await seenOf(ctx, about, [ids]))(ids)
}

/** Adds to each finding the first of what it looked at. */
export async function withSeen(
  ctx: Context,
  about: Case,
  findings: readonly ExpectedFinding[],
): Promise<(finding: ExpectedFinding) => FindingSeen> {
  const first = ({ lookedAt }: ExpectedFinding) => lookedAt.ids.slice(0, MOST_SHOWN)
  const seen = await seenOf(ctx, about, findings.map(first))
  return (finding) => ({ ...finding, lookedAt: { ...finding.lookedAt, records: seen(first(finding)) } })
}

async function seenOf(
  ctx: Context,
  about: Case,
  lists: readonly (readonly RecordId[])[],
): Promise<(ids: readonly RecordId[]) => readonly SeenRecord[]> {
  const records = [...new Set(lists.flat())].map((id) => about.isms.any(id)).filter((record) => record !== null)
  const { rows } = await ctx.tx.query<{ sequence: number; leaf: Buffer }>(
    'select sequence, leaf from ledger_entry where organisation = $1 and sequence = any($2)',
    [ctx.organisation, records.map(({ sequence }) => sequence)],
  )
  const leaves = new Map(rows.map(({ sequence, leaf }) => [sequence, leaf.toString('hex')]))
  const seen = new Map(
    records.map((record) => [
      record.id,
      { ...refOf(about, record.id), version: record.version, hash: leaves.get(record.sequence) ?? null },
    ]),
  )
  return (ids) => ids.flatMap((id) => seen.get(id) ?? [])
}
