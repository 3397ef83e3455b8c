import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestMember, type TestOrganisation, type TestServer, testServer } from '../../../test/server.ts'

let server: TestServer
let now = new Date('2026-03-02T09:00:00.000Z')

beforeAll(async () => {
  server = await testServer({ clock: { now: () => now } })
})
afterAll(() => server.close())

async function coordinator(): Promise<{ org: TestOrganisation; ann: TestMember }> {
  const org = await server.organisation()
  return { org, ann: await server.member(org, ['coordinator']) }
}

function at(body: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, name) => (typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined),
    body,
  )
}

async function create(member: TestMember, register: string, set: object): Promise<{ id: string; version: number }> {
  const { status, body, text } = await member.call('POST', `/registers/${register}`, { body: { set } })
  if (status !== 200) throw new Error(text)
  return { id: String(at(body, 'record', 'id')), version: Number(at(body, 'record', 'version')) }
}

/** Numbers of the listed rows, as one reads them. */
async function numbers(member: TestMember, path: string): Promise<unknown> {
  const { body, status, text } = await member.call('GET', path)
  if (status !== 200) throw new Error(text)
  const rows = at(body, 'rows')
  return Array.isArray(rows) ? rows.map((row: unknown) => at(row, 'number')) : rows
}

describe('a list', () => {
  it('filters, sorts and pages over HTTP, and counts per state', async () => {
    const { ann } = await coordinator()
    const { id: bo } = await create(ann, 'person', { name: 'Bo' })
    const { id: cas } = await create(ann, 'person', { name: 'Cas' })
    await create(ann, 'asset', { title: 'Laptops', owner: cas })
    await create(ann, 'asset', { title: 'Café server', owner: bo })
    await create(ann, 'asset', { title: 'Archive | old', owner: null })
    expect(await numbers(ann, '/registers/asset')).toEqual(['A-1', 'A-2', 'A-3'])
    expect(await numbers(ann, '/registers/asset?sort=-title')).toEqual(['A-1', 'A-2', 'A-3'])
    expect(await numbers(ann, '/registers/asset?sort=owner')).toEqual(['A-2', 'A-1', 'A-3'])
    expect(await numbers(ann, `/registers/asset?filter=owner:in:${bo}|${cas}`)).toEqual(['A-1', 'A-2'])
    expect(await numbers(ann, '/registers/asset?filter=owner:empty:')).toEqual(['A-3'])
    expect(await numbers(ann, '/registers/asset?filter=owner:filled:&filter=title:has:server')).toEqual(['A-2'])
    const odd = encodeURIComponent(`title:in:${encodeURIComponent('Archive | old')}`)
    expect(await numbers(ann, `/registers/asset?filter=${odd}`)).toEqual(['A-3'])
    expect(await numbers(ann, '/registers/asset?q=cafe%20ser')).toEqual(['A-2'])
    const first = await ann.call('GET', '/registers/asset?limit=2')
    expect(first.body).toMatchObject({ total: 3, can: { create: true }, titles: { [bo]: { title: 'Bo' } } })
    expect(await numbers(ann, `/registers/asset?limit=2&after=${String(at(first.body, 'next'))}`)).toEqual(['A-3'])
    const bad = await ann.call('GET', '/registers/asset?filter=owner')
    expect(bad).toMatchObject({ status: 422, body: { code: 'list.bad-filter' } })
    expect((await ann.call('GET', '/registers/no_such')).status).toBe(404)
  })

  it('gives the same answers on a past day as it gave then', async () => {
    now = new Date('2026-03-02T09:00:00.000Z')
    const { ann } = await coordinator()
    const { id: bo } = await create(ann, 'person', { name: 'Bo' })
    const one = await create(ann, 'asset', { title: 'Laptops', owner: bo })
    await create(ann, 'asset', { title: 'Café server', owner: null })
    const paths = [
      '?sort=-title',
      '?filter=owner:empty:',
      '?q=cafe',
      `?filter=owner:in:${bo}`,
      '?limit=1',
      '?filter=state:in:*',
    ]
    const then = await Promise.all(paths.map((path) => numbers(ann, `/registers/asset${path}`)))
    now = new Date('2026-03-09T09:00:00.000Z')
    await ann.call('PATCH', `/registers/asset/${one.id}`, {
      body: { version: 1, set: { title: 'Phones', owner: null } },
    })
    await create(ann, 'asset', { title: 'Café archive' })
    const past = await Promise.all(paths.map((path) => numbers(ann, `/registers/asset${path}&at=2026-03-05`)))
    expect(past).toEqual(then)
    const record = await ann.call('GET', `/registers/asset/${one.id}?at=2026-03-05`)
    expect(record.body).toMatchObject({
      record: { title: 'Laptops', version: 1 },
      titles: { [bo]: { title: 'Bo' } },
      can: { update: false, acts: {} },
    })
    const person = await ann.call('GET', `/registers/person/${bo}?at=2026-03-05`)
    expect(at(person.body, 'incoming')).toEqual([{ register: 'asset', id: one.id, field: 'owner' }])
    expect((await ann.call('GET', `/registers/asset/${one.id}?at=2026-02-01`)).status).toBe(404)
  })

  it('shows an employee what is his own', async () => {
    const { org, ann } = await coordinator()
    const { id: bo } = await create(ann, 'person', { name: 'Bo' })
    await create(ann, 'risk', { title: 'His', owner: bo })
    const other = await create(ann, 'risk', { title: 'Another’s' })
    const employee = await server.member(org, ['employee'], bo)
    expect(await numbers(employee, '/registers/risk')).toEqual(['R-1'])
    expect(await numbers(employee, '/registers/risk?filter=owner:empty:')).toEqual([])
    expect((await employee.call('GET', `/registers/risk/${other.id}`)).status).toBe(404)
    expect((await employee.call('GET', `/registers/risk/${other.id}/history`)).status).toBe(404)
    const found = await employee.call('GET', '/search?q=his')
    expect(at(found.body, 'results')).toEqual([])
    const nameless = await server.member(org, ['employee'])
    expect((await nameless.call('GET', '/registers/risk')).status).toBe(403)
  })
})

