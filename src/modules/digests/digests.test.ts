import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type TestMember, type TestOrganisation, type TestServer, testServer } from '../../../test/server.ts'
import { type SmtpServer, smtpServer } from '../../../test/smtp.ts'
import { change } from '../../platform/store/change.ts'
import { inOrganisation } from '../../platform/store/store.ts'
import { isDayFor, waitAfter } from './domain/rhythm.ts'
import { type Post, prepareDigests, sendDigests } from './service.ts'

/** A clock that is set by hand. */
let now = new Date('2026-03-02T08:30:00Z')
let smtp: SmtpServer
let server: TestServer
const failures: unknown[] = []
beforeAll(async () => {
  smtp = await smtpServer()
  const mail = { url: smtp.url, from: 'Waarborg <isms@example.org>' }
  server = await testServer({ clock: { now: () => now }, config: { mail } })
})
afterAll(async () => {
  await server.close()
  await smtp.close()
})

let org: TestOrganisation
let coordinator: TestMember
const at = (instant: string): void => {
  now = new Date(instant)
}
const post = (): Post => {
  const { store, identity } = server.installation
  return { store, identity, language: 'nl', onFailure: (error) => void failures.push(error) }
}
const tenant = () => ({ id: org.id, slug: org.slug, name: 'Zorg & Zo' })
const send = () => sendDigests(post(), tenant())
/** What was mailed to somebody: line breaks of the transport taken out. */
const mailTo = ({ account }: TestMember): readonly string[] =>
  smtp.taken.filter((message) => message.includes(`To: ${account.email}`)).map(decoded)

beforeEach(async () => {
  at('2026-03-02T08:30:00Z')
  failures.length = 0
  org = await server.organisation('Zorg & Zo')
  coordinator = await server.member(org, ['administrator', 'coordinator'])
})

async function make(register: string, set: Record<string, string | null>, state?: string): Promise<string> {
  const actor = { ...coordinator.actor, channel: 'system' } as const
  return await inOrganisation(server.installation.store, { organisation: org.id, actor }, async (ctx) => {
    return (await change(ctx, { register, act: 'create', set, ...(state === undefined ? {} : { state }) })).id
  })
}

async function sanne(): Promise<TestMember & { readonly id: string }> {
  const id = await make('person', { name: 'Sanne', kind: 'employee' })
  return { ...(await server.member(org, ['employee'], id)), id }
}

describe('the mail of a day', () => {
  it('tells each what waits for him, in his language, with links, and once', async () => {
    const one = await sanne()
    const task = await make('task', { title: 'Sleutel inleveren', assignee: one.id, due: '2026-02-20' })
    await make('task', { title: 'Badge halen', assignee: one.id, due: '2026-03-09' })
    await make('task', { title: 'Ver weg', assignee: one.id, due: '2026-09-09' })
    expect(await send()).toEqual({ sent: 1, failed: 0 })
    expect(await send()).toEqual({ sent: 0, failed: 0 })
    const [message = ''] = mailTo(one)
    expect(message).toContain('Subject: 2 dingen wachten op u, 1 te laat: Zorg & Zo')
    expect(message).toContain('TE LAAT\n\n- TK-1 Sleutel inleveren (taak), uiterlijk 20 februari 2026')
    expect(message).toContain(`http://localhost:4400/${org.slug}/registers/task/${task}`)
    expect(message).toContain('- TK-2 Badge halen (taak), uiterlijk 9 maart 2026')
    expect(message).not.toContain('Ver weg')
    expect(mailTo(one)).toHaveLength(1)
    expect(mailTo(coordinator)).toEqual([])
    at('2026-03-03T08:30:00Z')
    expect(await send()).toEqual({ sent: 1, failed: 0 })
  })

  it('speaks English to who chose it', async () => {
    const one = await sanne()
    await make('task', { title: 'Key', assignee: one.id })
    await server.installation.identity.db
      .updateTable('user')
      .set({ language: 'en' })
      .where('id', '=', one.account.id)
      .execute()
    await send()
    expect(mailTo(one)[0]).toContain('Subject: 1 thing waits for you: Zorg & Zo')
  })

  it('is sent in the morning of where the organisation is, and not on days on which nobody works', async () => {
    const one = await sanne()
    await make('task', { title: 'Taak', assignee: one.id })
    // 06:30 in Amsterdam; then a Sunday.
    for (const instant of ['2026-03-02T05:30:00Z', '2026-03-01T10:00:00Z']) {
      at(instant)
      expect(await send()).toEqual({ sent: 0, failed: 0 })
    }
    at('2026-03-02T06:30:00Z')
    expect(await send()).toEqual({ sent: 1, failed: 0 })
  })

  it('is sent by one of two who try at once', async () => {
    const one = await sanne()
    await make('task', { title: 'Taak', assignee: one.id })
    const both = await Promise.all([send(), send()])
    expect(both.reduce((sum, { sent }) => sum + sent, 0)).toBe(1)
    expect(mailTo(one)).toHaveLength(1)
  })

  it('tells the director what to decide, and an account without a person nothing', async () => {
    const boss = await server.member(org, ['top_management'], await make('person', { name: 'Marit' }))
    const before = await make('scope', { title: 'Toepassingsgebied' })
    const letters = await prepareDigests(post(), tenant())
    const to = (member: TestMember) => letters.find((each) => each.member.account.id === member.account.id)?.message
    expect(to(boss)?.text).toContain(`/registers/scope/${before}`)
    expect(to(await server.member(org, ['employee'])) ?? null).toBeNull()
    expect(smtp.taken.some((message) => message.includes(boss.account.email))).toBe(false)
  })
})

