import type { AnyRecord } from '../../../kernel/isms.ts'
import type { JsonObject } from '../../../kernel/json.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { CalendarDate, Register } from '../../../kernel/register.ts'
import type { Visit } from '../../../platform/http/bind.ts'
import { type ChangeInput, change, changeAll } from '../../../platform/store/change.ts'
import { dropDraft } from '../../../platform/store/drafts.ts'
import { erase } from '../../../platform/store/erase.ts'
import { list } from '../../../platform/store/list.ts'
import { entries, find, titles } from '../../../platform/store/read.ts'
import type { Context } from '../../../platform/store/store.ts'
import type { RecordReply } from '../contract.ts'
import { verbOf } from '../domain.ts'
import { demand, demandRead } from './access.ts'
import { actorsOf } from './actors.ts'
import { idsIn } from './list.ts'
import { replyFor, type Which } from './record.ts'

export interface Changing {
  readonly set: JsonObject
  readonly validFrom?: CalendarDate | undefined
  readonly reason?: string | null | undefined
}

export async function createRecord(ctx: Context, visit: Visit, name: string, asked: Changing): Promise<RecordReply> {
  const register = ctx.registry.get(name)
  demand(ctx, 'create', register, null)
  refuseSetFields(register, asked.set, [])
  if (register.single) await refuseSecond(ctx, register)
  const record = await change(ctx, { register: name, act: 'create', ...given(asked) })
  await dropDraft(ctx, { account: visit.account.id, register: name, record: 'new' })
  return await replyFor(ctx, visit, record)
}

async function refuseSecond(ctx: Context, register: Register): Promise<void> {
  const { rows } = await list(ctx, register, { filters: [{ field: 'state', operator: 'in', values: ['*'] }], limit: 1 })
  if (rows.length > 0) throw new Refusal('conflict', 'record.single')
}

export async function updateRecord(
  ctx: Context,
  visit: Visit,
  which: Which,
  asked: Changing & { readonly version: number },
): Promise<RecordReply> {
  const input = { register: which.register, id: which.id, act: 'update', version: asked.version, ...given(asked) }
  return await changed(ctx, visit, input)
}

export async function actOnRecord(
  ctx: Context,
  visit: Visit,
  which: Which & { readonly act: string },
  asked: Omit<Changing, 'set'> & { readonly set?: JsonObject | undefined; readonly version: number },
): Promise<RecordReply> {
  const set = asked.set ?? {}
  const input = {
    register: which.register,
    id: which.id,
    act: which.act,
    version: asked.version,
    ...given({ ...asked, set }),
  }
  return await changed(ctx, visit, input)
}

/** One change by somebody: permission first, then the store, then what he was typing is done with. */
async function changed(ctx: Context, visit: Visit, input: ChangeInput & Which): Promise<RecordReply> {
  await permit(ctx, input)
  const record = await change(ctx, input).catch(async (error: unknown) => {
    throw await withBothVersions(ctx, visit, error)
  })
  await dropDraft(ctx, { account: visit.account.id, register: input.register, record: record.id })
  return await replyFor(ctx, visit, record)
}

/** Whether the actor may do this to this record. Throws not_found, forbidden or invalid. */
async function permit(ctx: Context, input: ChangeInput & Which): Promise<void> {
  const register = ctx.registry.get(input.register)
  const record = demandRead(ctx, register, await find(ctx, input.id))
  if (input.act === 'update') {
    demand(ctx, 'update', register, record)
    if (register.states.ended.includes(record.state)) throw new Refusal('conflict', 'record.ended')
    refuseSetFields(register, input.set ?? {}, [])
    return
  }
  const step = Object.hasOwn(register.states.transitions, input.act)
    ? register.states.transitions[input.act]
    : undefined
  if (step === undefined) throw new Refusal('not_found', 'record.unknown-act', { values: { act: input.act } })
  demand(ctx, verbOf(register, step), register, record)
  const unasked = Object.keys(input.set ?? {}).filter((name) => !step.asks.includes(name))
  if (unasked.length > 0) {
    throw new Refusal('invalid', 'record.invalid', {
      faults: unasked.map((path) => ({ path, code: 'field.not-asked' })),
    })
  }
}

