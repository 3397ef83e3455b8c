import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  ADDRESS,
  type Answer,
  type TestMember,
  type TestOrganisation,
  type TestServer,
  testServer,
} from '../../../test/server.ts'
import { removeGrant } from '../../platform/identity/grants.ts'
import { change } from '../../platform/store/change.ts'
import { inOrganisation } from '../../platform/store/store.ts'

let server: TestServer
let org: TestOrganisation
let coordinator: TestMember
beforeAll(async () => {
  server = await testServer({ clock: { now: () => new Date('2026-03-02T08:30:00Z') } })
  org = await server.organisation('Zorg & Zo')
  coordinator = await server.member(org, ['administrator', 'coordinator'])
})
afterAll(() => server.close())

async function make(register: string, set: Record<string, string | boolean>): Promise<string> {
  const actor = { ...coordinator.actor, channel: 'system' } as const
  return await inOrganisation(server.installation.store, { organisation: org.id, actor }, async (ctx) => {
    return (await change(ctx, { register, act: 'create', set })).id
  })
}

async function sanne(): Promise<TestMember & { readonly id: string }> {
  const id = await make('person', { name: 'Sanne', kind: 'employee' })
  return { ...(await server.member(org, ['employee'], id)), id }
}

/** The path of a feed, as whoever made it was given it. */
async function feedOf({ call }: TestMember): Promise<string> {
  const { address } = z.object({ address: z.string() }).parse((await call('POST', '/calendar')).body)
  expect(address.startsWith(`${ADDRESS}/api/organisations/${org.slug}/calendar/`)).toBe(true)
  return address.slice(`${ADDRESS}/api`.length)
}

/** As a calendar program asks: without a session or a token. */
const read = (path: string): Promise<Answer> => server.call('GET', path)

describe('the calendar of one person', () => {
  it('holds what is due to him, whoever reads it by the address', async () => {
    const one = await sanne()
    const task = await make('task', { title: 'Sleutel; inleveren, nu', assignee: one.id, due: '2026-03-09' })
    await make('task', { title: 'Te laat', assignee: one.id, due: '2026-02-20' })
    await make('task', { title: 'Van een ander', assignee: await make('person', { name: 'Bo' }), due: '2026-03-09' })
    const answer = await read(await feedOf(one))
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8'])
    const text = answer.text.replaceAll('\r\n ', '')
    expect(text).toContain(`UID:${task}@`)
    expect(text).toContain('DTSTART;VALUE=DATE:20260309\r\n')
    expect(text).toMatch(/SUMMARY;LANGUAGE=en:TK-\d+ Sleutel\\; inleveren\\, nu \(task\)/)
    expect(text).toMatch(/SUMMARY;LANGUAGE=en:Late: TK-\d+ Te laat/)
    expect(text).toContain(`URL;VALUE=URI:${ADDRESS}/${org.slug}/registers/task/${task}`)
    expect(text).not.toContain('Van een ander')
    expect(text).not.toContain('UID:path-')
  })

  it('holds the steps that are left for whoever leads the path', async () => {
    const text = (await read(await feedOf(coordinator))).text
    expect(text).toContain('UID:path-1@')
    expect(text.match(/BEGIN:VEVENT/g)?.length).toBeGreaterThan(40)
    await make('person', { name: 'Marit van Boven', isTopManagement: true })
    expect((await read(await feedOf(coordinator))).text.replaceAll('\r\n ', '')).toContain('Who: Marit van Boven')
  })
})

describe('the address', () => {
  it('is kept as a hash only, and stops when it is made anew, revoked, or its owner leaves', async () => {
    const one = await sanne()
    expect((await one.call('GET', '/calendar')).body).toEqual({ feed: null })
    const first = await feedOf(one)
    const { rows } = await server.installation.database.owner.query('select token_hash from identity.calendar_feed')
    expect(JSON.stringify(rows)).not.toContain(first.slice(-47, -4))
    const second = await feedOf(one)
    expect((await read(first)).status).toBe(404)
    expect((await read(second)).status).toBe(200)
    expect((await one.call('GET', '/calendar')).body).toMatchObject({
      feed: { lastReadAt: '2026-03-02T08:30:00.000Z' },
    })
    expect((await one.call('DELETE', '/calendar')).status).toBe(204)
    expect((await read(second)).status).toBe(404)
    const third = await feedOf(one)
    await removeGrant(server.installation.identity, org.id, one.account.id, { actor: null })
    expect((await read(third)).status).toBe(404)
  })

  it('opens nothing elsewhere, and nothing without its ending', async () => {
    const path = await feedOf(await sanne())
    const other = await server.organisation()
    expect((await read(path.replace(org.slug, other.slug))).status).toBe(404)
    expect((await read(path.slice(0, -4))).status).toBe(404)
    expect((await read(`/organisations/${org.slug}/calendar/.ics`)).status).toBe(404)
  })
})