describe('a mail that is not taken', () => {
  it('is tried again later the same day, counted, told to the administrator, and does not stop the next day’s', async () => {
    const one = await sanne()
    await make('task', { title: 'Taak', assignee: one.id })
    smtp.refuse('550 no such mailbox')
    expect(await send()).toEqual({ sent: 0, failed: 1 })
    expect(await send()).toEqual({ sent: 0, failed: 0 })
    at('2026-03-02T08:46:00Z')
    expect(await send()).toEqual({ sent: 0, failed: 1 })
    at('2026-03-03T08:30:00Z')
    expect(await send()).toEqual({ sent: 0, failed: 1 })
    expect(failures).toHaveLength(3)
    const told = await coordinator.call('GET', '/digests')
    expect(told.body).toMatchObject({
      hasMail: true,
      members: expect.arrayContaining([
        expect.objectContaining({
          id: one.account.id,
          lastSent: null,
          failedDays: 2,
          attempts: 3,
          problem: expect.stringContaining('550 no such mailbox'),
        }),
      ]),
    })
    smtp.refuse(null)
    at('2026-03-03T08:46:00Z')
    expect(await send()).toEqual({ sent: 1, failed: 0 })
    expect((await coordinator.call('GET', '/digests')).body).toMatchObject({
      members: expect.arrayContaining([
        expect.objectContaining({ id: one.account.id, lastSent: '2026-03-03', failedDays: 0 }),
      ]),
    })
  })
})

describe('how often', () => {
  it('is every day unless somebody chose a week; never cannot be chosen', async () => {
    const one = await sanne()
    await make('task', { title: 'Taak', assignee: one.id })
    expect((await one.call('GET', '/digest')).body).toEqual({ rhythm: 'daily', hasMail: true })
    expect((await one.call('PUT', '/digest', { body: { rhythm: 'never' } })).status).toBe(422)
    expect((await one.call('PUT', '/digest', { body: { rhythm: 'weekly' } })).status).toBe(204)
    expect(await send()).toEqual({ sent: 1, failed: 0 })
    at('2026-03-06T08:30:00Z')
    expect(await send()).toEqual({ sent: 0, failed: 0 })
    at('2026-03-09T08:30:00Z')
    expect(await send()).toEqual({ sent: 1, failed: 0 })
  })

  it('is for the administrator alone to see of others', async () => {
    const one = await sanne()
    expect((await one.call('GET', '/digests')).status).toBe(403)
  })

  const closed = new Set(['2026-03-10'])
  it.each([
    ['daily', '2026-03-09', null, true],
    ['daily', '2026-03-10', null, false],
    ['daily', '2026-04-06', null, false],
    ['weekly', '2026-03-09', '2026-03-02', true],
    ['weekly', '2026-03-11', '2026-03-09', false],
    // The Monday after Easter is a holiday, so the week begins on Tuesday.
    ['weekly', '2026-04-07', '2026-03-30', true],
    ['weekly', '2026-03-11', null, true],
  ] as const)('%s, on %s after %s: %s', (rhythm, day, last, expected) => {
    expect(isDayFor(rhythm, day, { last, closed })).toBe(expected)
  })

  it('tries again after a quarter of an hour, then ever later, and at least every four hours', () => {
    const minutes = [1, 2, 3, 4, 5, 6, 60].map((attempts) => waitAfter(attempts) / 60_000)
    expect(minutes).toEqual([15, 30, 60, 120, 240, 240, 240])
  })
})

/** Quoted-printable and base64 as people read them. */
function decoded(message: string): string {
  const [head = '', ...body] = message.split('\n\n')
  const text = body.join('\n\n')
  if (/content-transfer-encoding: base64/i.test(head)) {
    return `${head}\n\n${Buffer.from(text, 'base64').toString('utf8')}`
  }
  const bytes = text
    .replaceAll('=\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return `${head.replaceAll('\n ', ' ')}\n\n${Buffer.from(bytes, 'latin1').toString('utf8')}`
}
