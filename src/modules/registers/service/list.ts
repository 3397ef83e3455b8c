import type { AnyRecord, AsOfMode, Isms } from '../../../kernel/isms.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { CalendarDate, RecordId, Register } from '../../../kernel/register.ts'
import type { Filter } from '../../../platform/store/filter.ts'
import { type ListQuery, list, listAll } from '../../../platform/store/list.ts'
import { type Found, search, type Title, titles } from '../../../platform/store/read.ts'
import { fieldsOf } from '../../../platform/store/row.ts'
import { stateAt } from '../../../platform/store/state.ts'
import type { Context } from '../../../platform/store/store.ts'
import type { ListAsked } from '../contract.ts'
import { mayDo } from '../domain.ts'
import { dayBack, readable, readsOwnOnly } from './access.ts'
import { finds, passes, sorted, titleThen } from './past.ts'
import { filterIn, sortIn } from './query.ts'

export interface Listed {
  readonly rows: AnyRecord[]
  readonly next: string | null
  readonly total: number
  readonly titles: Readonly<Record<string, Title>>
  readonly can: { readonly create: boolean }
  readonly states: Record<string, number>
}

const DEFAULT_LIMIT = 100

/** A page of a register, now or on a past day. Who may read only what is his sees only that. */
export async function listRecords(ctx: Context, name: string, asked: ListAsked): Promise<Listed> {
  const register = ctx.registry.get(name)
  const query = queryOf(ctx, register, asked)
  const day = dayBack(ctx, asked)
  if (day !== null) return listThen(ctx, register, { query, isms: await stateAt(ctx, day, asked.mode) })
  const page = await list(ctx, register, query)
  const isFull = register.single && Object.values(page.states).some((count) => count > 0)
  return {
    ...page,
    rows: [...page.rows],
    states: { ...page.states },
    titles: await titles(ctx, idsIn(ctx, page.rows)),
    can: { create: !isFull && mayDo(ctx.actor, 'create', register, null).ok },
  }
}

/** Everything that the query finds, for an export. */
export async function allRecords(ctx: Context, name: string, asked: ListAsked): Promise<readonly AnyRecord[]> {
  const register = ctx.registry.get(name)
  const query = queryOf(ctx, register, asked)
  const day = dayBack(ctx, asked)
  if (day === null) return await listAll(ctx, register, query)
  return foundThen(ctx, register, { query, isms: await stateAt(ctx, day, asked.mode) })
}

function queryOf(ctx: Context, register: Register, asked: ListAsked): ListQuery {
  const filters = asked.filter.map((text) => {
    const filter = filterIn(text)
    if (filter === null) throw new Refusal('invalid', 'list.bad-filter', { values: { filter: text } })
    return filter
  })
  const own: readonly Filter[] =
    readsOwnOnly(ctx, register) && register.owner !== null
      ? [{ field: register.owner, operator: 'in', values: [ctx.actor.person ?? ''] }]
      : []
  const { q, limit, after, sort } = asked
  return { q, limit, after, filters: [...filters, ...own], ...(sort === undefined ? {} : { sort: sortIn(sort) }) }
}

interface Past {
  readonly query: ListQuery
  readonly isms: Isms
}

function listThen(ctx: Context, register: Register, past: Past): Listed {
  const { query, isms } = past
  const found = foundThen(ctx, register, past)
  const from = Number(query.after ?? 0)
  if (!Number.isSafeInteger(from) || from < 0) throw new Refusal('invalid', 'list.bad-cursor')
  const to = from + (query.limit ?? DEFAULT_LIMIT)
  const rows = found.slice(from, to)
  const states: Record<string, number> = {}
  const withoutState = (query.filters ?? []).filter(({ field }) => field !== 'state')
  const anyState = { query: { ...query, filters: [...withoutState, ANY_STATE] }, isms }
  for (const { state } of foundThen(ctx, register, anyState)) states[state] = (states[state] ?? 0) + 1
  return {
    rows,
    next: to < found.length ? String(to) : null,
    total: found.length,
    titles: titlesThen(ctx, isms, idsIn(ctx, rows)),
    can: { create: false },
    states,
  }
}

const ANY_STATE: Filter = { field: 'state', operator: 'in', values: ['*'] }

function foundThen(ctx: Context, register: Register, { query, isms }: Past): AnyRecord[] {
  const filters = (query.filters ?? []).map((filter) => ({
    ...filter,
    values: filter.values.map((value) => (value === 'me' ? (ctx.actor.person ?? '') : value)),
  }))
  const wantsState = filters.some(({ field }) => field === 'state')
  const records: readonly AnyRecord[] = isms.all(register)
  const found = records.filter(
    (record) =>
      (wantsState || !register.states.ended.includes(record.state)) &&
      filters.every((filter) => passes(record, filter)) &&
      finds(query.q ?? '', `${record.number} ${ctx.registry.searchText(register, valuesOf(register, record))}`),
  )
  const nameOf = (id: string): string | null => {
    const target = isms.any(id)
    return target === null ? null : titleThen(isms, ctx.registry, target)
  }
  return [...sorted(found, query.sort ?? { field: 'number', isDescending: false }, nameOf)]
}

function valuesOf(register: Register, record: AnyRecord): ReturnType<typeof fieldsOf> {
  return fieldsOf(record, Object.keys(register.fields))
}

/** Ids of all records that these records point at. */
export function idsIn(ctx: Context, records: readonly AnyRecord[]): readonly string[] {
  const ids = records.flatMap((record) => {
    const register = ctx.registry.get(record.register)
    return ctx.registry.references(register, valuesOf(register, record)).map(({ to }) => to)
  })
  return [...new Set(ids)]
}

export function titlesThen(ctx: Context, isms: Isms, ids: readonly string[]): Readonly<Record<string, Title>> {
  const named = ids.flatMap((id): [string, Title][] => {
    const record = isms.any(id)
    if (record === null) return []
    const { register, number, state } = record
    return [[id, { register, number, state, title: titleThen(isms, ctx.registry, record) }]]
  })
  return Object.fromEntries(named)
}

/** Names one record after another, as a reply tells of it; null where none is meant or there is none. */
export function namesThen(
  ctx: Context,
  isms: Isms,
): (id: RecordId | null) => { readonly id: RecordId; readonly title: string } | null {
  return (id) => {
    const record = isms.any(id)
    return record === null ? null : { id: record.id, title: titleThen(isms, ctx.registry, record) }
  }
}

/** Records of the registers that the actor may read as a whole. */
export async function searchRecords(
  ctx: Context,
  asked: { readonly q: string; readonly register: readonly string[]; readonly limit: number },
): Promise<Found[]> {
  const registers = readable(ctx, asked.register).map(({ name }) => name)
  if (registers.length === 0) return []
  return [...(await search(ctx, { q: asked.q, registers, limit: asked.limit }))]
}

/** What records are called, now or then; only of registers that the actor may read as a whole. */
export async function nameRecords(
  ctx: Context,
  asked: { readonly id: readonly string[]; readonly at?: CalendarDate | undefined; readonly mode: AsOfMode },
): Promise<Readonly<Record<string, Title>>> {
  const day = dayBack(ctx, asked)
  const named =
    day === null ? await titles(ctx, asked.id) : titlesThen(ctx, await stateAt(ctx, day, asked.mode), asked.id)
  const names = readable(ctx).map(({ name }) => name)
  return Object.fromEntries(Object.entries(named).filter(([, { register }]) => names.includes(register)))
}
