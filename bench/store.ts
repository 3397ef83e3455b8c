/**
 * The record store against the bare database, in one run: a save against the same rows written by hand, an import of
 * 100,000 assets against COPY, and the check of a million entries against reading and hashing the same bytes.
 */
import { createHash, randomUUID } from 'node:crypto'
import { change, changeAll } from '../src/platform/store/change.ts'
import { sha256 } from '../src/platform/store/hash.ts'
import { presentState } from '../src/platform/store/state.ts'
import { verifyLedger } from '../src/platform/store/verify.ts'
import { compare, figuresOf, report, timed } from './measure.ts'
import { openPlace, type Place } from './place.ts'

/** The rows of a saved change, as somebody would write them who needs no rules: the floor of a save. */
async function saveByHand(place: Place, id: string, sequence: number): Promise<void> {
  const tx = await place.store.app.connect()
  try {
    await tx.query(`begin; select set_config('waarborg.organisation', '${place.organisation.id}', true)`)
    await tx.query({
      name: 'hand-lock',
      text: 'select version, data from record where organisation = $1 and id = $2 for update',
      values: [place.organisation.id, id],
    })
    await tx.query({
      name: 'hand-head',
      text: 'select size, frontier from ledger_head where organisation = $1 for update',
      values: [place.organisation],
    })
    await tx.query({
      name: 'hand-record',
      text: `update record set version = version + 1, data = jsonb_set(data, '{priority}', to_jsonb($3::integer)) where organisation = $1 and id = $2`,
      values: [place.organisation.id, id, sequence % 1_000],
    })
    await tx.query({
      name: 'hand-entry',
      text: `insert into ledger_entry select organisation, $3, recorded_at, valid_from, actor, behalf, channel, batch, register, record, version, act, ordinary,
        ordinary_salt, personal, personal_salt, personal_hash, leaf from ledger_entry where organisation = $1 and record = $2 order by sequence limit 1`,
      values: [place.organisation.id, id, sequence],
    })
    await tx.query({
      name: 'hand-size',
      text: 'update ledger_head set recorded_at = recorded_at where organisation = $1',
      values: [place.organisation],
    })
    await tx.query('commit')
  } finally {
    tx.release()
  }
}

async function saves(place: Place): Promise<string> {
  const ids = await place.run(async (ctx) => {
    const person = await change(ctx, { register: 'person', act: 'create', set: { name: 'Ada' } })
    const made = await changeAll(
      ctx,
      Array.from({ length: 40 }, (_, index) => ({
        register: 'risk',
        act: 'create',
        set: { title: `Risico ${index}`, owner: person.id },
      })),
    )
    return made.map(({ id }) => id)
  })
  let priority = 0
  const figures = await compare(
    300,
    (index) => {
      priority += 1
      return place.run((ctx) =>
        change(ctx, { register: 'risk', act: 'update', id: ids[index % 20] ?? '', set: { priority } }),
      )
    },
    (index) => saveByHand(place, ids[20 + (index % 20)] ?? '', 1_000_000_000 + index),
  )
  await place.store.owner.query('delete from ledger_entry where sequence >= 1000000000')
  return report('a saved change', figures.ours, figures.floor, '≤ 1.5')
}

function assets(
  count: number,
): { readonly register: string; readonly act: string; readonly id: string; readonly set: Record<string, string> }[] {
  return Array.from({ length: count }, (_, index) => ({
    register: 'asset',
    act: 'create',
    id: randomUUID(),
    set: {
      title: `Laptop ${index}`,
      kind: 'hardware',
      description: `Laptop van een medewerker, geleverd in 2026, nummer ${index}`,
    },
  }))
}

async function bulk(place: Place, count: number): Promise<string[]> {
  const waits: number[] = []
  const other = { isDone: false }
  const saver = (async () => {
    const made = await place.run((ctx) =>
      change(ctx, { register: 'risk', act: 'create', set: { title: 'Ander werk' } }),
    )
    for (let index = 1; !other.isDone; index += 1) {
      waits.push(
        await timed(() =>
          place.run((ctx) => change(ctx, { register: 'risk', act: 'update', id: made.id, set: { priority: index } })),
        ),
      )
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  })()
  const ours = await timed(() => place.run((ctx) => changeAll(ctx, assets(count))))
  other.isDone = true
  await saver
  const floor = await timed(() => copyRows(place))
  const longest = Math.max(...waits)
  return [
    report(`${count.toLocaleString('en')} assets at once`, figuresOf([ours]), figuresOf([floor]), '≤ 10'),
    `| longest wait of another save meanwhile | ${longest.toFixed(0)} | | | ≤ 1,000 |`,
  ]
}

/** The same record and ledger rows through the server's own COPY: out to a file, in to tables of the same shape. */
async function copyRows(place: Place): Promise<void> {
  const tx = await place.store.owner.connect()
  try {
    await tx.query('begin')
    for (const table of ['record', 'ledger_entry']) {
      await tx.query(`create table copied_${table} (like ${table} including all)`)
      await tx.query(`insert into copied_${table} select * from ${table}`)
    }
    await tx.query('rollback')
  } finally {
    tx.release()
  }
}

async function verification(place: Place): Promise<string> {
  const size = await place.run(async (ctx) => (await presentState(ctx)).sequence)
  const ours: number[] = []
  const floor: number[] = []
  for (let round = 0; round < 3; round += 1) {
    ours.push(await timed(() => place.run((ctx) => verifyLedger(ctx, [place.store.signer.verifierKey]))))
    floor.push(await timed(() => readAndHash(place)))
  }
  return report(`checking ${size.toLocaleString('en')} entries`, figuresOf(ours), figuresOf(floor), '≤ 2')
}

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

const big = Number(process.argv[2] ?? '100000')
const place = await openPlace()
try {
  console.log(await saves(place))
  for (const line of await bulk(place, big)) console.log(line)
  console.log(await verification(place))
} finally {
  await place.close()
}
