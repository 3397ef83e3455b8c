import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestServer, testServer } from '../../../test/server.ts'
import { change } from '../../platform/store/change.ts'
import { inOrganisation } from '../../platform/store/store.ts'
import { wordsIn } from '../../platform/words.ts'
import { texts } from '../../texts.gen.ts'
import { asset } from '../assets/registers/asset.ts'
import { unit } from '../organisation/registers/unit.ts'
import { conforming } from '../samples/domain/conforming/conforming.ts'
import { scope } from '../scopes/register.ts'
import { supplier } from '../suppliers/register.ts'
import { isBehind, missingInterfaces, placedScope, proposedInterfaces, proposedWording } from './domain/scope.ts'

const voice = { language: 'nl', words: wordsIn(texts)('nl') } as const

function scopeIn(org: ReturnType<typeof conforming>) {
  const found = org.build.isms().find(scope, org.scope)
  if (found === null) throw new Error('cannot find the scope')
  return found
}

describe('the border', () => {
  it('follows from where everything was placed, and keeps the assets that somebody named', () => {
    const org = conforming()
    const [first] = org.build.isms().all(asset)
    const before = scopeIn(org)
    const systems = [...before.boundaries.systems, first?.id ?? '']
    org.build.set(scope, org.scope, { boundaries: { ...before.boundaries, systems } })
    const placed = placedScope(org.build.isms(), scopeIn(org))
    expect(placed.boundaries.systems).toContain(first?.id)
    expect(placed.consideredIssues).toEqual(org.issues)
  })

  it('is behind when something moves, and says why it is outside', () => {
    const org = conforming()
    const drawn = (): boolean => {
      const { boundaries } = placedScope(org.build.isms(), scopeIn(org))
      org.build.set(scope, org.scope, { boundaries })
      return isBehind(scopeIn(org), placedScope(org.build.isms(), scopeIn(org)))
    }
    expect(drawn()).toBe(false)
    const [one] = org.build.isms().all(unit)
    if (one === undefined) throw new Error('cannot find a unit')
    org.build.set(unit, one.id, { inScope: false, outOfScopeReason: 'Een ander bedrijf.' })
    org.build.set(scope, org.scope, { exclusions: null })
    const placed = placedScope(org.build.isms(), scopeIn(org))
    expect(isBehind(scopeIn(org), placed)).toBe(true)
    expect(placed.exclusions?.split('\n')).toContain(`${one.title}: Een ander bedrijf.`)
    org.build.set(scope, org.scope, { exclusions: 'In onze eigen woorden.' })
    expect(placedScope(org.build.isms(), scopeIn(org)).exclusions).toBe('In onze eigen woorden.')
  })

  it('has a line in words for each supplier on whom something inside leans, until the scope names him', () => {
    const org = conforming()
    for (const one of org.build.isms().all(supplier)) {
      org.build.set(supplier, one.id, { inScope: false, outOfScopeReason: 'Een ander bedrijf.', criticality: 'high' })
    }
    const isms = org.build.isms()
    const proposed = proposedInterfaces(isms, voice.words)
    expect(proposed.map(({ party }) => party)).toEqual(expect.arrayContaining(isms.all(supplier).map(({ id }) => id)))
    expect(proposed.flatMap(Object.values).filter((one) => /[{}]|^scope\./.test(String(one)))).toEqual([])
    expect(missingInterfaces(isms, [], proposed)).toEqual(proposed)
    expect(missingInterfaces(isms, proposed, proposed)).toEqual([])
  })

  it('is worded by the services, places and statement that there are', () => {
    const org = conforming()
    const text = proposedWording(org.build.isms(), voice)
    expect(text).toMatch(/^Het ISMS van .+ geldt voor de levering van .+, volgens de verklaring van toepasselijkheid/)
    expect(text).not.toMatch(/[{}]/)
  })
})

describe('a scope from what was placed', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await testServer()
  })
  afterAll(() => server.close())

  it('is written by the coordinator, adopted by top management, and makes way for the next', async () => {
    const organisation = await server.organisation('Kiekendief')
    const coordinator = await server.member(organisation, ['coordinator'])
    const within = { organisation: organisation.id, actor: coordinator.actor }
    const [marit, service] = await inOrganisation(server.installation.store, within, async (ctx) => [
      (await change(ctx, { register: 'person', act: 'create', set: { name: 'Marit', isTopManagement: true } })).id,
      (await change(ctx, { register: 'service', act: 'create', set: { title: 'Roosters', inScope: true } })).id,
    ])
    const director = await server.member(organisation, ['top_management'], marit)
    const { body: guide } = await coordinator.call('GET', '/guides/scope')
    expect(guide).toMatchObject({ draft: null, wording: expect.stringContaining('Roosters') })
    const first = await written(coordinator.call, { draft: null, statement: 'Roosters.' })
    const refused = await coordinator.call('POST', '/guides/scope/adopted', { body: first })
    expect([refused.status, refused.body]).toMatchObject([403, { code: 'permission.role' }])
    expect((await director.call('POST', '/guides/scope/adopted', { body: first })).status).toBe(200)
    const second = await written(coordinator.call, { draft: null, noInterfacesReason: 'Wij doen alles zelf.' })
    const stale = await coordinator.call('POST', '/guides/scope', { body: { draft: null, statement: 'Anders.' } })
    expect([stale.status, stale.body]).toMatchObject([409, { code: 'guide.scope-settled' }])
    const { body } = await coordinator.call('GET', '/guides/scope')
    expect(body).toMatchObject({
      draft: { id: second.id, versionLabel: '2.0', statement: 'Roosters.', noInterfacesReason: 'Wij doen alles zelf.' },
      inForce: { id: first.id, approvedBy: marit },
      isBehind: false,
    })
    const record = await coordinator.call('GET', `/registers/scope/${second.id}`)
    expect(record.body).toMatchObject({ record: { boundaries: { services: [service], unitsNone: true } } })
  })
})

async function written(
  call: Awaited<ReturnType<TestServer['member']>>['call'],
  body: object,
): Promise<{ readonly id: string; readonly version: number }> {
  const { body: made } = await call('POST', '/guides/scope', { body })
  if (typeof made !== 'object' || made === null || !('id' in made) || !('version' in made)) throw new Error('no draft')
  return { id: String(made.id), version: Number(made.version) }
}