describe('a save', () => {
  it('that is stale is refused with the version of the other', async () => {
    const { org, ann } = await coordinator()
    const bob = await server.member(org, ['coordinator'])
    const { id } = await create(ann, 'asset', { title: 'Laptops' })
    const path = `/registers/asset/${id}`
    await bob.call('PATCH', path, { body: { version: 1, set: { title: 'Phones' }, reason: 'They are phones.' } })
    const stale = await ann.call('PATCH', path, { body: { version: 1, set: { title: 'Tablets' } } })
    expect(stale).toMatchObject({
      status: 409,
      body: {
        code: 'record.stale',
        attached: {
          record: { title: 'Phones', version: 2 },
          actor: { name: 'coordinator' },
          reason: 'They are phones.',
        },
      },
    })
  })

  it('names every fault, and takes nothing that an act sets', async () => {
    const { ann } = await coordinator()
    const answer = await ann.call('POST', '/registers/risk', { body: { set: { owner: 'Bo', nothing: 1 } } })
    expect(answer).toMatchObject({ status: 422, body: { code: 'record.invalid' } })
    expect(at(answer.body, 'faults')).toMatchObject([{ path: 'owner' }, { path: 'nothing' }])
    const { id } = await create(ann, 'organisation', { title: 'Second' }).catch(() => ({ id: '' }))
    expect(id).toBe('')
    const own = await ann.call('GET', '/registers/organisation')
    const path = `/registers/organisation/${String(at(own.body, 'rows', 0, 'id'))}`
    const forged = await ann.call('PATCH', path, { body: { version: 1, set: { parametersApprovedAt: '2026-01-01' } } })
    expect(at(forged.body, 'faults')).toMatchObject([{ path: 'parametersApprovedAt', code: 'field.set-elsewhere' }])
  })

  it('does away with what was typed', async () => {
    const { org, ann } = await coordinator()
    const { id } = await create(ann, 'asset', { title: 'Laptops' })
    const typed = { version: 1, set: { title: 'Lapt' } }
    expect((await ann.call('PUT', `/drafts/asset/${id}`, { body: typed })).status).toBe(200)
    expect(at((await ann.call('GET', `/registers/asset/${id}`)).body, 'draft')).toMatchObject(typed)
    const bob = await server.member(org, ['coordinator'])
    expect(at((await bob.call('GET', `/registers/asset/${id}`)).body, 'draft')).toBeNull()
    await ann.call('PATCH', `/registers/asset/${id}`, { body: { version: 1, set: { title: 'Phones' } } })
    expect((await ann.call('GET', `/drafts/asset/${id}`)).status).toBe(404)
  })

  it('is told in the history, by whom and why', async () => {
    const { ann } = await coordinator()
    const { id } = await create(ann, 'asset', { title: 'Laptops' })
    await ann.call('PATCH', `/registers/asset/${id}`, { body: { version: 1, set: { title: 'Phones' }, reason: 'So.' } })
    const { body } = await ann.call('GET', `/registers/asset/${id}/history`)
    expect(at(body, 'entries')).toMatchObject([
      { version: 2, act: 'update', actor: { name: 'coordinator', via: 'api' }, reason: 'So.', changed: ['title'] },
      { version: 1, act: 'create', record: { title: 'Laptops', number: 'A-1' } },
    ])
    const record = await ann.call('GET', `/registers/asset/${id}`)
    expect(at(record.body, 'hash')).toBe(at(body, 'entries', 0, 'hash'))
  })
})

