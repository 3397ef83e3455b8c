import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  type Answer,
  type TestMember,
  type TestOrganisation,
  type TestServer,
  testServer,
} from '../../../test/server.ts'

/** A clock that is set by hand. */
let now = new Date('2026-03-02T09:00:00Z')
let server: TestServer
beforeAll(async () => {
  server = await testServer({ clock: { now: () => now } })
})
afterAll(() => server.close())

let org: TestOrganisation
let ann: TestMember
let bo: TestMember
const people = { ann: '', bo: '' }

const made = z.object({ record: z.object({ id: z.string(), version: z.int() }) })

async function make(register: string, set: object): Promise<string> {
  const { status, body, text } = await ann.call('POST', `/registers/${register}`, { body: { set } })
  if (status !== 200) throw new Error(text)
  return made.parse(body).record.id
}

const mine = z.object({
  mine: z.array(z.looseObject({ title: z.string(), due: z.string().nullable(), isLate: z.boolean() })),
})
async function dutiesOf(member: TestMember): Promise<readonly (readonly [string, string | null, boolean])[]> {
  const { body } = await member.call('GET', '/today')
  return mine.parse(body).mine.map(({ title, due, isLate }) => [title, due, isLate])
}

const say = (member: TestMember, work: string, body: object): Promise<Answer> =>
  member.call('POST', `/recurring/${work}`, { body })
const at = (instant: string): void => {
  now = new Date(instant)
}

beforeEach(async () => {
  at('2026-03-02T09:00:00Z')
  org = await server.organisation()
  ann = await server.member(org, ['coordinator'])
  people.ann = await make('person', { name: 'Ann', kind: 'employee', startDate: '2020-01-01' })
  people.bo = await make('person', { name: 'Bo', kind: 'employee', startDate: '2020-01-01' })
  bo = await server.member(org, ['employee'], people.bo)
})

const MONTHLY = { title: 'Accounts doorlopen', every: 1, unit: 'month', evidenceWanted: 'De lijst' } as const
const ofBo = (more: object = {}): Promise<string> =>
  make('recurring_task', { ...MONTHLY, startsOn: '2026-02-01', owner: people.bo, ...more })

describe('recurring work', () => {
  it('stands on the first page of who does it when its day has come, without anybody writing it down', async () => {
    await ofBo()
    expect(await dutiesOf(bo)).toEqual([['Accounts doorlopen', '2026-03-01', false]])
    expect((await ann.call('GET', '/registers/occurrence')).body).toMatchObject({ total: 0 })
    at('2026-03-20T09:00:00Z')
    expect(await dutiesOf(bo)).toEqual([['Accounts doorlopen', '2026-03-01', true]])
  })

  it('is done with proof, which writes the occurrence down, and comes back on its next day', async () => {
    const work = await ofBo({ startsOn: '2026-03-01' })
    expect(await say(bo, work, { act: 'finish', due: '2026-03-01' })).toMatchObject({
      status: 409,
      body: { code: 'occurrence.no-proof' },
    })
    const done = await say(bo, work, { act: 'finish', due: '2026-03-01', result: 'Niets opgevallen' })
    expect(done).toMatchObject({ status: 200, body: { state: 'done' } })
    expect((await ann.call('GET', '/registers/occurrence')).body).toMatchObject({
      total: 1,
      rows: [{ due: '2026-03-01', doneAt: '2026-03-02', by: people.bo, result: 'Niets opgevallen' }],
    })
    expect(await dutiesOf(bo)).toEqual([])
    at('2026-03-26T09:00:00Z')
    expect(await dutiesOf(bo)).toEqual([['Accounts doorlopen', '2026-04-01', false]])
    expect(await say(bo, work, { act: 'finish', due: '2026-03-01', result: 'Nog eens' })).toMatchObject({
      status: 409,
      body: { code: 'occurrence.not-open' },
    })
  })

  it('is said once of a day, also by several at the same moment', async () => {
    const work = await ofBo({ startsOn: '2026-03-01' })
    const done = { act: 'finish', due: '2026-03-01', result: 'Gedaan' }
    const all = await Promise.all([bo, ann, bo, ann, bo, ann].map((one) => say(one, work, done)))
    expect(all.filter(({ status }) => status === 200)).toHaveLength(1)
    expect((await ann.call('GET', '/registers/occurrence')).body).toMatchObject({ total: 1 })
  })

  it('may be not needed this time, with a reason', async () => {
    const work = await ofBo({ startsOn: '2026-03-01' })
    expect((await say(bo, work, { act: 'skip', due: '2026-03-01', reason: ' ' })).status).toBe(422)
    const said = await say(bo, work, { act: 'skip', due: '2026-03-01', reason: 'Er kwam en ging niemand' })
    expect(said).toMatchObject({ status: 200, body: { state: 'not_needed' } })
    expect(await dutiesOf(bo)).toEqual([])
  })

  it('goes to somebody else, for one day or for a stretch of days', async () => {
    const work = await ofBo({ startsOn: '2026-03-01' })
    expect(await dutiesOf(ann)).toEqual([])
    expect((await say(bo, work, { act: 'hand_over', due: '2026-03-01', to: people.ann })).status).toBe(200)
    expect(await dutiesOf(bo)).toEqual([])
    const two = await server.member(org, ['owner'], people.ann)
    expect(await dutiesOf(two)).toEqual([['Accounts doorlopen', '2026-03-01', false]])
    const stretch = { from: '2026-04-01', until: '2026-05-31', to: people.ann, reason: 'Met verlof' }
    expect((await bo.call('POST', '/hand-over', { body: stretch })).body).toEqual({ count: 2 })
    const others = await say(two, work, { act: 'hand_over', due: '2026-06-01', to: people.ann })
    expect(others.status).toBe(403)
    const { body: shown } = await two.call('GET', `/recurring/${work}`)
    expect(shown).toMatchObject({ days: [{ due: '2026-03-01' }, { due: '2026-04-01' }] })
    at('2026-04-03T09:00:00Z')
    expect(await dutiesOf(bo)).toEqual([])
    expect(await say(two, work, { act: 'finish', due: '2026-04-01', result: 'Gedaan' })).toMatchObject({ status: 200 })
    at('2026-06-01T09:00:00Z')
    expect(await dutiesOf(bo)).toEqual([['Accounts doorlopen', '2026-06-01', false]])
  })

  it('is late to whose its day is, and not because of the day of somebody else', async () => {
    const work = await ofBo({ startsOn: '2026-03-01' })
    expect((await say(bo, work, { act: 'hand_over', due: '2026-03-01', to: people.ann })).status).toBe(200)
    at('2026-04-02T09:00:00Z')
    expect((await ann.call('GET', `/recurring/${work}`)).body).toMatchObject({
      days: [
        { due: '2026-03-01', assignee: { title: 'Ann' }, isLate: true },
        { due: '2026-04-01', assignee: { title: 'Bo' }, isLate: false },
        { due: '2026-05-01', isAhead: true },
      ],
    })
  })

  it('is nobody else’s to act on, and not there for who may not see it', async () => {
    const work = await ofBo()
    const other = await server.member(org, ['employee'], people.ann)
    const reader = await server.member(org, ['reader'])
    const finish = { act: 'finish', due: '2026-03-01', result: 'x' }
    expect((await say(other, work, finish)).status).toBe(404)
    expect((await say(reader, work, finish)).status).toBe(403)
    const others = { from: '2026-03-01', until: '2026-04-01', to: people.ann, person: people.bo }
    expect((await other.call('POST', '/hand-over', { body: others })).status).toBe(403)
    expect((await ann.call('POST', '/hand-over', { body: { ...others, person: people.ann } })).status).toBe(409)
  })
})

