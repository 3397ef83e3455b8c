import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestServer, testServer } from '../../../test/server.ts'
import { change } from '../../platform/store/change.ts'
import { inOrganisation } from '../../platform/store/store.ts'
import { contextIssue } from '../context/registers/context-issue.ts'
import { conforming } from '../samples/domain/conforming/conforming.ts'
import { PROMPTS, prompted } from './domain/context.ts'

describe('the subjects of a session', () => {
  it('show every issue once, whatever its topic, and nothing that was retired', () => {
    const org = conforming()
    const issues = org.build.isms().all(contextIssue)
    for (const [index, { id }] of issues.entries()) {
      org.build.set(
        contextIssue,
        id,
        index === 0 ? { topic: 'customers', kind: 'internal' } : { topic: null, kind: null },
      )
    }
    const shown = prompted(org.build.isms()).flatMap((one) => one.issues.map(({ id }) => id))
    expect(shown.toSorted()).toEqual(issues.map(({ id }) => id).toSorted())
    for (const { id } of issues) org.build.set(contextIssue, id, { state: 'retired' })
    expect(prompted(org.build.isms()).flatMap((one) => one.issues)).toEqual([])
  })

  it('have something ready where a newcomer looks for words, until it was said', () => {
    const org = conforming()
    const before = prompted(org.build.isms())
    expect(before.flatMap(({ ready }) => ready).length).toBeGreaterThan(15)
    const [first] = before.flatMap(({ ready }) => ready)
    org.build.set(contextIssue, org.issues[0], { title: first?.title.nl ?? '' })
    const left = prompted(org.build.isms()).flatMap(({ ready }) => ready.map(({ key }) => key))
    expect(left).not.toContain(first?.key)
  })

  it('cover inside and outside', () => {
    expect(new Set(PROMPTS.map(({ kind }) => kind))).toEqual(new Set(['internal', 'external']))
  })
})

describe('what is said in a session', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await testServer()
  })
  afterAll(() => server.close())

  async function table() {
    const organisation = await server.organisation()
    const { actor } = await server.member(organisation, ['coordinator'])
    const fenna = await inOrganisation(
      server.installation.store,
      { organisation: organisation.id, actor },
      async (ctx) => (await change(ctx, { register: 'person', act: 'create', set: { name: 'Fenna' } })).id,
    )
    const lead = await server.member(organisation, ['coordinator'], fenna)
    return { lead, consultant: await server.member(organisation, ['consultant']), fenna }
  }

  it('counts from the moment that it was said', async () => {
    const { lead, fenna } = await table()
    const body = { prompt: 'customers', title: 'Klanten vragen een certificaat', effect: null }
    expect((await lead.call('POST', '/guides/context/issues', { body })).status).toBe(200)
    const { body: list } = await lead.call('GET', '/registers/context_issue')
    expect(list).toMatchObject({
      total: 1,
      rows: [{ state: 'active', kind: 'external', topic: 'customers', owner: fenna }],
    })
  })

  it('about climate is one determination, with an issue where it matters, decided by no consultant', async () => {
    const { lead, consultant, fenna } = await table()
    const body = { determination: null, relevant: true, rationale: 'De server staat op zolder.', issue: 'Hitte' }
    const made = await consultant.call('POST', '/guides/context/climate', { body })
    expect([made.status, made.body]).toMatchObject([200, { version: 1 }])
    const again = await lead.call('POST', '/guides/context/climate', { body })
    expect([again.status, again.body]).toMatchObject([409, { code: 'guide.climate-settled' }])
    const { body: rows } = await lead.call('GET', '/registers/context_determination')
    expect(rows).toMatchObject({ total: 1, rows: [{ relevant: true, linked: [expect.any(String)], state: 'draft' }] })
    const id = String(valueAt(made.body, 'id'))
    const act = `/registers/context_determination/${id}/acts/decide`
    expect((await consultant.call('POST', act, { body: { version: 1 } })).status).toBe(403)
    expect((await lead.call('POST', act, { body: { version: 1 } })).status).toBe(200)
    const { body: guide } = await lead.call('GET', '/guides/context')
    expect(guide).toMatchObject({
      climate: { determination: { state: 'decided', decidedBy: fenna }, issues: [{ title: 'Hitte' }] },
    })
  })
})

function valueAt(body: unknown, name: string): unknown {
  return typeof body === 'object' && body !== null ? Object.entries(body).find(([key]) => key === name)?.[1] : undefined
}