describe('an act', () => {
  it('is offered where state and role allow it, and done once', async () => {
    const { org, ann } = await coordinator()
    const { id } = await create(ann, 'asset', { title: 'Laptops' })
    const path = `/registers/asset/${id}`
    const offered = async (member: TestMember): Promise<unknown> =>
      at((await member.call('GET', path)).body, 'can', 'acts')
    expect(await offered(ann)).toHaveProperty('retire', { ok: true })
    expect(await offered(await server.member(org, ['reader']))).toEqual({})
    const noReason = await ann.call('POST', `${path}/acts/retire`, { body: { version: 1 } })
    expect(at(noReason.body, 'faults')).toMatchObject([{ path: 'reason', message: 'Fill this in.' }])
    const retired = await ann.call('POST', `${path}/acts/retire`, { body: { version: 1, reason: 'Sold.' } })
    expect(retired.body).toMatchObject({ record: { state: 'retired', version: 2 }, can: { update: false } })
    const changed = await ann.call('PATCH', path, { body: { version: 2, set: { title: 'Phones' } } })
    expect(changed).toMatchObject({ status: 409, body: { code: 'record.ended' } })
    expect((await ann.call('POST', `${path}/acts/fly`, { body: { version: 2 } })).status).toBe(404)
    expect(await numbers(ann, '/registers/asset')).toEqual([])
  })

  it('that a rule of the module holds up says why, and is refused', async () => {
    const { org, ann } = await coordinator()
    const { id } = await create(ann, 'person', { name: 'Bo' })
    const statement = await create(ann, 'statement', { title: 'Statement', versionLabel: '1.0' })
    await create(ann, 'statement_line', { ref: 'A.5.1', control: await firstControl(ann), included: null })
    const boss = await server.member(org, ['top_management'], id)
    const path = `/registers/statement/${statement.id}`
    const approve = at((await boss.call('GET', path)).body, 'can', 'acts', 'approve')
    expect(approve).toMatchObject({ ok: false, why: 'statement.undecided' })
    expect(String(at(approve, 'message')).length).toBeGreaterThan(10)
    const refused = await boss.call('POST', `${path}/acts/approve`, { body: { version: 1 } })
    expect(refused).toMatchObject({ status: 409, body: { code: 'statement.undecided' } })
  })
})

async function firstControl(member: TestMember): Promise<string> {
  return String(at((await member.call('GET', '/registers/control?limit=1')).body, 'rows', 0, 'id'))
}

it('calls things on a past day as they were called then: what is due, the ledger, and history', async () => {
  const { ann } = await coordinator()
  const { id: owner } = await create(ann, 'person', { name: 'Bo Oud' })
  const { id } = await create(ann, 'action', { title: 'Oude naam', owner, due: '2026-05-01' })
  const past = now.toISOString().slice(0, 10)
  now = new Date(now.getTime() + 2 * 86_400_000)
  await ann.call('PATCH', `/registers/person/${owner}`, { body: { version: 1, set: { name: 'Bo Nieuw' } } })
  await ann.call('PATCH', `/registers/action/${id}`, { body: { version: 1, set: { title: 'Nieuwe naam' } } })
  for (const path of ['today?', 'ledger?', `registers/action/${id}/history?`]) {
    const then = await ann.call('GET', `/${path}at=${past}`)
    expect([path, then.status, then.text.includes('Nieuw')]).toEqual([path, 200, false])
    expect(then.text).toContain('Oud')
    expect((await ann.call('GET', `/${path}`)).text).toContain('Nieuw')
  }
})

