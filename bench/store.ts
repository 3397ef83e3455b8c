/**
 * The record store against the bare database, in one run: a save against the same rows written by hand, an import of
 * 100,000 assets against the server moving the resulting rows, and the check of the ledger against reading and hashing.
 * `node bench/store.ts [ASSETS] [ENTRIES]`: with a second number, the ledger is filled up to that many entries first.
 */
import { z } from 'zod'
import { asset } from '../src/modules/assets/registers/asset.ts'
import { change, changeAll } from '../src/platform/store/change.ts'
import { presentState } from '../src/platform/store/state.ts'
import { assets, at, persons, risks, times } from './fixtures.ts'
import { compare, figuresOf, line, report, timed } from './measure.ts'
import { openPlace, type Place } from './place.ts'
import { answerOf } from './process.ts'

/** Far behind what the bench enters itself, so that rows written by hand collide with nothing and can be taken away. */
const BY_HAND = 1_000_000_000

/** The rows of a saved change, as somebody would write them who needs no rules: the floor of a save. */
async function saveByHand(place: Place, id: string, sequence: number): Promise<void> {
  const organisation = place.organisation.id
  const tx = await place.store.app.connect()
  try {
    await tx.query(`begin; select set_config('waarborg.organisation', '${organisation}', true)`)
    await tx.query({
      name: 'hand-lock',
      text: 'select version, data from record where organisation = $1 and id = $2 for update',
      values: [organisation, id],
    })
    await tx.query({
      name: 'hand-head',
      text: 'select size, frontier from ledger_head where organisation = $1 for update',
      values: [organisation],
    })
    await tx.query({
      name: 'hand-record',
      text: `update record set version = version + 1, data = jsonb_set(data, '{priority}', to_jsonb($3::integer)) where organisation = $1 and id = $2`,
      values: [organisation, id, (sequence % 1_000) + 1],
    })
    await tx.query({
      name: 'hand-entry',
      text: `insert into ledger_entry select organisation, $3, recorded_at, valid_from, actor, behalf, channel, batch, register, record, version, act, ordinary,
        ordinary_salt, personal, personal_salt, personal_hash, leaf from ledger_entry where organisation = $1 and record = $2 order by sequence limit 1`,
      values: [organisation, id, sequence],
    })
    await tx.query({
      name: 'hand-size',
      text: 'update ledger_head set recorded_at = recorded_at where organisation = $1',
      values: [organisation],
    })
    await tx.query('commit')
  } finally {
    tx.release()
  }
}

const SAVED = 20

async function saves(place: Place): Promise<string> {
  const owners = persons(1)
  const made = risks(SAVED * 2, owners)
  await place.create([...owners, ...made])
  const [ours, byHand] = [made.slice(0, SAVED), made.slice(SAVED)]
  let priority = 1_000
  const figures = await compare(
    300,
    (index) => {
      priority += 1
      const id = ours[index % SAVED]?.id ?? ''
      return place.run((ctx) => change(ctx, { register: 'risk', act: 'update', id, set: { priority } }))
    },
    (index) => saveByHand(place, byHand[index % SAVED]?.id ?? '', BY_HAND + index),
  )
  await place.store.owner.query('delete from ledger_entry where sequence >= $1', [BY_HAND])
  // What was written by hand is no longer what the ledger tells: put right, so that the check below finds nothing.
  await place.run((ctx) =>
    changeAll(
      ctx,
      byHand.map(({ id }) => ({ register: 'risk', act: 'update', id, set: { title: 'Met de hand' } })),
    ),
  )
  return report('a saved change', figures.ours, figures.floor, '≤ 1.5')
}

async function bulk(place: Place, count: number): Promise<string[]> {
  const { sequence } = await place.run((ctx) => presentState(ctx))
  const waits: number[] = []
  const other = { isDone: false }
  const saver = (async () => {
    const { id } = await place.run((ctx) =>
      change(ctx, { register: 'risk', act: 'create', set: { title: 'Ander werk' } }),
    )
    for (let priority = 1; !other.isDone; priority += 1) {
      const save = () => place.run((ctx) => change(ctx, { register: 'risk', act: 'update', id, set: { priority } }))
      waits.push(await timed(save))
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  })()
  const ours = await timed(() => place.run((ctx) => changeAll(ctx, assets(count, []))))
  other.isDone = true
  await saver
  const floor = await moveRows(place, sequence)
  return [
    report(`${count.toLocaleString('en')} assets at once`, figuresOf([ours]), figuresOf([floor]), '≤ 10'),
    line('another save meanwhile', figuresOf(waits), '≤ 1,000 ms'),
    line(
      `the longest wait of a save, for ${count.toLocaleString('en')}`,
      figuresOf([Math.max(...waits)]),
      '≤ 1,000 ms',
    ),
  ]
}

/**
 * The same record and ledger rows, moved inside the server to tables of the same shape, indexes and all: what COPY costs
 * once its input is there and parsed, so a floor that is lower than COPY itself. The tables are there beforehand, as in a
 * table that is made in the same transaction nothing is logged.
 */
async function moveRows(place: Place, after: number): Promise<number> {
  const { owner } = place.store
  const tables = ['record', 'ledger_entry']
  for (const table of tables) await owner.query(`create table moved_${table} (like ${table} including all)`)
  const moves = tables.map((table) => `insert into moved_${table} select * from ${table} where sequence > ${after}`)
  const took = await timed(() => owner.query(`begin; ${moves.join('; ')}; commit`))
  for (const table of tables) await owner.query(`drop table moved_${table}`)
  return took
}

const checked = z.object({
  size: z.number(),
  checks: z.array(z.number()),
  floors: z.array(z.number()),
  memory: z.number(),
})

/** The check of the ledger as it stands, and once more when changes of the assets have filled it up to that many entries. */
async function verification(place: Place, entries: number): Promise<string[]> {
  const lines = await checkedLines(place)
  if (entries === 0) return lines
  await fillLedger(place, entries)
  return [...lines, ...(await checkedLines(place))]
}

async function checkedLines(place: Place): Promise<string[]> {
  const answer = await answerOf('verify-once.ts', place.folder, place.organisation.id)
  const { size, checks, floors, memory } = checked.parse(answer)
  const count = size.toLocaleString('en')
  return [
    report(`checking ${count} entries`, figuresOf(checks), figuresOf(floors), '≤ 2'),
    `| memory of Node while checking ${count} entries | ${memory.toFixed(0)} MB | | | flat |`,
  ]
}

const BATCH = 20_000

async function fillLedger(place: Place, entries: number): Promise<void> {
  const { sequence, ids } = await place.run(async (ctx) => {
    const isms = await presentState(ctx)
    return { sequence: isms.sequence, ids: isms.all(asset).map(({ id }) => id) }
  })
  place.store.states.clear()
  for (let done = sequence; done < entries; done += BATCH) {
    const changed = times(Math.min(BATCH, entries - done), (index) => ({
      register: 'asset',
      act: 'update',
      id: at(ids, done + index),
      set: { description: `Opnieuw uitgegeven, bij wijziging ${done + index}` },
    }))
    await place.create(changed)
  }
}

const [count, entries] = [Number(process.argv[2] ?? '100000'), Number(process.argv[3] ?? '0')]
const place = await openPlace()
try {
  console.log(await saves(place))
  for (const size of [count / 5, count]) for (const told of await bulk(place, size)) console.log(told)
  for (const told of await verification(place, entries)) console.log(told)
} finally {
  await place.close()
}
