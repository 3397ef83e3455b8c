import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestServer, testServer } from '../../../test/server.ts'
import { change } from '../../platform/store/change.ts'
import { inOrganisation } from '../../platform/store/store.ts'
import { wordsIn } from '../../platform/words.ts'
import { texts } from '../../texts.gen.ts'
import { fiveByFive } from '../risks/domain/presets.ts'
import { spreadOf } from './domain.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

type Call = Awaited<ReturnType<TestServer['member']>>['call']

/** A company with a method, two people at the table and a risk on it. */
async function table() {
  const organisation = await server.organisation()
  const coordinator = await server.member(organisation, ['coordinator'])
  const make = (register: string, set: Record<string, string>): Promise<string> =>
    inOrganisation(
      server.installation.store,
      { organisation: organisation.id, actor: coordinator.actor },
      async (ctx) => (await change(ctx, { register, act: 'create', set })).id,
    )
  const [fenna, tijs] = [await make('person', { name: 'Fenna' }), await make('person', { name: 'Tijs' })]
  const lead = await server.member(organisation, ['coordinator'], fenna)
  const developer = await server.member(organisation, ['employee'], tijs)
  const risk = await make('risk', { title: 'Laptop gestolen', scenarioClass: 'Verlies' })
  return { organisation, coordinator, lead, developer, risk, fenna, tijs }
}

/** The usual method of five by five, approved by the one who leads. */
async function withMethod({ organisation, fenna }: Awaited<ReturnType<typeof table>>): Promise<void> {
  const { actor } = await server.member(organisation, ['coordinator'])
  const leading = { ...actor, roles: ['top_management'] as const, person: fenna }
  await inOrganisation(server.installation.store, { organisation: organisation.id, actor: leading }, async (ctx) => {
    const set = { ...fiveByFive(wordsIn(texts)('nl')) }
    const { id } = await change(ctx, { register: 'risk_method', act: 'create', set })
    await change(ctx, { register: 'risk_method', act: 'approve', id })
  })
}

describe('the workshop', () => {
  it('shows what each thinks, and where that lies apart', async () => {
    const { lead, developer, risk, fenna, tijs } = await table()
    const say = (call: Call, likelihood: number, consequence: number) =>
      call('POST', '/workshop/opinions', { body: { risk, likelihood, consequence } })
    expect((await say(lead.call, 2, 4)).status).toBe(200)
    expect((await say(developer.call, 5, 4)).status).toBe(200)
    expect((await say(developer.call, 4, 4)).status).toBe(200)
    const { body } = await lead.call('GET', '/workshop')
    expect(body).toMatchObject({
      me: fenna,
      total: 1,
      done: 0,
      groups: [
        {
          name: 'Verlies',
          risks: [
            {
              opinions: [
                { by: fenna, likelihood: 2 },
                { by: tijs, likelihood: 4 },
              ],
              spread: { likelihood: [2, 4], consequence: [4, 4], isWide: true },
            },
          ],
        },
      ],
    })
  })

  it('asks who speaks, and needs a method before anything is settled', async () => {
    const { coordinator, lead, risk } = await table()
    const nobody = await coordinator.call('POST', '/workshop/opinions', { body: { risk, likelihood: 2 } })
    expect([nobody.status, nobody.body]).toMatchObject([409, { code: 'workshop.no-person' }])
    const settled = { risk, version: 1, likelihood: 2, consequence: 4, rationale: 'Ooit.', owner: null, decision: null }
    const early = await lead.call('POST', '/workshop/settled', { body: settled })
    expect([early.status, early.body]).toMatchObject([409, { code: 'workshop.no-method' }])
  })
})

describe('what the table settles', () => {
  it('is a score with its level by the method, an owner and a decision, and the risk moves on', async () => {
    const at = await table()
    await withMethod(at)
    const { lead, risk, tijs } = at
    const body = {
      risk,
      version: 1,
      likelihood: 4,
      consequence: 5,
      rationale: 'Vorig jaar ook.',
      owner: tijs,
      decision: 'treat',
    }
    const settled = await lead.call('POST', '/workshop/settled', { body })
    expect([settled.status, settled.body]).toMatchObject([200, { id: risk, level: expect.any(String) }])
    const after = await lead.call('GET', `/registers/risk/${risk}`)
    expect(after.body).toMatchObject({ record: { owner: tijs, decision: 'treat', priority: 1, state: 'to_treat' } })
    expect((await lead.call('GET', '/workshop')).body).toMatchObject({ done: 1, total: 1 })
    const stale = await lead.call('POST', '/workshop/settled', { body })
    expect([stale.status, stale.body]).toMatchObject([409, { code: 'record.stale' }])
    const scores = await lead.call('GET', '/registers/risk_score')
    expect(scores.body).toMatchObject({ total: 1 })
  })

  it('is nothing at all where a number is not on the scale', async () => {
    const at = await table()
    await withMethod(at)
    const body = {
      risk: at.risk,
      version: 1,
      likelihood: 2.5,
      consequence: 5,
      rationale: 'Half.',
      owner: null,
      decision: null,
    }
    const refused = await at.lead.call('POST', '/workshop/settled', { body })
    expect([refused.status, refused.body]).toMatchObject([422, { code: 'workshop.off-scale' }])
    expect((await at.lead.call('GET', '/registers/risk_score')).body).toMatchObject({ total: 0 })
  })

  it('is not for an employee to write down', async () => {
    const { developer, risk } = await table()
    const body = { risk, version: 1, likelihood: 1, consequence: 1, rationale: 'x', owner: null, decision: null }
    expect((await developer.call('POST', '/workshop/settled', { body })).status).toBe(403)
  })
})

describe('opinions', () => {
  it('lie apart when they are more than one step from each other', () => {
    const of = (...pairs: readonly (readonly [number, number])[]) =>
      spreadOf(pairs.map(([likelihood, consequence]) => ({ likelihood, consequence })))?.isWide
    expect([of([2, 2]), of([2, 2], [3, 3]), of([2, 2], [4, 2]), of([1, 5], [1, 3])]).toEqual([
      undefined,
      false,
      true,
      true,
    ])
  })
})
