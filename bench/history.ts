import type { Place } from './place.ts'

/** Of so many records one changes in a round, scattered over all registers. */
const SHARE = 3
/** What is entered late was true so many days before, and so before what was entered earlier. */
const DAYS_LATE = 30
/** The first round is entered on the day after this one, each next a day later. */
export const BEGINS = '2026-09-14T08:00:00Z'
/** A moment after all of them. */
export const AFTER = '2026-12-31T12:00:00Z'

/**
 * Fills the ledger up with changes, a round a day, as they would lie there after years: the versions of a record far apart.
 * Written by the server, so without hashes that mean anything; every record stands as its newest entry says.
 * Of `late` changes one is entered late.
 */
export async function fillHistory(
  place: Place,
  organisation: string,
  { entries, late }: { readonly entries: number; readonly late: number },
): Promise<void> {
  const { owner } = place.store
  for (let round = 1; ; round += 1) {
    const { rows } = await owner.query<{ size: number }>('select size from ledger_head where organisation = $1', [
      organisation,
    ])
    const size = rows[0]?.size ?? 0
    if (size >= entries) break
    await owner.query(ROUND, [organisation, size, entries - size, BEGINS, round, late])
    await owner.query(
      `update record set version = entry.version, sequence = entry.sequence, recorded_at = entry.recorded_at, valid_from = entry.valid_from
       from ledger_entry entry where entry.organisation = $1 and entry.sequence > $2 and record.organisation = $1 and record.id = entry.record`,
      [organisation, size],
    )
    await owner.query(
      `update ledger_head set (size, recorded_at) =
         (select sequence, recorded_at from ledger_entry where organisation = $1 order by sequence desc limit 1) where organisation = $1`,
      [organisation],
    )
  }
  // What the server's own housekeeping does within a minute of so many changes.
  await owner.query('vacuum analyze')
}

const ROUND = `
with chosen as (
  select id, sequence, row_number() over (order by hashtextextended(id::text, -$5::bigint)) as place from record
  where organisation = $1 and hashtextextended(id::text, $5::bigint) % ${SHARE} = 0
)
insert into ledger_entry
select $1, $2::bigint + place, $4::timestamptz + $5::integer * interval '1 day' + place * interval '1 second',
  ($4::timestamptz + $5::integer * interval '1 day')::date - case when place % $6::integer = 0 then ${DAYS_LATE} else 0 end,
  actor, behalf, channel, batch, register, record, version + 1, 'update', ordinary, ordinary_salt, personal, personal_salt, personal_hash, leaf
from chosen join ledger_entry entry on entry.organisation = $1 and entry.sequence = chosen.sequence
where place <= $3 order by place`
