/**
 * Many changes at once, so that they hold up nobody's save for longer than they must: everything that does not depend on the
 * place in the ledger is sent, parsed and put in temporary tables before the head is locked. Under the lock only the
 * leaves are sent and rows move from table to table.
 */
import type { AnyRecord } from '../../kernel/isms.ts'
import { HASH_LENGTH } from '../../kernel/merkle.ts'
import { columnsOf, referencesOf } from './columns.ts'
import { SALT_LENGTH } from './hash.ts'
import type { EnteredEntry, NextHead, PendingEntry } from './ledger.ts'
import type { Context } from './store.ts'

/** Rows in one statement: keeps its parameters under a few megabytes. */
const CHUNK = 2_000

/** `place` counts the entries of this change from one; of a record it is the place of its last entry. */
const TABLES = `
create temp table if not exists staged_entry (place integer, valid_from date, batch uuid, register text, record uuid, version integer,
  act text, ordinary text, ordinary_salt bytea, personal text, personal_salt bytea, personal_hash bytea) on commit drop;
create temp table if not exists staged_record (place integer, is_new boolean, id uuid, register text, ordinal integer, number text,
  state text, ended boolean, title text, owner uuid, due date, version integer, valid_from date, data jsonb, search tsvector) on commit drop;
create temp table if not exists staged_link (source uuid, path text, target uuid) on commit drop;
truncate staged_entry, staged_record, staged_link`

/**
 * A column travels as one text with a value a line, which the server takes apart three times faster than an array: it needs
 * no quoting. INVARIANT: no value has a line break inside; JSON writes one as `\\n`, ids, dates and names have none.
 */
const lines = (parameter: number): string => `string_to_table($${parameter}, E'\\n', '')`

const STAGE_ENTRIES = `insert into staged_entry
  select $1::integer + place, valid_from::date, batch::uuid, register, record::uuid, version::integer, act, ordinary,
    substring($9::bytea from (place::integer - 1) * ${SALT_LENGTH} + 1 for ${SALT_LENGTH}), personal, personal_salt, personal_hash
  from rows from (${[2, 3, 4, 5, 6, 7, 8, 10].map(lines).join(', ')}, unnest($11::bytea[], $12::bytea[])) with ordinality
    as e(valid_from, batch, register, record, version, act, ordinary, personal, personal_salt, personal_hash, place)`

const STAGE_RECORDS = `insert into staged_record
  select place, is_new, id::uuid, register, ordinal::integer, number, state, ended, title, owner::uuid, due::date, version::integer,
    valid_from::date, data::jsonb, array_to_tsvector(string_to_array(coalesce(search, ''), ' '))
  from rows from (unnest($1::integer[], $2::boolean[], $3::boolean[], $4::text[]), ${[5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15].map(lines).join(', ')})
    as r(place, is_new, ended, title, id, register, ordinal, number, state, owner, due, version, valid_from, data, search)`

const STAGE_LINKS = `insert into staged_link select source::uuid, path, target::uuid
  from rows from (${[1, 2, 3].map(lines).join(', ')}) as l(source, path, target)`

/** Before the lock: all but sequence, record time and leaf. */
export async function stage(
  ctx: Context,
  pending: readonly PendingEntry[],
  known: ReadonlyMap<string, AnyRecord>,
): Promise<void> {
  await ctx.tx.query(TABLES)
  const places = new Map(pending.map(({ record }, index) => [record, index + 1]))
  const born = new Set(pending.filter(({ version }) => version === 1).map(({ record }) => record))
  for (let start = 0; start < pending.length; start += CHUNK) {
    await stageEntries(ctx, pending.slice(start, start + CHUNK), start)
  }
  const changed = [...places.keys()]
  for (let start = 0; start < changed.length; start += CHUNK) {
    const records = changed.slice(start, start + CHUNK).map((id) => {
      const record = known.get(id)
      if (record === undefined) throw new Error('cannot write a record that is not held')
      return record
    })
    await stageRecords(ctx, records, { places, born })
    await stageLinks(ctx, records)
  }
}

async function stageEntries(ctx: Context, entries: readonly PendingEntry[], before: number): Promise<void> {
  await ctx.tx.query(STAGE_ENTRIES, [
    before,
    joined(entries.map(({ validFrom }) => validFrom)),
    joined(entries.map(({ batch }) => batch)),
    joined(entries.map(({ register }) => register)),
    joined(entries.map(({ record }) => record)),
    joined(entries.map(({ version }) => version)),
    joined(entries.map(({ act }) => act)),
    joined(entries.map(({ ordinary }) => ordinary.text)),
    Buffer.concat(entries.map(({ ordinary }) => ordinary.salt)),
    joined(entries.map(({ personal }) => personal?.text ?? null)),
    entries.map(({ personal }) => personal?.salt ?? null),
    entries.map(({ personal }) => (personal === null ? null : Buffer.from(personal.hash, 'hex'))),
  ])
}

