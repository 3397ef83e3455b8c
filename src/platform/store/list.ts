import type { AnyRecord } from '../../kernel/isms.ts'
import { storable } from '../../kernel/json.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Register } from '../../kernel/register.ts'
import { isDate } from '../../kernel/schema.ts'
import { searchWords } from './columns.ts'
import { conditionOf, type Filter, type Operand, operandOf } from './filter.ts'
import { type Fragment, run, sql } from './query.ts'
import { type RecordRow, toRecord } from './row.ts'
import type { Context } from './store.ts'

export interface ListQuery {
  readonly q?: string | undefined
  readonly filters?: readonly Filter[] | undefined
  readonly sort?: { readonly field: string; readonly isDescending: boolean } | undefined
  readonly limit?: number | undefined
  /** Where the page before this one ended, as its `next` said. */
  readonly after?: string | undefined
}

export interface Page {
  readonly rows: readonly AnyRecord[]
  readonly next: string | null
  readonly total: number
  /** How many there are in each state, whatever the filter on state says. */
  readonly states: Readonly<Record<string, number>>
}

const DEFAULT_LIMIT = 100
/** A page beyond this is an export: it would hold up the process that sends it. */
const MOST = 1_000

/**
 * One page of a register as it stands now. The register is gone over once: what is found is kept with no more of it than
 * the counts and the order need, and only the rows of the page are read as a whole.
 */
export async function list(ctx: Context, register: Register, query: ListQuery): Promise<Page> {
  const limit = Math.min(query.limit ?? DEFAULT_LIMIT, MOST)
  const conditions = conditionsOf(ctx, register, query)
  const order = orderOf(register, query)
  const found = await run<PageRow>(
    ctx,
    sql`with found as materialized (
          select record.id, record.ordinal, record.state, record.ended, ${order.key} as key
          from record where ${all(conditions.withoutState)}
        ), page as (
          select record.id, record.ordinal, record.key from found record
          where ${all([...conditions.onState, ...afterOf(query, order)])} order by ${order.by} limit ${limit + 1}
        ), counts as (
          select coalesce(jsonb_object_agg(state, count), '{}') as counts
          from (select state, count(*) as count from found group by state) each_state
        )
        select counts, whole.id, whole.register, whole.number, whole.state, whole.title, whole.version, whole.sequence, whole.recorded_at,
          whole.valid_from, whole.data, record.key::text as sort_key
        from counts left join page record on true left join record whole on whole.organisation = ${ctx.organisation} and whole.id = record.id
        order by ${order.by}`,
  )
  const page = found.filter(isRecord)
  const rows = page.slice(0, limit)
  const last = rows.at(-1)
  const counts = found[0]?.counts ?? {}
  return {
    rows: rows.map((row) => toRecord(row, ctx.registry)),
    next: page.length > limit && last !== undefined ? cursorOf(last.sort_key, last.number) : null,
    total: Object.entries(counts).reduce((sum, [state, count]) => (conditions.counts(state) ? sum + count : sum), 0),
    states: counts,
  }
}

/** The counts stand on every row; where the page is empty they stand alone. */
type PageRow = { readonly counts: Readonly<Record<string, number>>; readonly sort_key: string | null } & (
  | RecordRow
  | { readonly id: null }
)

function isRecord(row: PageRow): row is PageRow & RecordRow {
  return row.id !== null
}

/** Every record that the query finds, in order of number: for exports. */
export async function listAll(ctx: Context, register: Register, query: ListQuery): Promise<readonly AnyRecord[]> {
  const { withoutState, onState } = conditionsOf(ctx, register, query)
  const rows = await run<RecordRow>(
    ctx,
    sql`select record.* from record where ${all([...withoutState, ...onState])} order by record.ordinal`,
  )
  return rows.map((row) => toRecord(row, ctx.registry))
}

interface Conditions {
  readonly withoutState: readonly Fragment[]
  readonly onState: readonly Fragment[]
  readonly counts: (state: string) => boolean
}

