import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AnyRecord } from '../../kernel/isms.ts'
import { type ChangeInput, change, changeAll } from './change.ts'
import { find, incoming, search } from './read.ts'
import { openTestStore, placeIn, refusal, verifiedIn } from './store.fixture.ts'
import type { Store } from './store.ts'

let store: Store
beforeAll(async () => {
  store = await openTestStore()
})
afterAll(async () => {
  await Promise.all([store.app.end(), store.owner.end()])
})

const MANY = 2_100

function newRisks(owner: string): readonly (ChangeInput & { readonly id: string })[] {
  return Array.from({ length: MANY }, (_, index) => ({
    register: 'risk',
    act: 'create',
    id: randomUUID(),
    set: { title: `Brand ${index}`, owner, likelihood: 3 },
  }))
}

test('more changes than fit one statement are written as if they were few', async () => {
  const at = await placeIn(store)
  const ada = await at.save({ register: 'person', act: 'create', set: { name: 'Ada' } })
  const bob = await at.save({ register: 'person', act: 'create', set: { name: 'Bob' } })
  const created = newRisks(ada.id)
  const again = created.slice(0, 50).map(({ id }) => ({ register: 'risk', act: 'update', id, set: { likelihood: 5 } }))
  const made = await at.run((ctx) => changeAll(ctx, [...created, ...again]))

  expect(made).toHaveLength(MANY + 50)
  expect(made[0]).toMatchObject({ number: 'R-1', version: 1, sequence: 3, likelihood: 3 })
  expect(made[MANY]).toMatchObject({ number: 'R-1', version: 2, sequence: MANY + 3, likelihood: 5 })
  const [first, last] = await at.run(async (ctx) => [
    await find(ctx, created[0]?.id ?? ''),
    await find(ctx, created.at(-1)?.id ?? ''),
  ])
  expect(first).toEqual(made[MANY])
  expect(last).toEqual(made[MANY - 1])
  // One by its title, one by its number.
  expect(await at.run((ctx) => search(ctx, { q: 'brand 2099', registers: [], limit: 500 }))).toHaveLength(2)

  const moved = await at.run((ctx) =>
    changeAll(
      ctx,
      created.map(({ id }) => ({ register: 'risk', act: 'update', id, set: { owner: bob.id } })),
    ),
  )
  expect(moved.every((record: AnyRecord) => record['owner'] === bob.id)).toBe(true)
  const [ofAda, ofBob] = await at.run(async (ctx) => [await incoming(ctx, ada.id), await incoming(ctx, bob.id)])
  expect(ofAda).toEqual([])
  expect(ofBob.length).toBeGreaterThan(0)
  expect(await verifiedIn(store, at)).toMatchObject({ ok: true, size: 2 + MANY + 50 + MANY })
})

test('many changes are all there or none, and a transaction may make many twice', async () => {
  const at = await placeIn(store)
  const ada = await at.save({ register: 'person', act: 'create', set: { name: 'Ada' } })
  const dangling = { register: 'risk', act: 'create', set: { title: 'Los', owner: randomUUID() } }
  const refused = await refusal(at.run((ctx) => changeAll(ctx, [...newRisks(ada.id), dangling])))
  expect(refused.code).toBe('record.invalid')
  expect(await verifiedIn(store, at)).toMatchObject({ ok: true, size: 1 })

  await at.run(async (ctx) => {
    await changeAll(ctx, newRisks(ada.id))
    await changeAll(ctx, newRisks(ada.id))
    await change(ctx, { register: 'risk', act: 'create', set: { title: 'Nog een' } })
  })
  expect(await verifiedIn(store, at)).toMatchObject({ ok: true, size: 2 + 2 * MANY })
})
