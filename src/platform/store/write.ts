import type { AnyRecord } from '../../kernel/isms.ts'
import { packFrontier } from '../../kernel/merkle.ts'
import { type Fault, Refusal } from '../../kernel/refusal.ts'
import type { Register } from '../../kernel/register.ts'
import type { ChangeInput } from './change.ts'
import { columnsOf, referencesOf } from './columns.ts'
import { type EnteredEntry, enter, lockHead, type NextHead, type PendingEntry } from './ledger.ts'
import { placeStaged, stage } from './stage.ts'
import type { Context } from './store.ts'

/** Records that the transaction holds, by id, as they stand after the changes so far. */
export type Known = Map<string, AnyRecord>

/** From this many new records on, numbers are taken in a transaction of their own, so that an import does not hold up others. */
const MANY = 50
/** Rows in one statement: keeps its parameters under a few megabytes. What is more than that is staged. */
const CHUNK = 2_000

/** Takes the next numbers of each register for the new records. A number that is taken and not used stays unused. */
export async function takeNumbers(
  ctx: Context,
  inputs: readonly ChangeInput[],
): Promise<(register: Register) => string> {
  const counts = new Map<string, number>()
  for (const { act, register } of inputs) if (act === 'create') counts.set(register, (counts.get(register) ?? 0) + 1)
  const next = new Map<string, number>()
  // Sorted, so that two transactions that make records of the same registers cannot wait for each other.
  for (const [register, count] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    ctx.registry.get(register)
    next.set(register, (await reserve(ctx, register, count)) - count + 1)
  }
  return (register) => {
    const ordinal = next.get(register.name) ?? 1
    next.set(register.name, ordinal + 1)
    return `${register.code}-${ordinal}`
  }
}

const RESERVE = `insert into counter (organisation, register, last) values ($1, $2, $3)
  on conflict (organisation, register) do update set last = counter.last + excluded.last returning last`

async function reserve(ctx: Context, register: string, count: number): Promise<number> {
  const values = [ctx.organisation, register, count]
  const { rows } =
    count < MANY || ctx.isNew
      ? await ctx.tx.query<{ last: number }>({ name: 'reserve', text: RESERVE, values })
      : await ctx.store.owner.query<{ last: number }>(RESERVE, values)
  const last = rows[0]?.last
  if (last === undefined) throw new Error('cannot take a number')
  return last
}

/**
 * INVARIANT: nothing points at nothing, nor at a record of a register that the declaration does not name, nor across
 * organisations. What a record pointed at before was checked then, and nothing is ever deleted, so only what is new is.
 */
export async function checkReferences(
  ctx: Context,
  ids: ReadonlySet<string>,
  { known, stood }: { readonly known: Known; readonly stood: ReadonlyMap<string, AnyRecord> },
): Promise<void> {
  const wanted = [...ids].flatMap((id) => {
    const checked = new Set(referencesOf(ctx, stood.get(id)).map(({ path, to }) => `${path} ${to}`))
    return referencesOf(ctx, known.get(id)).filter(({ path, to }) => !checked.has(`${path} ${to}`))
  })
  const missing = [...new Set(wanted.map(({ to }) => to).filter((to) => !known.has(to)))]
  const found = await registersOf(ctx, missing)
  const faults: Fault[] = wanted.flatMap(({ path, to, targets }) => {
    const register = known.get(to)?.register ?? found.get(to)
    if (register === undefined) return [{ path, code: 'field.dangling' }]
    if (targets.length > 0 && !targets.includes(register))
      return [{ path, code: 'field.wrong-register', values: { register } }]
    return []
  })
  if (faults.length > 0) throw new Refusal('invalid', 'record.invalid', { faults })
}

async function registersOf(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await ctx.tx.query<{ id: string; register: string }>({
    name: 'registers-of',
    text: 'select id, register from record where organisation = $1 and id = any($2)',
    values: [ctx.organisation, ids],
  })
  return new Map(rows.map(({ id, register }) => [id, register]))
}

/** Where a version of a record stands in the ledger. */
export type Place = Pick<AnyRecord, 'sequence' | 'recordedAt'>

/** Enters everything behind the head and writes records, links, entries and head. Gives the places by `id version`. */
export async function write(
  ctx: Context,
  pending: readonly PendingEntry[],
  known: Known,
): Promise<ReadonlyMap<string, Place>> {
  const isStaged = pending.length > CHUNK
  if (isStaged) await stage(ctx, pending, known)
  const head = await lockHead(ctx)
  const { recordedAt } = head
  const { entries, frontier } = enter(ctx, head, pending)
  const to = { size: frontier.size, frontier: packFrontier(frontier), recordedAt }
  ctx.written.entries += entries.length
  if (isStaged) await placeStaged(ctx, entries, to)
  else await writeChunk(ctx, { records: standing(entries, known, recordedAt), entries, head: to })
  return new Map(entries.map(({ record, version, sequence }) => [`${record} ${version}`, { sequence, recordedAt }]))
}

/** Each record as it stands after the last of its changes. */
function standing(entries: readonly EnteredEntry[], known: Known, recordedAt: string): readonly AnyRecord[] {
  return entries.flatMap(({ record: id, version, sequence }) => {
    const record = known.get(id)
    if (record === undefined) throw new Error('cannot write a record that is not held')
    return version === record.version ? [{ ...record, sequence, recordedAt }] : []
  })
}

