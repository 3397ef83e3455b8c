import type { AnyRecord } from '../../kernel/isms.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Register } from '../../kernel/register.ts'
import { conditionOf, type Filter, operandOf } from './filter.ts'
import { type Fragment, run, sql } from './query.ts'
import { type RecordRow, toRecord } from './row.ts'
import type { Context } from './store.ts'
import { searchWords } from './write.ts'

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

/** One page of a register as it stands now. */
export async function list(ctx: Context, register: Register, query: ListQuery): Promise<Page> {
  const limit = Math.min(query.limit ?? DEFAULT_LIMIT, MOST)
  const conditions = conditionsOf(ctx, register, query)
  const order = orderOf(register, query)
  const page = await run<RecordRow & { readonly sort_key: string | null }>(
    ctx,
    sql`select record.id, record.register, record.number, record.state, record.title, record.version, record.sequence,
          record.recorded_at, record.valid_from, record.data, (${order.key})::text as sort_key
        from record where ${all([...conditions.all, ...afterOf(query, order)])}
        order by ${order.by} limit ${limit + 1}`,
  )
  const rows = page.slice(0, limit)
  const last = rows.at(-1)
  const counts = await countStates(ctx, conditions.withoutState)
  return {
    rows: rows.map(toRecord),
    next: page.length > limit && last !== undefined ? cursorOf(last.sort_key, last.number) : null,
    total: counts.filter(({ state }) => conditions.counts(state)).reduce((sum, { count }) => sum + count, 0),
    states: Object.fromEntries(counts.map(({ state, count }) => [state, count])),
  }
}

/** Every record that the query finds, in order of number: for exports. */
export async function listAll(ctx: Context, register: Register, query: ListQuery): Promise<readonly AnyRecord[]> {
  const rows = await run<RecordRow>(
    ctx,
    sql`select record.* from record where ${all(conditionsOf(ctx, register, query).all)} order by record.ordinal`,
  )
  return rows.map(toRecord)
}

interface Conditions {
  readonly all: readonly Fragment[]
  readonly withoutState: readonly Fragment[]
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
  const state = onState.length > 0 ? onState.map((filter) => conditionOf(register, filter)) : [sql`not record.ended`]
  const isEnded = (name: string): boolean => register.states.ended.includes(name)
  return {
    all: [...withoutState, ...state],
    withoutState,
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

async function countStates(
  ctx: Context,
  conditions: readonly Fragment[],
): Promise<readonly { readonly state: string; readonly count: number }[]> {
  return run(ctx, sql`select state, count(*) as count from record where ${all(conditions)} group by state`)
}

function all(conditions: readonly Fragment[]): Fragment {
  return sql.join([...conditions], sql` and `)
}

interface Order {
  readonly key: Fragment
  readonly by: Fragment
  readonly isDescending: boolean
}

/** By the value, nulls last, and by number where values are equal: the order is total, so a cursor can go on from it. */
function orderOf(register: Register, query: ListQuery): Order {
  const field = query.sort?.field ?? 'number'
  const isDescending = query.sort?.isDescending ?? false
  const operand = operandOf(register, field)
  const key =
    operand.isReference && !operand.isMany
      ? titleOfTarget(operand.value)
      : operand.isMany
        ? sql`(${operand.value})::text`
        : operand.value
  const direction = isDescending ? sql`desc` : sql`asc`
  return { key, isDescending, by: sql`${key} ${direction} nulls last, record.ordinal ${direction}` }
}

function titleOfTarget(id: Fragment): Fragment {
  return sql`(select target.title from record target where target.organisation = record.organisation and target.id::text = (${id})::text)`
}

function afterOf(query: ListQuery, order: Order): readonly Fragment[] {
  if (query.after === undefined) return []
  const { key, ordinal } = readCursor(query.after)
  const beyond = order.isDescending ? sql`<` : sql`>`
  if (key === null) return [sql`(${order.key}) is null and record.ordinal ${beyond} ${ordinal}`]
  return [
    sql`((${order.key}) is null or (${order.key}) ${beyond} ${key}
      or ((${order.key}) = ${key} and record.ordinal ${beyond} ${ordinal}))`,
  ]
}

function cursorOf(key: string | null, number: string): string {
  return Buffer.from(JSON.stringify([key, Number(number.slice(number.lastIndexOf('-') + 1))])).toString('base64url')
}

function readCursor(cursor: string): { readonly key: string | null; readonly ordinal: number } {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (!Array.isArray(parsed)) throw new Error('cannot read a cursor that is no list')
    const [key, ordinal]: unknown[] = parsed
    if ((key !== null && typeof key !== 'string') || typeof ordinal !== 'number')
      throw new Error('cannot read the cursor')
    return { key, ordinal }
  } catch (error) {
    throw new Refusal('invalid', 'list.bad-cursor', { values: { cause: error instanceof Error ? error.message : '' } })
  }
}
