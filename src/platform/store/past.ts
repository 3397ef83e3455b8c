import type { AnyRecord } from '../../kernel/isms.ts'
import type { CalendarDate, RecordId } from '../../kernel/register.ts'
import { blanksOf, changedIn, recordOf, SNAPSHOT_COLUMNS, type SnapshotRow } from './entry.ts'
import { eachRow } from './rows.ts'
import type { Context } from './store.ts'

/** What a record was once, told from what it is now; nothing where it was not there yet. */
export type Once = (record: AnyRecord) => AnyRecord | undefined

/**
 * The records after an entry of the ledger. INVARIANT: an entry holds its record whole, and nothing changes a record without
 * an entry, an erasure neither. So a record without an entry after that one was then what it is now; the others are looked up.
 */
export async function knownThen(ctx: Context, records: readonly AnyRecord[], sequence: number): Promise<Once> {
  const stands = (record: AnyRecord): boolean => record.sequence <= sequence
  const ids = records.filter((record) => !stands(record)).map(({ id }) => id)
  const found = await newestUpTo(ctx, ids, sequence)
  return (record) => (stands(record) ? record : found.get(record.id))
}

/** These records as the newest entry of each up to a place in the ledger has them. First the places, by the index alone. */
export async function newestUpTo(
  ctx: Context,
  ids: readonly RecordId[],
  sequence: number,
): Promise<ReadonlyMap<RecordId, AnyRecord>> {
  const places: number[] = []
  await eachRow<{ newest: number | null }>(
    ctx,
    `select (select max(sequence) from ledger_entry where organisation = $1 and record = id and sequence <= $3) as newest
     from (select id from unnest($2::uuid[]) as ids (id) order by id) wanted`,
    [ctx.organisation, ids, sequence],
    ({ newest }) => newest !== null && places.push(newest),
  )
  const entries = await entriesAt(ctx, places)
  return new Map([...entries.values()].map((record) => [record.id, record]))
}

/** A day, and how much of the ledger is read. */
interface Day {
  readonly at: CalendarDate
  readonly size: number
}

/**
 * The records by what is true up to that day: the changed fields of their entries laid over each other by valid date and
 * then by sequence. Where the valid dates of a record do not run back that is the newest entry up to that day; of the others
 * it is worked out first which entry each field is of, and only those are read.
 */
export async function trueThen(ctx: Context, records: readonly AnyRecord[], day: Day): Promise<Once> {
  const ids = records.filter(({ version }) => version > 1).map(({ id }) => id)
  const { newest, crossed } = await validUpTo(ctx, ids, day)
  const layers = await layersOf(ctx, crossed, day)
  const places = new Set([...layers.values()].flatMap(({ base, last, fields }) => [base, last, ...fields.values()]))
  for (const { id, sequence } of records) {
    const place = newest.get(id)
    if (place !== undefined && place !== sequence) places.add(place)
  }
  const entries = await entriesAt(ctx, places)
  const laid = new Map([...layers].map(([id, layer]) => [id, laidOver(layer, entries)]))
  return (record) => {
    if (record.version === 1) return record.validFrom <= day.at ? record : undefined
    const place = newest.get(record.id)
    return place === record.sequence ? record : (entries.get(place ?? 0) ?? laid.get(record.id))
  }
}

/** Of each record the newest entry that is valid by then; apart those that have an entry up to there with an earlier date than the one before. */
async function validUpTo(
  ctx: Context,
  ids: readonly RecordId[],
  { at, size }: Day,
): Promise<{ readonly newest: ReadonlyMap<RecordId, number>; readonly crossed: readonly RecordId[] }> {
  const newest = new Map<RecordId, number>()
  const crossed: RecordId[] = []
  await eachRow<{ record: RecordId; newest: number; is_crossed: boolean }>(
    ctx,
    `select record, newest, coalesce(fall <= newest, false) as is_crossed from (
       select record, max(sequence) filter (where valid_from <= $3) as newest, min(sequence) filter (where falls) as fall from (
         select record, sequence, valid_from, valid_from < lag(valid_from) over (partition by record order by sequence) as falls
         from ledger_entry where organisation = $1 and record = any($2) and sequence <= $4) entry
       group by record) told
     where newest is not null`,
    [ctx.organisation, ids, at, size],
    (row) => (row.is_crossed ? crossed.push(row.record) : newest.set(row.record, row.newest)),
  )
  return { newest, crossed }
}

