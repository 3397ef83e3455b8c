/**
 * Loading the state of a large organisation, putting the rules to it, again after a change, ahead and back. Floors, in the
 * same run: of the load the bare select of the same rows with their JSON parsed; of the rules one walk over every field of
 * every record; of the past the bare select of the newest entry of each record. `node bench/readiness.ts [ENTRIES]`: up to
 * so many entries the ledger is filled for the last.
 */
import { z } from 'zod'
import { fillIsms } from './isms.ts'
import { figuresOf, line, report } from './measure.ts'
import { openPlace, type Place } from './place.ts'
import { answerOf } from './process.ts'

const several = z.array(z.number())
const measured = z.object({
  records: z.number(),
  first: z.object({ floor: z.number(), load: z.number(), evaluate: z.number() }),
  floors: several,
  loads: several,
  walks: several,
  evaluations: several,
  changes: z.record(z.string(), several),
  forecasts: several,
  trends: several,
  past: z.object({ entries: z.number(), floors: several, loads: several }),
})

/** Each round enters every record again, as it stands: written by the server, so without hashes that mean anything. */
async function fillLedger(place: Place, organisation: string, entries: number): Promise<void> {
  const { owner } = place.store
  for (;;) {
    const { rows } = await owner.query<{ size: number }>('select size from ledger_head where organisation = $1', [
      organisation,
    ])
    const size = rows[0]?.size ?? 0
    if (size >= entries) break
    await owner.query(
      `insert into ledger_entry select organisation, $2::bigint + row_number() over (order by sequence), $4::timestamptz + row_number() over (order by sequence) * interval '1 microsecond',
         valid_from, actor, behalf, channel, batch, register, record, version, act, ordinary, ordinary_salt, personal, personal_salt, personal_hash, leaf
       from ledger_entry where organisation = $1 and sequence in (select max(sequence) from ledger_entry where organisation = $1 group by record)
       order by sequence limit $3`,
      [organisation, size, entries - size, `2026-09-10T08:00:00Z`],
    )
    await owner.query(
      'update ledger_head set size = (select max(sequence) from ledger_entry where organisation = $1) where organisation = $1',
      [organisation],
    )
  }
  await owner.query('analyze ledger_entry')
}

const place = await openPlace()
try {
  const organisation = await fillIsms(place)
  const entries = Number(process.argv[2] ?? 0)
  if (entries > 0) await fillLedger(place, organisation, entries)
  const { records, first, floors, loads, walks, evaluations, changes, forecasts, trends, past } = measured.parse(
    await answerOf('readiness-once.ts', place.folder, organisation),
  )
  const count = records.toLocaleString('en')
  const one = (value: number) => figuresOf([value])
  console.log(report(`state of ${count} records, new process`, one(first.load), one(first.floor), '≤ 2,000 ms'))
  console.log(report(`state of ${count} records, once warm`, figuresOf(loads), figuresOf(floors), '≤ 2,000 ms'))
  console.log(line('rules of surveillance, new process', one(first.evaluate), '≤ 200 ms'))
  console.log(report('rules of surveillance, once warm', figuresOf(evaluations), figuresOf(walks), '≤ 200 ms'))
  for (const [register, took] of Object.entries(changes)) {
    console.log(report(`… again after a change of one ${register}`, figuresOf(took), figuresOf(evaluations), '≤ 10 ms'))
  }
  console.log(report('forecast of twelve months', figuresOf(forecasts), figuresOf(evaluations), '≤ 3,000 ms'))
  console.log(report('trend of the past year', figuresOf(trends), figuresOf(evaluations), ''))
  const then = past.entries.toLocaleString('en')
  console.log(
    report(`state at a past day, from ${then} entries`, figuresOf(past.loads), figuresOf(past.floors), '≤ 3,000 ms'),
  )
} finally {
  await place.close()
}