function conditionsOf(ctx: Context, register: Register, query: ListQuery): Conditions {
  const filters = query.filters ?? []
  const onState = filters.filter(({ field }) => field === 'state')
  const base = [sql`record.organisation = ${ctx.organisation}`, sql`record.register = ${register.name}`]
  const others = filters
    .filter(({ field }) => field !== 'state')
    .map((filter) => conditionOf(register, mine(ctx, filter)))
  const words = searchOf(query.q)
  const withoutState = [...base, ...others, ...words]
  const ofState = onState.length > 0 ? onState.map((filter) => conditionOf(register, filter)) : [sql`not record.ended`]
  const isEnded = (name: string): boolean => register.states.ended.includes(name)
  return {
    withoutState,
    onState: ofState,
    counts: (name) =>
      onState.length === 0
        ? !isEnded(name)
        : onState.every(({ values }) => values.includes('*') || values.includes(name)),
  }
}

/** `owner:in:me` is whoever asks. */
function mine(ctx: Context, filter: Filter): Filter {
  return { ...filter, values: filter.values.map((value) => (value === 'me' ? (ctx.actor.person ?? '') : value)) }
}

/** Every word must begin some word of the record. */
export function searchOf(q: string | undefined): readonly Fragment[] {
  const words = searchWords(q ?? '')
  if (words.length === 0) return []
  return [sql`record.search @@ to_tsquery('simple', ${words.map((word) => `${word}:*`).join(' & ')})`]
}

function all(conditions: readonly Fragment[]): Fragment {
  return sql.join([...conditions], sql` and `)
}

interface Order {
  /** What is sorted by, in a row of the table. */
  readonly key: Fragment
  /** The order of what was found. */
  readonly by: Fragment
  readonly isDescending: boolean
  /** Whether the database would take this text, which a cursor brings back, for a key. */
  readonly takes: (key: string) => boolean
}

/** By the value, nulls last, and by number where values are equal: the order is total, so a cursor can go on from it. */
function orderOf(register: Register, query: ListQuery): Order {
  const isDescending = query.sort?.isDescending ?? false
  const operand = operandOf(register, query.sort?.field ?? 'number')
  const key =
    operand.isReference && !operand.isMany
      ? titleOfTarget(operand.value)
      : operand.isMany
        ? sql`(${operand.value})::text`
        : operand.value
  const direction = isDescending ? sql`desc` : sql`asc`
  const takes = operand.isMany || operand.isReference ? isStorable : TAKES[operand.kind]
  return { key, isDescending, takes, by: sql`record.key ${direction} nulls last, record.ordinal ${direction}` }
}

const isStorable = (key: string): boolean => storable(key) === key

/** Dates of a register are text; the day of the record itself is a date, and is the only one that could be refused. */
const TAKES: Readonly<Record<Operand['kind'], (key: string) => boolean>> = {
  text: isStorable,
  boolean: isStorable,
  number: (key) => /^-?\d+(\.\d+)?$/.test(key),
  date: isDate,
  instant: (key) => !Number.isNaN(Date.parse(key)),
}

/** INVARIANT: the id is made a uuid, never the key a text: else every row reads the whole table for its target. */
function titleOfTarget(id: Fragment): Fragment {
  return sql`(select target.title from record target where target.organisation = record.organisation and target.id = (${id})::text::uuid)`
}

function afterOf(query: ListQuery, { isDescending, takes }: Order): readonly Fragment[] {
  if (query.after === undefined) return []
  const { key, ordinal } = readCursor(query.after)
  if (key !== null && !takes(key)) throw new Refusal('invalid', 'list.bad-cursor')
  const beyond = isDescending ? sql`<` : sql`>`
  if (key === null) return [sql`record.key is null and record.ordinal ${beyond} ${ordinal}`]
  return [
    sql`(record.key is null or record.key ${beyond} ${key} or (record.key = ${key} and record.ordinal ${beyond} ${ordinal}))`,
  ]
}

function isOrdinal(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 2 ** 31
}

function cursorOf(key: string | null, number: string): string {
  return Buffer.from(JSON.stringify([key, Number(number.slice(number.lastIndexOf('-') + 1))])).toString('base64url')
}

function readCursor(cursor: string): { readonly key: string | null; readonly ordinal: number } {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (!Array.isArray(parsed)) throw new Error('cannot read a cursor that is no list')
    const [key, ordinal]: unknown[] = parsed
    if ((key !== null && typeof key !== 'string') || !isOrdinal(ordinal)) throw new Error('cannot read the cursor')
    return { key, ordinal }
  } catch (error) {
    throw new Refusal('invalid', 'list.bad-cursor', { values: { cause: error instanceof Error ? error.message : '' } })
  }
}