/** Of which entry each part of a record is. */
interface Layer {
  /** The first by valid date: it holds what no later one changed. */
  readonly base: number
  /** The last of the ledger: the version that this is. */
  readonly last: number
  readonly fields: ReadonlyMap<string, number>
  readonly validFrom: CalendarDate
}

interface LayerRow {
  readonly record: RecordId
  readonly sequence: number
  readonly valid_from: CalendarDate
  readonly changed: string
}

async function layersOf(
  ctx: Context,
  ids: readonly RecordId[],
  { at, size }: Day,
): Promise<ReadonlyMap<RecordId, Layer>> {
  const rows = new Map<RecordId, LayerRow[]>()
  await eachRow<LayerRow>(
    ctx,
    `select record, sequence, valid_from, left(ordinary, strpos(ordinary, ']')) as changed
     from ledger_entry where organisation = $1 and sequence = any(array(
       select sequence from ledger_entry where organisation = $1 and record = any($2) and valid_from <= $3 and sequence <= $4))`,
    [ctx.organisation, ids, at, size],
    (row) => {
      const known = rows.get(row.record)
      if (known === undefined) rows.set(row.record, [row])
      else known.push(row)
    },
  )
  const namesIn = remembering(changedIn)
  return new Map([...rows].flatMap(([id, entries]) => layerOf(entries, namesIn).map((layer) => [id, layer])))
}

/** Thousands of entries changed the same fields. */
function remembering<T>(work: (text: string) => T): (text: string) => T {
  const made = new Map<string, T>()
  return (text) => {
    const value = made.get(text) ?? work(text)
    made.set(text, value)
    return value
  }
}

function layerOf(rows: readonly LayerRow[], namesIn: typeof changedIn): readonly Layer[] {
  const ordered = rows.toSorted((a, b) =>
    a.valid_from === b.valid_from ? a.sequence - b.sequence : a.valid_from < b.valid_from ? -1 : 1,
  )
  const [first, latest] = [ordered[0], ordered.at(-1)]
  if (first === undefined || latest === undefined) return []
  const fields = new Map<string, number>()
  let last = first.sequence
  for (const { sequence, changed } of ordered.slice(1)) {
    for (const name of namesIn(changed)) fields.set(name, sequence)
    last = Math.max(last, sequence)
  }
  return [{ base: first.sequence, last, fields, validFrom: latest.valid_from }]
}

function laidOver({ base, last, fields, validFrom }: Layer, entries: ReadonlyMap<number, AnyRecord>): AnyRecord {
  const [under, newest] = [entries.get(base), entries.get(last)]
  if (under === undefined || newest === undefined) throw new Error('cannot lose an entry of the ledger')
  const { version, sequence, recordedAt } = newest
  const over = Object.fromEntries([...fields].map(([name, place]) => [name, entries.get(place)?.[name]]))
  return { ...under, ...over, version, sequence, recordedAt, validFrom }
}

/** The records as these entries have them, by place; read in the order in which they lie. */
async function entriesAt(ctx: Context, places: Iterable<number>): Promise<ReadonlyMap<number, AnyRecord>> {
  const found = new Map<number, AnyRecord>()
  const blanks = blanksOf(ctx.registry)
  await eachRow<SnapshotRow>(
    ctx,
    `select ${SNAPSHOT_COLUMNS} from ledger_entry where organisation = $1 and sequence = any($2)`,
    [ctx.organisation, [...new Set(places)].sort((a, b) => a - b)],
    (row) => found.set(row.sequence, recordOf(row, blanks(row.register))),
  )
  return found
}