interface Chunk {
  readonly records: readonly AnyRecord[]
  readonly entries: readonly EnteredEntry[]
  readonly head: NextHead
}

/**
 * Records and their links, as the first parts of a statement: $1 the organisation, $2 the rows, $3 the links.
 * The rows travel as one JSON value: their number does not change the statement, so it is planned once.
 */
const RECORDS = `
incoming as (
  select * from jsonb_to_recordset($2::jsonb) as r(id uuid, register text, ordinal integer, number text, state text, ended boolean,
    title text, owner uuid, due date, version integer, sequence bigint, recorded_at timestamptz, valid_from date, data jsonb, search text[])
), written as (
  insert into record (organisation, id, register, ordinal, number, state, ended, title, owner, due, version, sequence,
    recorded_at, valid_from, data, search)
  select $1, id, register, ordinal, number, state, ended, title, owner, due, version, sequence, recorded_at, valid_from, data,
    array_to_tsvector(search) from incoming
  on conflict (organisation, id) do update set state = excluded.state, ended = excluded.ended, title = excluded.title,
    owner = excluded.owner, due = excluded.due, version = excluded.version, sequence = excluded.sequence,
    recorded_at = excluded.recorded_at, valid_from = excluded.valid_from, data = excluded.data, search = excluded.search
    -- A new record meets one of its id only where somebody else made that a moment ago: it is not written over.
    where record.version < excluded.version
  returning 1
), now_linked as (
  select * from jsonb_to_recordset($3::jsonb) as l(source uuid, path text, target uuid)
), unlinked as (
  delete from link where organisation = $1 and source in (select id from incoming where version > 1)
    and (source, path, target) not in (select source, path, target from now_linked)
), linked as (
  insert into link (organisation, source, path, target) select $1, source, path, target from now_linked on conflict do nothing
)`

/** Records, links, entries and head in one statement, so that a save costs one round trip under the lock. */
const WRITE = `
with ${RECORDS}, entered as (
  insert into ledger_entry (organisation, sequence, recorded_at, valid_from, actor, behalf, channel, batch, register, record,
    version, act, ordinary, ordinary_salt, personal, personal_salt, personal_hash, leaf)
  select $1, e.sequence, $4, e.valid_from, $5, $6, $7, e.batch, e.register, e.record, e.version, e.act, e.ordinary, e.ordinary_salt,
    e.personal, e.personal_salt, e.personal_hash, e.leaf
  from unnest($8::bigint[], $9::date[], $10::uuid[], $11::text[], $12::uuid[], $13::integer[], $14::text[], $15::text[], $16::bytea[],
    $17::text[], $18::bytea[], $19::bytea[], $20::bytea[])
    as e(sequence, valid_from, batch, register, record, version, act, ordinary, ordinary_salt, personal, personal_salt, personal_hash, leaf)
)
update ledger_head set size = $21, frontier = $22, recorded_at = $4
where organisation = $1 and (select count(*) from written) = (select count(*) from incoming)`

/** Writes records that the ledger already tells of: for a copy of an organisation, never for a change. */
export async function writeRecords(ctx: Context, records: readonly AnyRecord[]): Promise<void> {
  for (let start = 0; start < records.length; start += CHUNK) {
    const chunk = records.slice(start, start + CHUNK)
    await ctx.tx.query(`with ${RECORDS} select 1`, [ctx.organisation, ...rowsOf(ctx, chunk)])
  }
}

/** The rows and the links of records, as the statements above take them. */
function rowsOf(ctx: Context, records: readonly AnyRecord[]): readonly [string, string] {
  const links = records.flatMap((record) =>
    referencesOf(ctx, record).map(({ path, to }) => ({ source: record.id, path, target: to })),
  )
  return [JSON.stringify(records.map((record) => columnsOf(ctx, record))), JSON.stringify(links)]
}

async function writeChunk(ctx: Context, { records, entries, head }: Chunk): Promise<void> {
  const { rowCount } = await ctx.tx.query({
    name: 'write',
    text: WRITE,
    values: [
      ctx.organisation,
      ...rowsOf(ctx, records),
      head.recordedAt,
      ctx.actor.id,
      ctx.actor.behalf,
      ctx.actor.channel,
      entries.map(({ sequence }) => sequence),
      entries.map(({ validFrom }) => validFrom),
      entries.map(({ batch }) => batch),
      entries.map(({ register }) => register),
      entries.map(({ record }) => record),
      entries.map(({ version }) => version),
      entries.map(({ act }) => act),
      entries.map(({ ordinary }) => ordinary.text),
      entries.map(({ ordinary }) => ordinary.salt),
      entries.map(({ personal }) => personal?.text ?? null),
      entries.map(({ personal }) => personal?.salt ?? null),
      entries.map(({ personal }) => (personal === null ? null : Buffer.from(personal.hash, 'hex'))),
      entries.map(({ leaf }) => leaf),
      head.size,
      head.frontier,
    ],
  })
  if (rowCount !== 1) throw new Refusal('conflict', 'record.exists')
}
