/**
 * The record store against the bare database, in one run: a save against the same rows written by hand, an import of
 * 100,000 assets against the server moving the resulting rows, and the check of the ledger against reading and hashing.
 * `node bench/store.ts [ASSETS] [ENTRIES]`: with a second number, the ledger is filled up to that many entries first.
 */
import { createHash } from 'node:crypto'
import { change, changeAll } from '../src/platform/store/change.ts'
import { sha256 } from '../src/platform/store/hash.ts'
import { presentState } from '../src/platform/store/state.ts'
import { verifyLedger } from '../src/platform/store/verify.ts'
import { assets, persons, risks } from './fixtures.ts'
import { compare, figuresOf, line, report, timed } from './measure.ts'
import { openPlace, type Place } from './place.ts'

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
  const floor = await timed(() => moveRows(place, sequence))
  return [
    report(`${count.toLocaleString('en')} assets at once`, figuresOf([ours]), figuresOf([floor]), '≤ 10'),
    line('another save meanwhile', figuresOf(waits), '≤ 1,000 ms'),
    line('the longest of these', figuresOf([Math.max(...waits)]), '≤ 1,000 ms'),
  ]
}

/**
 * The same record and ledger rows, moved inside the server to tables of the same shape, indexes and all: what COPY costs
 * once its input is there and parsed, so a floor that is lower than COPY itself.
 */
async function moveRows(place: Place, after: number): Promise<void> {
  const tx = await place.store.owner.connect()
  try {
    await tx.query('begin')
    for (const table of ['record', 'ledger_entry']) {
      await tx.query(`create table moved_${table} (like ${table} including all)`)
      await tx.query(`insert into moved_${table} select * from ${table} where sequence > $1`, [after])
    }
    await tx.query('rollback')
  } finally {
    tx.release()
  }
}

async function verification(place: Place, entries: number): Promise<string[]> {
  const size = async (): Promise<number> => (await place.run((ctx) => presentState(ctx))).sequence
  for (let left = entries - (await size()); left > 0; left -= 20_000) {
    await place.create(assets(Math.min(left, 20_000), []))
  }
  const count = (await size()).toLocaleString('en')
  place.store.states.clear()
  const ours: number[] = []
  const floor: number[] = []
  const memory: number[] = []
  for (let round = 0; round < 3; round += 1) {
    ours.push(await timed(() => verified(place, memory)))
    floor.push(await timed(() => readAndHash(place)))
  }
  return [
    report(`checking ${count} entries`, figuresOf(ours), figuresOf(floor), '≤ 2'),
    `| memory of Node at most while checking | ${Math.max(...memory).toFixed(0)} MB | | | flat |`,
  ]
}

async function verified(place: Place, memory: number[]): Promise<void> {
  const watch = setInterval(() => memory.push(process.memoryUsage.rss() / 1_048_576), 200)
  try {
    const { ok, flaws } = await place.run((ctx) => verifyLedger(ctx, [place.store.signer.verifierKey]))
    if (!ok) throw new Error(`cannot verify: ${JSON.stringify(flaws.slice(0, 3))}`)
  } finally {
    clearInterval(watch)
  }
}

/** Every byte that the check reads, in order, through the same driver, and hashed once. */
async function readAndHash(place: Place): Promise<void> {
  const hash = createHash('sha256')
  await place.run(async (ctx) => {
    await ctx.tx.query(
      `declare floor no scroll cursor for select ordinary, ordinary_salt, personal, leaf from ledger_entry where organisation = '${place.organisation.id}' order by sequence`,
    )
    for (;;) {
      const { rows } = await ctx.tx.query<{ ordinary: string; leaf: Buffer }>('fetch 10000 from floor')
      for (const { ordinary, leaf } of rows) hash.update(sha256(Buffer.from(ordinary), leaf))
      if (rows.length < 10_000) break
    }
  })
  hash.digest()
}

const [count, entries] = [Number(process.argv[2] ?? '100000'), Number(process.argv[3] ?? '0')]
const place = await openPlace()
try {
  console.log(await saves(place))
  for (const told of await bulk(place, count)) console.log(told)
  for (const told of await verification(place, entries)) console.log(told)
} finally {
  await place.close()
}