function joined(values: readonly (string | number | null)[]): string {
  return values.map((value) => value ?? '').join('\n')
}

async function stageRecords(
  ctx: Context,
  records: readonly AnyRecord[],
  { places, born }: { readonly places: ReadonlyMap<string, number>; readonly born: ReadonlySet<string> },
): Promise<void> {
  const rows = records.map((record) => columnsOf(ctx, record))
  const column = (
    name: 'id' | 'register' | 'ordinal' | 'number' | 'state' | 'owner' | 'due' | 'version' | 'valid_from',
  ): string => joined(rows.map((row) => row[name]))
  await ctx.tx.query(STAGE_RECORDS, [
    rows.map(({ id }) => places.get(id)),
    rows.map(({ id }) => born.has(id)),
    rows.map(({ ended }) => ended),
    rows.map(({ title }) => title),
    column('id'),
    column('register'),
    column('ordinal'),
    column('number'),
    column('state'),
    column('owner'),
    column('due'),
    column('version'),
    column('valid_from'),
    joined(rows.map(({ data }) => JSON.stringify(data))),
    joined(rows.map(({ search }) => search.join(' '))),
  ])
}

async function stageLinks(ctx: Context, records: readonly AnyRecord[]): Promise<void> {
  const links = records.flatMap((record) =>
    referencesOf(ctx, record).map(({ path, to }) => ({ from: record.id, path, to })),
  )
  if (links.length === 0) return
  await ctx.tx.query(STAGE_LINKS, [
    joined(links.map(({ from }) => from)),
    joined(links.map(({ path }) => path)),
    joined(links.map(({ to }) => to)),
  ])
}

const PLACE_ENTRIES = `insert into ledger_entry (organisation, sequence, recorded_at, valid_from, actor, behalf, channel, batch, register,
    record, version, act, ordinary, ordinary_salt, personal, personal_salt, personal_hash, leaf)
  select $1, $2::bigint + place, $3, valid_from, $4, $5, $6, batch, register, record, version, act, ordinary, ordinary_salt, personal,
    personal_salt, personal_hash, substring($7::bytea from (place - 1) * ${HASH_LENGTH} + 1 for ${HASH_LENGTH}) from staged_entry`

const INSERT_RECORDS = `insert into record (organisation, id, register, ordinal, number, state, ended, title, owner, due, version, sequence,
    recorded_at, valid_from, data, search)
  select $1, id, register, ordinal, number, state, ended, title, owner, due, version, $2::bigint + place, $3, valid_from, data, search
  from staged_record where is_new`

const UPDATE_RECORDS = `update record set state = staged.state, ended = staged.ended, title = staged.title, owner = staged.owner,
    due = staged.due, version = staged.version, sequence = $2::bigint + staged.place, recorded_at = $3,
    valid_from = staged.valid_from, data = staged.data, search = staged.search
  from staged_record staged where not staged.is_new and record.organisation = $1 and record.id = staged.id`

const REPLACE_LINKS = `with unlinked as (
    delete from link using staged_record staged where link.organisation = $1 and link.source = staged.id and not staged.is_new
      and not exists (select from staged_link kept
        where kept.source = link.source and kept.path = link.path and kept.target = link.target)
  )
  insert into link (organisation, source, path, target) select $1, source, path, target from staged_link on conflict do nothing`

/** Under the lock: gives what was staged its place behind the head. */
export async function placeStaged(ctx: Context, entries: readonly EnteredEntry[], head: NextHead): Promise<void> {
  const { organisation, actor } = ctx
  const before = head.size - entries.length
  const leaves = Buffer.concat(entries.map(({ leaf }) => leaf))
  const at = [organisation, before, head.recordedAt]
  await ctx.tx.query(PLACE_ENTRIES, [...at, actor.id, actor.behalf, actor.channel, leaves])
  await ctx.tx.query(INSERT_RECORDS, at)
  await ctx.tx.query(UPDATE_RECORDS, at)
  await ctx.tx.query(REPLACE_LINKS, [organisation])
  await ctx.tx.query('update ledger_head set size = $2, frontier = $3, recorded_at = $4 where organisation = $1', [
    organisation,
    head.size,
    head.frontier,
    head.recordedAt,
  ])
}