const detail = z.object({
  record: z.object({
    given: z.record(z.string(), z.string().nullable()),
    known: z.array(z.object({ id: z.string(), doneAt: z.string().nullable() })),
  }),
})

const recordOf = async (work: string) => detail.parse((await ann.call('GET', `/recurring/${work}`)).body).record

describe('work that leaves a record in a register of its own', () => {
  it('begins that record with what is known, and is finished by it', async () => {
    const cloud = await make('supplier', { title: 'Cloud' })
    const mail = await make('supplier', { title: 'Mail' })
    await make('supplier_review', { supplier: cloud, doneAt: '2025-12-01' })
    const work = await ofBo({ title: 'Leverancier', recordedIn: 'supplier_review', startsOn: '2026-03-01' })
    const { given } = await recordOf(work)
    expect(given).toMatchObject({ supplier: mail, plannedAt: '2026-03-01', doneAt: '2026-03-02' })
    const review = await make('supplier_review', { ...given, result: 'good', conclusion: 'In orde' })
    const { known } = await recordOf(work)
    expect(known).toEqual([{ id: review, doneAt: '2026-03-02' }])
    // Bo may not read the reviews of others, nor what they are called.
    expect((await bo.call('GET', `/recurring/${work}`)).body).toMatchObject({ record: { known: [] } })
    const done = await say(ann, work, { act: 'finish', due: '2026-03-01', records: [review] })
    expect(done).toMatchObject({ status: 200, body: { state: 'done' } })
    expect((await ann.call('GET', `/registers/supplier_review/${review}`)).body).toMatchObject({
      record: { state: 'done' },
      incoming: [{ register: 'occurrence', field: 'records' }],
    })
  })

  it('is only begun by a record of work that takes longer, which is due by itself', async () => {
    const work = await ofBo({ title: 'Interne audit', recordedIn: 'audit', startsOn: '2026-03-01' })
    const { given } = await recordOf(work)
    expect(given).toMatchObject({ kind: 'internal', plannedAt: '2026-03-01', title: 'Interne audit, March 2026' })
    const audit = await make('audit', { ...given })
    const begun = await say(ann, work, { act: 'finish', due: '2026-03-01', records: [audit] })
    expect(begun).toMatchObject({ status: 200, body: { state: 'open' } })
    expect(await dutiesOf(bo)).toEqual([])
  })
})
