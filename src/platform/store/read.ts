import { endOfDay } from '../../kernel/calendar.ts'
import type { AnyRecord, AsOfMode } from '../../kernel/isms.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { CalendarDate } from '../../kernel/register.ts'
import { ENTRY_COLUMNS, type Entry, type EntryRow, toEntry } from './entry.ts'
import { searchOf } from './list.ts'
import { run, sql } from './query.ts'
import { RECORD_COLUMNS, type RecordRow, toRecord } from './row.ts'
import type { Context } from './store.ts'

/** What a link shows of the record that it points at. */
export interface Title {
  readonly register: string
  readonly number: string
  readonly title: string
  readonly state: string
}

/** The record as it is now, or null: also for one of another organisation. */
export async function find(ctx: Context, id: string): Promise<AnyRecord | null> {
  const { rows } = await ctx.tx.query<RecordRow>({
    name: 'find',
    text: `select ${RECORD_COLUMNS} from record where organisation = $1 and id = $2`,
    values: [ctx.organisation, id],
  })
  return rows[0] === undefined ? null : toRecord(rows[0], ctx.registry)
}

/** The record of that register. Throws not_found. */
export async function get(ctx: Context, register: string, id: string): Promise<AnyRecord> {
  const record = await find(ctx, id)
  if (record === null || record.register !== register) throw new Refusal('not_found', 'record.unknown')
  return record
}

/** What each id is called now. A record named by a reference (an assignment by its person) takes that one's name. */
export async function titles(ctx: Context, ids: readonly string[]): Promise<Readonly<Record<string, Title>>> {
  if (ids.length === 0) return {}
  const { rows } = await ctx.tx.query<Title & { readonly id: string }>({
    name: 'titles',
    text: `select record.id, record.register, record.number, record.state,
        case when record.title <> '' then record.title else coalesce((
          select string_agg(target.title, ' · ' order by target.register) from link
          join record target on target.organisation = link.organisation and target.id = link.target
          where link.organisation = record.organisation and link.source = record.id and target.title <> ''
        ), '') end as title
      from record where record.organisation = $1 and record.id = any($2)`,
    values: [ctx.organisation, [...new Set(ids)]],
  })
  return Object.fromEntries(rows.map(({ id, ...title }) => [id, title]))
}

/** What points at the record: by which field of which record. */
export async function incoming(
  ctx: Context,
  id: string,
): Promise<readonly { readonly register: string; readonly id: string; readonly field: string }[]> {
  const { rows } = await ctx.tx.query<{ register: string; id: string; field: string }>({
    name: 'incoming',
    text: `select record.register, record.id, link.path as field from link
      join record on record.organisation = link.organisation and record.id = link.source
      where link.organisation = $1 and link.target = $2 order by record.register, record.ordinal limit 500`,
    values: [ctx.organisation, id],
  })
  return rows
}

/** Every version of a record, newest first. */
export async function history(ctx: Context, id: string): Promise<readonly Entry[]> {
  const { rows } = await ctx.tx.query<EntryRow>(
    `select ${ENTRY_COLUMNS} from ledger_entry where organisation = $1 and record = $2 order by sequence desc`,
    [ctx.organisation, id],
  )
  return rows.map(toEntry)
}

/** The ledger, newest first: at most `limit` entries before `before`. */
export async function entries(
  ctx: Context,
  page: { readonly before?: number | undefined; readonly limit: number },
): Promise<readonly Entry[]> {
  const { rows } = await ctx.tx.query<EntryRow>(
    `select ${ENTRY_COLUMNS} from ledger_entry where organisation = $1 and ($2::bigint is null or sequence < $2)
     order by sequence desc limit $3`,
    [ctx.organisation, page.before ?? null, page.limit],
  )
  return rows.map(toEntry)
}

export interface Found extends Title {
  readonly id: string
}

/** Records of these registers (all where none is named) in which every word of `q` begins a word; those not ended first. */
export async function search(
  ctx: Context,
  query: { readonly q: string; readonly registers: readonly string[]; readonly limit: number },
): Promise<readonly Found[]> {
  const inRegisters = query.registers.length > 0 ? [sql`record.register = any(${[...query.registers]}::text[])`] : []
  const conditions = [sql`record.organisation = ${ctx.organisation}`, ...inRegisters, ...searchOf(query.q)]
  const rows = await run<{ id: string }>(
    ctx,
    sql`select record.id from record where ${sql.join(conditions, sql` and `)}
        order by record.ended, record.register, record.ordinal limit ${query.limit}`,
  )
  const named = await titles(
    ctx,
    rows.map(({ id }) => id),
  )
  return rows.flatMap(({ id }) => {
    const title = named[id]
    return title === undefined ? [] : [{ id, ...title }]
  })
}

/**
 * On which day each of these fields of these records last changed, up to a day, by what was known then or by what is
 * known now: what tells since when something is the matter where no date says so. Keys are `id field`; `id *` is the day
 * on which the record came to be.
 */
export async function lastFieldChanges(
  ctx: Context,
  ids: readonly string[],
  { at, mode }: { readonly at: CalendarDate; readonly mode: AsOfMode },
): Promise<ReadonlyMap<string, CalendarDate>> {
  const { rows } = await ctx.tx.query<{ record: string; valid_from: string; ordinary: string }>(
    `select record, valid_from, ordinary from ledger_entry where organisation = $1 and record = any($2) and valid_from <= $3
       and ($4::timestamptz is null or recorded_at <= $4) order by sequence`,
    [ctx.organisation, [...new Set(ids)], at, mode === 'known' ? endOfDay(at, ctx.timeZone) : null],
  )
  const changes = new Map<string, CalendarDate>()
  for (const { record, valid_from: day, ordinary } of rows) {
    if (!changes.has(`${record} *`)) changes.set(`${record} *`, day)
    const parsed: unknown = JSON.parse(ordinary)
    for (const field of changedIn(parsed)) changes.set(`${record} ${field}`, day)
  }
  return changes
}

function changedIn(body: unknown): readonly string[] {
  if (typeof body !== 'object' || body === null || !('changed' in body) || !Array.isArray(body.changed)) return []
  return body.changed.filter((name: unknown) => typeof name === 'string')
}