/** Fields that a transition or a service fills are not written by hand. */
function refuseSetFields(register: Register, set: JsonObject, asked: readonly string[]): void {
  const faults = Object.keys(set)
    .filter((name) => register.fields[name]?.isSet === true && !asked.includes(name))
    .map((path) => ({ path, code: 'field.set-elsewhere' }))
  if (faults.length > 0) throw new Refusal('invalid', 'record.invalid', { faults })
}

function given({ set, validFrom, reason }: Changing): Pick<ChangeInput, 'set' | 'validFrom' | 'reason'> {
  return {
    set,
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(reason === undefined ? {} : { reason }),
  }
}

/** A stale save is answered with the record as it is now, and by whom and why, so that nothing typed is lost. */
async function withBothVersions(ctx: Context, visit: Visit, error: unknown): Promise<unknown> {
  if (!(error instanceof Refusal) || error.code !== 'record.stale') return error
  const current = currentIn(error.details.attached)
  const record = current === null ? null : await find(ctx, current)
  if (record === null) return error
  const [entry] = await entries(ctx, { before: record.sequence + 1, limit: 1 })
  const actors = await actorsOf(visit, entry === undefined ? [] : [entry])
  return new Refusal(error.kind, error.code, {
    ...error.details,
    attached: {
      record,
      titles: await titles(ctx, idsIn(ctx, [record])),
      actor: entry === undefined ? null : { name: actors(entry).name },
      reason: entry?.reason ?? null,
    },
  })
}

function currentIn(attached: unknown): string | null {
  if (typeof attached !== 'object' || attached === null || !('current' in attached)) return null
  const { current } = attached
  return typeof current === 'object' && current !== null && 'id' in current && typeof current.id === 'string'
    ? current.id
    : null
}

export interface Bulk {
  readonly records: readonly { readonly id: string; readonly version: number }[]
  readonly set: JsonObject
  readonly act?: string | undefined
  readonly reason?: string | null | undefined
}

/**
 * The same change to many records; those that are refused are named and left as they are. INVARIANT: all are written at
 * once, or the head of the ledger stays locked from the first to the last and nobody else can save.
 */
export async function changeMany(
  ctx: Context,
  visit: Visit,
  name: string,
  { records, set, act = 'update', reason }: Bulk,
): Promise<{ changed: number; refused: { id: string; code: string; message: string }[] }> {
  const versions = new Map(records.map(({ id, version }) => [id, version]))
  const asked = [...versions].map(([id, version]) => ({ register: name, id, act, version, ...given({ set, reason }) }))
  if ((await attempt(ctx, asked, 'kept')) === null) return { changed: asked.length, refused: [] }
  const refused = new Map<string, Refusal>()
  for (const input of asked) {
    const refusal = await attempt(ctx, [input], 'undone')
    if (refusal !== null) refused.set(input.id, refusal)
  }
  const allowed = asked.filter(({ id }) => !refused.has(id))
  await changeAll(ctx, allowed)
  return {
    changed: allowed.length,
    refused: [...refused].map(([id, { code, details }]) => {
      return { id, code, message: visit.words(`refusal.${code}`, details.values) }
    }),
  }
}

/** Changes inside a savepoint: undone where one is refused, and where it was only to be seen whether one would be. */
async function attempt(
  ctx: Context,
  inputs: readonly (ChangeInput & Which)[],
  outcome: 'kept' | 'undone',
): Promise<Refusal | null> {
  await ctx.tx.query('savepoint attempt')
  try {
    for (const input of inputs) await permit(ctx, input)
    await changeAll(ctx, inputs)
    await ctx.tx.query(outcome === 'kept' ? 'release savepoint attempt' : 'rollback to savepoint attempt')
    return null
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await ctx.tx.query('rollback to savepoint attempt')
    return error
  }
}

export async function eraseRecord(
  ctx: Context,
  which: Which,
  asked: { readonly version: number; readonly reason: string },
): Promise<AnyRecord> {
  const found = await find(ctx, which.id)
  if (found?.register !== which.register) throw new Refusal('not_found', 'record.unknown')
  return await erase(ctx, { ...which, ...asked })
}
