import { datesIn, endOfDay } from '../../kernel/calendar.ts'
import { type AnyRecord, type AsOfMode, type Isms, type IsmsState, ismsOf } from '../../kernel/isms.ts'
import type { CalendarDate, RecordId, Register } from '../../kernel/register.ts'
import { ordinalOf } from '../../kernel/shelf.ts'
import { blanksOf, recordOf, SNAPSHOT_COLUMNS, type SnapshotRow } from './entry.ts'
import { knownThen, newestUpTo, type Once, trueThen } from './past.ts'
import { RECORD_COLUMNS, type RecordRow, toRecord } from './row.ts'
import { eachRow } from './rows.ts'
import type { Context } from './store.ts'

/** What this process last read of each organisation. Owned by the store. */
export type States = Map<string, Kept>

/** The present, brought forward by the ledger's tail, and the past moments that were asked for last, the newest first. */
interface Kept {
  readonly present: IsmsState
  readonly pasts: readonly Past[]
}

interface Past {
  readonly moment: string
  readonly state: IsmsState
  /** The size of the ledger that it was told from. */
  readonly size: number
}

/** More organisations than this in one process are read anew: the least recently asked for goes first. */
const MOST_STATES = 20
/** A day and the one it is compared with. Each holds for itself only what changed since: at worst as much as the present. */
const MOST_PASTS = 2

/**
 * The registers of the organisation at the end of that local day, in either mode. A day from today on gives the
 * present state in mode `known`: nobody knows yet what will be entered.
 */
export async function stateAt(ctx: Context, at: CalendarDate, mode: AsOfMode): Promise<Isms> {
  if (mode === 'true') {
    return pastState(ctx, `true ${at}`, (records, size) => trueThen(ctx, records, { at, size }), null)
  }
  const sequence = await sequenceAt(ctx, at)
  return sequence === null ? presentState(ctx) : stateUpTo(ctx, sequence)
}

/**
 * The last entry recorded up to the end of that local day; null when that is the newest of all. Times never run back along
 * the ledger, so the last of the times is at the last of the entries.
 */
export async function sequenceAt(ctx: Context, at: CalendarDate): Promise<number | null> {
  if (at >= ctx.today()) return null
  const { rows } = await ctx.tx.query<{ last: number | null; size: number }>(
    `select (select sequence from ledger_entry where organisation = $1 and recorded_at <= $2
         order by recorded_at desc, sequence desc limit 1) as last,
       (select size from ledger_head where organisation = $1) as size`,
    [ctx.organisation, endOfDay(at, ctx.timeZone)],
  )
  const row = rows[0]
  if (row === undefined) return 0
  return row.last === row.size ? null : (row.last ?? 0)
}

/** The registers as they stood after an entry of the ledger: what a version that was frozen there refers to. */
export function stateUpTo(ctx: Context, sequence: number): Promise<IsmsState> {
  return pastState(ctx, `known ${sequence}`, (records) => knownThen(ctx, records, sequence), sequence)
}

/** The same of one register alone, as if the others were empty: whoever needs a hundred lines need not read everything. */
export async function registerUpTo(ctx: Context, register: Register, sequence: number): Promise<IsmsState> {
  const { rows } = await ctx.tx.query<{ id: RecordId }>(
    'select id from record where organisation = $1 and register = $2 order by id',
    [ctx.organisation, register.name],
  )
  const ids = rows.map(({ id }) => id)
  const found = await newestUpTo(ctx, ids, sequence)
  return ismsOf(sorted([...found.values()]), sequence)
}

/**
 * Tells each record of that moment from what it is now. INVARIANT: nothing changes without an entry, an erasure neither. So
 * what was told of a moment before holds still for every record without an entry since.
 */
async function pastState(
  ctx: Context,
  moment: string,
  toldOf: (records: readonly AnyRecord[], size: number) => Promise<Once>,
  sequence: number | null,
): Promise<IsmsState> {
  const present = await presentState(ctx)
  const size = present.sequence
  const kept = ctx.store.states.get(ctx.organisation)?.pasts.find((past) => past.moment === moment && past.size <= size)
  if (kept?.size === size) return kept.state
  const records = ctx.registry.registers.flatMap((register): readonly AnyRecord[] => present.all(register))
  const holds = (record: AnyRecord): boolean => kept !== undefined && record.sequence <= kept.size
  const once = await toldOf(
    records.filter((record) => !holds(record)),
    size,
  )
  const then: Once = (record) => (holds(record) ? (kept?.state.any(record.id) ?? undefined) : once(record))
  const last = sequence ?? records.reduce((most, record) => Math.max(most, then(record)?.sequence ?? 0), 0)
  const state = present.retold(then, last)
  if (ctx.written.entries === 0) keep(ctx, present, { moment, state, size })
  return state
}

