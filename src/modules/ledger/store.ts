import { ENTRY_COLUMNS, type Entry, type EntryRow, toEntry } from '../../platform/store/entry.ts'
import type { Context } from '../../platform/store/store.ts'

/** Which entries are asked for; null and an empty list of people narrow nothing. */
export interface EntryQuery {
  readonly registers: readonly string[]
  readonly people: readonly string[]
  readonly record: string | null
  /** Instants, both included. */
  readonly from: string | null
  readonly until: string | null
  /** Sequences below this one. */
  readonly before: number | null
  readonly limit: number
}

/** Newest first. */
export async function entriesOf(ctx: Context, query: EntryQuery): Promise<readonly Entry[]> {
  const { rows } = await ctx.tx.query<EntryRow>(
    `select ${ENTRY_COLUMNS} from ledger_entry where organisation = $1 and register = any($2)
       and ($3::uuid[] is null or actor = any($3)) and ($4::uuid is null or record = $4)
       and ($5::timestamptz is null or recorded_at >= $5) and ($6::timestamptz is null or recorded_at <= $6)
       and ($7::bigint is null or sequence < $7)
     order by sequence desc limit $8`,
    [
      ctx.organisation,
      query.registers,
      query.people.length === 0 ? null : query.people,
      query.record,
      query.from,
      query.until,
      query.before,
      query.limit,
    ],
  )
  return rows.map(toEntry)
}