/** As a forger would write it. */
const cursor = (...parts: readonly unknown[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url')

it('leaves out, as true today, what was entered as true from later on', async () => {
  const { ann } = await coordinator()
  const today = now.toISOString().slice(0, 10)
  const body = { set: { title: 'Nieuwbouw' }, validFrom: '2099-01-01' }
  const made = await ann.call('POST', '/registers/risk', { body })
  const path = `/registers/risk/${String(at(made.body, 'record', 'id'))}`
  expect(await numbers(ann, `/registers/risk?at=${today}`)).toEqual(['R-1'])
  expect(await numbers(ann, `/registers/risk?at=${today}&mode=true`)).toEqual([])
  expect((await ann.call('GET', `${path}?at=${today}&mode=true`)).status).toBe(404)
  expect(await numbers(ann, '/registers/risk?at=2099-01-01&mode=true')).toEqual(['R-1'])
})

describe('what no database keeps', () => {
  it('is left out of texts, reasons, drafts and views, so that the ledger still verifies', async () => {
    const { ann } = await coordinator()
    const odd = 'Bra\u0000nd\ud800'
    const made = await ann.call('POST', '/registers/risk', { body: { set: { title: odd }, reason: odd } })
    expect(made).toMatchObject({ status: 200, body: { record: { title: 'Brand\ufffd' } } })
    const draft = { version: null, set: { title: odd } }
    expect((await ann.call('PUT', '/drafts/risk/new', { body: draft })).status).toBe(200)
    const views = [{ name: odd, search: odd }]
    expect((await ann.call('PUT', '/views/risk', { body: { views } })).status).toBe(200)
    expect((await ann.call('POST', '/ledger/verify', { body: {} })).body).toMatchObject({ ok: true })
  })

  it('is refused where it is a date, a filter, an order or a page', async () => {
    const { ann } = await coordinator()
    const year0 = { set: { title: 'Brand' }, validFrom: '0000-01-01' }
    expect((await ann.call('POST', '/registers/risk', { body: year0 })).status).toBe(422)
    for (const query of [
      'at=0000-01-01',
      'filter=constructor:in:a',
      'filter=__proto__:empty:',
      'sort=constructor',
      'filter=recordedAt:from:abc',
      'filter=validFrom:until:2026-02-30',
      'filter=properties:from:abc',
      'filter=owner:from:abc',
      `after=${cursor('abc', 1)}`,
      `after=${cursor('1', 1.5)}`,
      `sort=recordedAt&after=${cursor('abc', 1)}`,
      `sort=title&after=${cursor('a\u0000', 1)}`,
    ]) {
      expect([query, (await ann.call('GET', `/registers/risk?${query}`)).status]).toEqual([query, 422])
    }
    expect((await ann.call('GET', '/registers/risk?filter=title:has:%2500')).status).toBe(200)
    expect((await ann.call('GET', '/ledger?person=abc')).status).toBe(422)
  })
})

it('takes what only an approval may say from an approval, and not from whoever prepares', async () => {
  const { org, ann } = await coordinator()
  const line = await create(ann, 'statement_line', { ref: 'A.5.1', control: await firstControl(ann) })
  const consultant = await server.member(org, ['consultant'])
  const set = { exclusionWrong: false }
  const byHand = await consultant.call('PATCH', `/registers/statement_line/${line.id}`, { body: { version: 1, set } })
  expect(byHand).toMatchObject({ status: 422, body: { faults: [{ code: 'field.set-elsewhere' }] } })
  const act = `/registers/statement_line/${line.id}/acts/confirmExclusion`
  expect((await consultant.call('POST', act, { body: { version: 1, set } })).status).toBe(403)
  const { id: bo } = await create(ann, 'person', { name: 'Bo' })
  const signs = await server.member(org, ['coordinator'], bo)
  expect((await ann.call('POST', act, { body: { version: 1, set } })).body).toMatchObject({
    code: 'approval.no-person',
  })
  expect((await signs.call('POST', act, { body: { version: 1, set } })).body).toMatchObject({ record: set })
})

describe('many at once', () => {
  it('change alike, and those that may not are named and left', async () => {
    const { ann } = await coordinator()
    const { id: bo } = await create(ann, 'person', { name: 'Bo' })
    const records = [
      await create(ann, 'asset', { title: 'One' }),
      await create(ann, 'asset', { title: 'Two' }),
      await create(ann, 'asset', { title: 'Three' }),
    ]
    const asked = records.map(({ id }, index) => ({ id, version: index === 1 ? 7 : 1 }))
    const answer = await ann.call('POST', '/registers/asset/bulk', { body: { records: asked, set: { owner: bo } } })
    expect(answer.body).toMatchObject({ changed: 2, refused: [{ id: records[1]?.id, code: 'record.stale' }] })
    expect(await numbers(ann, `/registers/asset?filter=owner:in:${bo}`)).toEqual(['A-1', 'A-3'])
  })
})

it('finds records by words, and names those that a link may point to', async () => {
  const { ann } = await coordinator()
  const { id } = await create(ann, 'person', { name: 'Zoë de Vries' })
  const found = await ann.call('GET', '/search?q=zoe%20vri')
  expect(at(found.body, 'results')).toMatchObject([{ id, register: 'person', number: 'P-1', title: 'Zoë de Vries' }])
  const options = await ann.call('GET', '/options?register=person&register=asset&q=')
  expect(at(options.body, 'options')).toMatchObject([{ id }])
  const titles = await ann.call('GET', `/titles?id=${id}`)
  expect(at(titles.body, 'titles', id)).toMatchObject({ number: 'P-1' })
})

it('keeps views per person', async () => {
  const { org, ann } = await coordinator()
  const views = [{ name: 'Mine', search: 'filter=owner:in:me' }]
  expect((await ann.call('PUT', '/views/risk', { body: { views } })).body).toEqual({ views })
  const bob = await server.member(org, ['coordinator'])
  expect((await bob.call('GET', '/views/risk')).body).toEqual({ views: [] })
})

it('erases a person on the administrator’s word, and on nobody else’s', async () => {
  const { org, ann } = await coordinator()
  const { id } = await create(ann, 'person', { name: 'Zoë de Vries' })
  const body = { version: 1, reason: 'Asked for it.' }
  expect((await ann.call('POST', `/registers/person/${id}/erase`, { body })).status).toBe(403)
  const admin = await server.member(org, ['administrator'])
  expect((await admin.call('POST', `/registers/person/${id}/erase`, { body })).status).toBe(204)
  const history = await ann.call('GET', `/registers/person/${id}/history`)
  expect(history.text).not.toContain('Vries')
})

it('erases a person from drafts, views, previews of imports and names of files too, and no other word', async () => {
  const { org, ann } = await coordinator()
  const { id } = await create(ann, 'person', { name: 'Jan' })
  const second = { set: { name: 'Jan de Vries' }, version: 1 }
  expect((await ann.call('PATCH', `/registers/person/${id}`, { body: second })).status).toBe(200)
  const bytes = new TextEncoder().encode('Naam;Eigenaar\r\nLaptop van Jan de Vries;jan\r\n')
  const sent = await ann.call('POST', '/files', { bytes, headers: { 'x-file-name': 'Jan de Vries.csv' } })
  const made = await ann.call('POST', '/imports', { body: { files: [at(sent.body, 'hash')] } })
  expect(made.status).toBe(200)
  const draft = { version: null, set: { title: 'Vertrek van JAN in januari' } }
  await ann.call('PUT', '/drafts/risk/new', { body: draft })
  const views = [
    { name: 'Zijn', search: 'filter=title%3Ahas%3AJan%2520de%2520Vries' },
    { name: 'Mine', search: 'filter=owner:in:me' },
  ]
  await ann.call('PUT', '/views/risk', { body: { views } })
  const admin = await server.member(org, ['administrator'])
  const body = { version: 2, reason: 'Asked for it.' }
  expect((await admin.call('POST', `/registers/person/${id}/erase`, { body })).status).toBe(204)
  expect((await ann.call('GET', '/drafts/risk/new')).body).toMatchObject({
    set: { title: 'Vertrek van P-1 in januari' },
  })
  expect((await ann.call('GET', '/views/risk')).body).toEqual({ views: [views[1]] })
  const preview = await ann.call('GET', `/imports/${String(at(made.body, 'id'))}`)
  expect(preview).toMatchObject({ status: 200, body: { files: [{ name: 'P-1.csv' }] } })
  expect(preview.text).not.toMatch(/\bjan\b/i)
  expect((await ann.call('GET', `/files/${String(at(sent.body, 'hash'))}/about`)).text).not.toContain('Jan')
})