/** The registers as they are now. Costs a look at the head when nothing changed since the last time. */
export async function presentState(ctx: Context): Promise<IsmsState> {
  const { rows } = await ctx.tx.query<{ size: number }>('select size from ledger_head where organisation = $1', [
    ctx.organisation,
  ])
  const size = rows[0]?.size ?? 0
  const cached = ctx.store.states.get(ctx.organisation)?.present
  if (cached?.sequence === size) return cached
  const isNear = cached !== undefined && cached.sequence < size
  const isms = isNear ? await broughtForward(ctx, cached, size) : ismsOf(sorted(await loadAll(ctx)), size)
  if (ctx.written.entries === 0) keep(ctx, isms, null)
  return isms
}

/** INVARIANT: only what is committed is kept. A transaction that wrote would leave its own rows here and then roll back. */
function keep(ctx: Context, present: IsmsState, past: Past | null): void {
  const { states } = ctx.store
  const before = states.get(ctx.organisation)?.pasts ?? []
  const others = before.filter(({ moment }) => moment !== past?.moment)
  states.delete(ctx.organisation)
  states.set(ctx.organisation, { present, pasts: past === null ? before : [past, ...others].slice(0, MOST_PASTS) })
  const oldest = states.keys().next()
  if (states.size > MOST_STATES && oldest.done !== true) states.delete(oldest.value)
}

async function loadAll(ctx: Context): Promise<readonly AnyRecord[]> {
  const records: AnyRecord[] = []
  await eachRow<RecordRow>(
    ctx,
    `select ${RECORD_COLUMNS} from record where organisation = $1`,
    [ctx.organisation],
    (row) => records.push(toRecord(row, ctx.registry)),
  )
  return records
}

async function broughtForward(ctx: Context, from: IsmsState, to: number): Promise<IsmsState> {
  const changed: AnyRecord[] = []
  const blanks = blanksOf(ctx.registry)
  await eachRow<SnapshotRow>(
    ctx,
    `select ${SNAPSHOT_COLUMNS} from ledger_entry where organisation = $1 and sequence > $2 and sequence <= $3 order by sequence`,
    [ctx.organisation, from.sequence, to],
    (row) => changed.push(recordOf(row, blanks(row.register))),
  )
  return from.after(changed, to)
}

/**
 * The state at the end of each local day on which something was entered, from one entry of the ledger to another, in
 * order. Each shares with the one before what did not change.
 */
export async function eachDay(
  ctx: Context,
  from: IsmsState,
  upTo: number,
  onDay: (day: CalendarDate, state: IsmsState) => void,
): Promise<void> {
  const blanks = blanksOf(ctx.registry)
  const dayOf = datesIn(ctx.timeZone)
  let state = from
  let day: CalendarDate | null = null
  let changed = new Map<string, AnyRecord>()
  const close = (sequence: number): void => {
    if (day === null) return
    state = state.after(changed.values(), sequence)
    changed = new Map()
    onDay(day, state)
  }
  let last = from.sequence
  await eachRow<SnapshotRow>(
    ctx,
    `select ${SNAPSHOT_COLUMNS} from ledger_entry where organisation = $1 and sequence > $2 and sequence <= $3 order by sequence`,
    [ctx.organisation, from.sequence, upTo],
    (row) => {
      const on = dayOf(row.recorded_at)
      if (on !== day) close(last)
      day = on
      last = row.sequence
      changed.set(row.record, recordOf(row, blanks(row.register)))
    },
  )
  close(last)
}

/** In order of number, whatever order the database found them in: the same state gives the same answer, byte for byte. */
function sorted(records: readonly AnyRecord[]): readonly AnyRecord[] {
  return records
    .map((record) => ({ record, ordinal: ordinalOf(record) }))
    .sort((a, b) =>
      a.record.register === b.record.register ? a.ordinal - b.ordinal : a.record.register < b.record.register ? -1 : 1,
    )
    .map(({ record }) => record)
}
