import { datesIn, endOfDay } from '../../kernel/calendar.ts'
import { type AnyRecord, type AsOfMode, type Isms, type IsmsState, ismsOf } from '../../kernel/isms.ts'
import type { CalendarDate, Register } from '../../kernel/register.ts'
import { ordinalOf } from '../../kernel/shelf.ts'
import { type Blank, blankOf, fold, recordOf, SNAPSHOT_COLUMNS, type SnapshotRow } from './entry.ts'
import { RECORD_COLUMNS, type RecordRow, toRecord } from './row.ts'
import type { Context } from './store.ts'

/** The present state of each organisation as this process last read it; brought forward by the ledger's tail. Owned by the store. */
export type States = Map<string, IsmsState>

/** More organisations than this in one process are read anew: the least recently asked for goes first. */
const MOST_STATES = 20
/** Rows that travel at once: keeps memory flat while a million entries are folded, and lets other requests through in between. */
const FETCH = 2_000

/**
 * The registers of the organisation at the end of that local day, in either mode. A day from today on gives the
 * present state in mode `known`: nobody knows yet what will be entered.
 */
export async function stateAt(ctx: Context, at: CalendarDate, mode: AsOfMode): Promise<Isms> {
  if (mode === 'true') return trueThen(ctx, at)
  const sequence = await sequenceAt(ctx, at)
  return sequence === null ? presentState(ctx) : stateUpTo(ctx, sequence)
}

/** The last entry recorded up to the end of that local day; null when that is the newest of all. */
export async function sequenceAt(ctx: Context, at: CalendarDate): Promise<number | null> {
  if (at >= ctx.today()) return null
  const { rows } = await ctx.tx.query<{ last: number | null; size: number }>(
    `select (select max(sequence) from ledger_entry where organisation = $1 and recorded_at <= $2) as last,
       (select size from ledger_head where organisation = $1) as size`,
    [ctx.organisation, endOfDay(at, ctx.timeZone)],
  )
  const row = rows[0]
  if (row === undefined) return 0
  return row.last === row.size ? null : (row.last ?? 0)
}

/** The registers as they stood after an entry of the ledger: what a version that was frozen there refers to. */
export function stateUpTo(ctx: Context, sequence: number): Promise<IsmsState> {
  return stateOf(ctx, sequence, null)
}

/** The same of one register alone, as if the others were empty: whoever needs a hundred lines need not read everything. */
export function registerUpTo(ctx: Context, register: Register, sequence: number): Promise<IsmsState> {
  return stateOf(ctx, sequence, register.name)
}

/**
 * Looks the newest entry of each record up by itself: a ledger holds many times as many entries as there are records, and
 * to go along all of them costs twice as much from a million on.
 */
async function stateOf(ctx: Context, sequence: number, register: string | null): Promise<IsmsState> {
  const records: AnyRecord[] = []
  const blanks = blanksOf(ctx)
  await eachRow<SnapshotRow>(
    ctx,
    `select entry.* from record cross join lateral (
       select ${SNAPSHOT_COLUMNS} from ledger_entry
       where ledger_entry.organisation = $1 and ledger_entry.record = record.id and ledger_entry.sequence <= $2
       order by ledger_entry.sequence desc limit 1) entry
     where record.organisation = $1 and ($3::text is null or record.register = $3)`,
    [ctx.organisation, sequence, register],
    (row) => records.push(recordOf(row, blanks(row.register))),
  )
  return ismsOf(sorted(records), sequence)
}

/** Folds the changed fields, each by valid-from and sequence: a snapshot would carry what was entered with it but true later. */
async function trueThen(ctx: Context, at: CalendarDate): Promise<Isms> {
  const records = new Map<string, AnyRecord>()
  const blanks = blanksOf(ctx)
  let sequence = 0
  await eachRow<SnapshotRow>(
    ctx,
    `select ${SNAPSHOT_COLUMNS} from ledger_entry where organisation = $1 and valid_from <= $2 order by valid_from, sequence`,
    [ctx.organisation, at],
    (row) => {
      records.set(row.record, fold(records.get(row.record) ?? null, row, blanks(row.register)))
      sequence = Math.max(sequence, row.sequence)
    },
  )
  return ismsOf(sorted([...records.values()]), sequence)
}

/** The registers as they are now. Costs a look at the head when nothing changed since the last time. */
export async function presentState(ctx: Context): Promise<IsmsState> {
  const { rows } = await ctx.tx.query<{ size: number }>('select size from ledger_head where organisation = $1', [
    ctx.organisation,
  ])
  const size = rows[0]?.size ?? 0
  const cached = ctx.store.states.get(ctx.organisation)
  if (cached?.sequence === size) return cached
  const isNear = cached !== undefined && cached.sequence < size
  const isms = isNear ? await broughtForward(ctx, cached, size) : ismsOf(sorted(await loadAll(ctx)), size)
  // INVARIANT: only what is committed is kept. A transaction that wrote would leave its own rows here and then roll back.
  if (ctx.written.entries === 0) keep(ctx, isms)
  return isms
}

function keep(ctx: Context, state: IsmsState): void {
  const { states } = ctx.store
  states.delete(ctx.organisation)
  states.set(ctx.organisation, state)
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
  const blanks = blanksOf(ctx)
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
  const blanks = blanksOf(ctx)
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

/** Reads through a cursor, so that the rows never stand in memory twice. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller names the row that its statement selects, as pg has it
export async function eachRow<Row extends object>(
  ctx: Context,
  text: string,
  values: readonly unknown[],
  onRow: (row: Row) => unknown,
): Promise<void> {
  const cursor = `rows_${ctx.newId().replaceAll('-', '')}`
  await ctx.tx.query(`declare ${cursor} no scroll cursor for ${text}`, [...values])
  for (;;) {
    const { rows } = await ctx.tx.query<Row>(`fetch ${FETCH} from ${cursor}`)
    for (const row of rows) onRow(row)
    if (rows.length < FETCH) break
  }
  await ctx.tx.query(`close ${cursor}`)
}

function blanksOf(ctx: Context): (register: string) => Blank {
  const made = new Map<string, Blank>()
  return (name) => {
    const known = made.get(name)
    if (known !== undefined) return known
    const blank = blankOf(ctx.registry, ctx.registry.get(name))
    made.set(name, blank)
    return blank
  }
}

/** In order of number, whatever order the database found them in: the same state gives the same answer, byte for byte. */
function sorted(records: readonly AnyRecord[]): readonly AnyRecord[] {
  return records.toSorted((a, b) =>
    a.register === b.register ? ordinalOf(a) - ordinalOf(b) : a.register < b.register ? -1 : 1,
  )
}
