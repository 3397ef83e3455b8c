import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestStore, placeIn, verifiedIn } from './store.fixture.ts'
import type { Store } from './store.ts'

let store: Store
beforeAll(async () => {
  store = await openTestStore()
})
afterAll(async () => {
  await Promise.all([store.app.end(), store.owner.end()])
})

test('a check finds nothing wrong because somebody saves meanwhile', async () => {
  const at = await placeIn(store)
  const { id } = await at.save({ register: 'risk', act: 'create', set: { title: 'Brand' } })
  const saves = (async () => {
    for (let likelihood = 0; likelihood < 40; likelihood += 1) {
      await at.save({ register: 'risk', act: 'update', id, set: { likelihood: (likelihood % 5) + 1 } })
    }
  })()
  for (let round = 0; round < 10; round += 1) expect(await verifiedIn(store, at)).toMatchObject({ ok: true })
  await saves
})
