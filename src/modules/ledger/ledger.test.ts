import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type TestMember, type TestOrganisation, type TestServer, testServer } from '../../../test/server.ts'
import { listCheckpoints, readLedger, verify } from './contract.ts'

let server: TestServer
let of: TestOrganisation
let carla: TestMember
let rik: TestMember
const clock = { time: new Date('2026-03-02T09:00:00.000Z'), now: (): Date => clock.time }
const made = z.object({ record: z.object({ id: z.string(), version: z.number() }) })
const NOW = '2026-03-02T09:00:00.000Z'

beforeAll(async () => {
  server = await testServer({ clock })
  clock.time = new Date(NOW)
  of = await server.organisation()
  carla = await server.member(of, ['coordinator'])
  rik = await server.member(of, ['reader'])
})
afterAll(() => server.close())

async function save(title: string, more: Readonly<Record<string, unknown>> = {}) {
  const answer = await carla.call('POST', '/registers/risk', { body: { set: { title }, ...more } })
  return made.parse(answer.body).record
}

async function ledger(by: TestMember, query = '') {
  return readLedger.reply.parse((await by.call('GET', `/ledger${query}`)).body)
}

describe('the ledger', () => {
  test('tells what happened, newest first, with who, when and why', async () => {
    const { id, version } = await save('Laptop stolen')
    await carla.call('PATCH', `/registers/risk/${id}`, {
      body: { version, set: { scenario: 'In the train.' }, reason: 'Seen twice.', validFrom: '2026-02-20' },
    })
    const { entries, size, root, people } = await ledger(rik, `?record=${id}`)
    expect(entries.map(({ act, reason }) => [act, reason])).toEqual([
      ['update', 'Seen twice.'],
      ['create', null],
    ])
    expect(entries[0]?.changed).toEqual(['scenario'])
    expect(entries[0]).toMatchObject({
      title: 'Laptop stolen',
      actor: { name: 'coordinator', via: 'api' },
      recordedOn: '2026-03-02',
      validFrom: '2026-02-20',
    })
    expect(size).toBeGreaterThanOrEqual(2)
    expect(root).toMatch(/^[0-9a-f]{64}$/)
    expect(people.map(({ id: actor }) => actor)).toContain(carla.actor.id)
  })

  test('goes on where a page ended', async () => {
    const first = await ledger(rik, '?limit=2')
    expect(first.entries).toHaveLength(2)
    const second = await ledger(rik, `?limit=2&before=${first.next}`)
    expect(second.entries[0]?.sequence).toBeLessThan(first.entries[1]?.sequence ?? 0)
  })

  test('narrows by register, person and period', async () => {
    clock.time = new Date('2026-04-01T09:00:00.000Z')
    await save('Fire')
    const april = await ledger(rik, '?from=2026-04-01&until=2026-04-01')
    expect(april.entries.map(({ title }) => title)).toEqual(['Fire'])
    expect((await ledger(rik, `?person=${randomUUID()}`)).entries).toEqual([])
    const controls = await ledger(rik, '?register=control&register=organisation')
    expect(new Set(controls.entries.map(({ register }) => register))).toEqual(new Set(['control', 'organisation']))
  })

  test('on a past day ends where it ended then', async () => {
    const then = await ledger(rik, '?at=2026-03-15')
    expect(then.entries.map(({ title }) => title)).not.toContain('Fire')
    expect(then.root).toBeNull()
    expect(then.size).toBe(then.entries[0]?.sequence)
  })

  test('is not for those who may not read the registers at large', async () => {
    const wim = await server.member(of, ['employee'])
    expect((await wim.call('GET', '/ledger')).status).toBe(403)
    expect((await wim.call('POST', '/ledger/verify')).status).toBe(403)
    expect((await wim.call('GET', '/ledger/checkpoints')).status).toBe(403)
  })

  test('is checked by whoever may read it, and signed by who may change it', async () => {
    expect((await rik.call('POST', '/ledger/checkpoints')).status).toBe(403)
    expect((await carla.call('POST', '/ledger/checkpoints', { body: {} })).status).toBe(200)
    const { checkpoints, publicKeys } = listCheckpoints.reply.parse((await rik.call('GET', '/ledger/checkpoints')).body)
    const {
      ok,
      flaws,
      size,
      root,
      checkpoints: checked,
    } = verify.reply.parse((await rik.call('POST', '/ledger/verify')).body)
    expect({ ok, flaws, checked }).toEqual({ ok: true, flaws: [], checked: 1 })
    expect(checkpoints[0]).toMatchObject({ size, root })
    expect(publicKeys[0]).toMatch(/^waarborg\+[0-9a-f]{8}\+/)
  })
})
