import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type TestServer, testServer } from '../../../test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

describe('the first page', () => {
  it('tells what others did, and nothing of what one did oneself', async () => {
    const organisation = await server.organisation()
    const ada = await server.member(organisation, ['coordinator'])
    const bo = await server.member(organisation, ['coordinator'])
    const before = await ada.call('GET', '/today')
    await ada.call('POST', '/registers/risk', { body: { set: { title: 'Eigen werk' } } })
    await bo.call('POST', '/registers/risk', { body: { set: { title: 'Werk van Bo' } } })
    const { body } = await ada.call('GET', '/today')
    expect(body).toHaveProperty('changes.0', expect.objectContaining({ title: 'Werk van Bo', act: 'create' }))
    expect(countIn(body) - countIn(before.body)).toBe(1)
  })

  it('counts what falls due within a year, and leaves out what lies further or has ended', async () => {
    const organisation = await server.organisation()
    const ada = await server.member(organisation, ['coordinator'])
    const risk = (title: string, reviewAt: string) =>
      ada.call('POST', '/registers/risk', { body: { set: { title, reviewAt } } })
    const [today] = new Date().toISOString().split('T')
    await risk('Nu', today ?? '')
    await risk('Ooit', '2199-01-01')
    await risk('Te laat', '2020-01-01')
    expect((await ada.call('GET', '/today')).body).toMatchObject({
      due: [{ title: 'Te laat' }, { title: 'Nu' }],
      mine: [],
    })
  })

  it('lists the audits of the plan in order', async () => {
    const organisation = await server.organisation()
    const ada = await server.member(organisation, ['coordinator'])
    const { body } = await ada.call('GET', '/registers/organisation')
    const [{ id, version, stagePlan }] = rowsIn(body)
    const set = { stagePlan: { ...stagePlan, stage2: '2030-05-18', stage1: '2030-03-16' } }
    expect((await ada.call('PATCH', `/registers/organisation/${id}`, { body: { version, set } })).status).toBe(200)
    expect((await ada.call('GET', '/today')).body).toMatchObject({
      audits: [
        { stage: 'S1', date: '2030-03-16' },
        { stage: 'S2', date: '2030-05-18' },
      ],
    })
  })
})

const countIn = (body: unknown): number => z.object({ changesTotal: z.int() }).parse(body).changesTotal
const rowsIn = (body: unknown) =>
  z
    .object({ rows: z.tuple([z.looseObject({ id: z.string(), version: z.int(), stagePlan: z.looseObject({}) })]) })
    .parse(body).rows
