import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestServer, testServer } from '../../../test/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

it('takes no time zone that is none, and goes on with the one that it had', async () => {
  const organisation = await server.organisation()
  const { call } = await server.member(organisation, ['coordinator'])
  const list = await call('GET', '/registers/organisation')
  const id = /"id":"([0-9a-f-]{36})"/.exec(list.text)?.[1] ?? ''
  const refused = await call('PATCH', `/registers/organisation/${id}`, {
    body: { version: 1, set: { timeZone: 'Mars' } },
  })
  expect([refused.status, refused.body]).toMatchObject([409, { code: 'organisation.time-zone' }])
  const taken = await call('PATCH', `/registers/organisation/${id}`, {
    body: { version: 1, set: { timeZone: 'America/Curacao' } },
  })
  expect(taken.status).toBe(200)
  expect((await call('GET', '/today')).status).toBe(200)
})
