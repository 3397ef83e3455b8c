import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestServer, testServer } from '../../../test/server.ts'
import type { Language, Words } from '../../kernel/text.ts'
import { change } from '../../platform/store/change.ts'
import { inOrganisation } from '../../platform/store/store.ts'
import { wordsIn } from '../../platform/words.ts'
import { texts } from '../../texts.gen.ts'
import {
  choicesIn,
  OUTSIDERS,
  type PolicyChoices,
  type PolicyFacts,
  policyGaps,
  policyText,
  STANDS,
  USUAL_CHOICES,
  WAYS,
} from './domain/policy.ts'

const facts: PolicyFacts = {
  organisation: 'Kiek & Vendel B.V.',
  services: ['roosters', 'uren'],
  objectives: ['Iedereen een tweede factor'],
  lead: 'Beveiligingscoördinator',
  reporter: 'Beveiligingscoördinator',
  incidents: null,
}

const voiceIn = (language: Language): { readonly language: Language; readonly words: Words } => ({
  language,
  words: wordsIn(texts)(language),
})

describe.each(['nl', 'en'] as const)('the text of a policy in %s', (language) => {
  const voice = voiceIn(language)

  it('names the organisation, its services and roles, and leaves nothing to fill in', () => {
    const text = policyText(facts, USUAL_CHOICES, voice)
    for (const name of ['Kiek &amp; Vendel B.V.', 'roosters', 'uren', 'Beveiligingscoördinator']) {
      expect(text).toContain(name)
    }
    expect(text).not.toMatch(/[{}[\]]|undefined|null/)
  })

  it('says what was chosen and nothing else, and the choices can be read back from it', () => {
    const chosen: readonly PolicyChoices[] = [
      USUAL_CHOICES,
      { stands: STANDS, ways: WAYS, objectives: 'list', outsiders: 'published' },
      { stands: ['trust'], ways: ['change'], objectives: 'framework', outsiders: 'internal_only' },
      ...OUTSIDERS.map((outsiders) => ({ ...USUAL_CHOICES, outsiders })),
    ]
    for (const choices of chosen) expect(choicesIn(policyText(facts, choices, voice), voice)).toEqual(choices)
  })

  it('speaks of the framework while there are no objectives', () => {
    const text = policyText({ ...facts, objectives: [] }, { ...USUAL_CHOICES, objectives: 'list' }, voice)
    expect(choicesIn(text, voice).objectives).toBe('framework')
  })
})

it('waits for a service and for a role that leads', () => {
  expect(policyGaps(facts)).toEqual([])
  expect(policyGaps({ ...facts, services: [], lead: null })).toEqual([
    'guide.policy.gap.services',
    'guide.policy.gap.lead',
  ])
})

describe('a policy from choices', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await testServer()
  })
  afterAll(() => server.close())

  async function company() {
    const organisation = await server.organisation('Kiekendief')
    const { actor } = await server.member(organisation, ['coordinator'])
    const make = (register: string, set: Record<string, string | boolean | string[]>): Promise<string> =>
      inOrganisation(
        server.installation.store,
        { organisation: organisation.id, actor },
        async (ctx) => (await change(ctx, { register, act: 'create', set })).id,
      )
    const marit = await make('person', { name: 'Marit', isTopManagement: true })
    const director = await server.member(organisation, ['top_management', 'coordinator'], marit)
    const consultant = await server.member(organisation, ['consultant'])
    const owner = await server.member(organisation, ['owner'])
    const fill = async (): Promise<void> => {
      await make('service', { title: 'Roosterdienst', inScope: true })
      await make('role', { title: 'Coördinator', duties: ['isms_coordination'] })
    }
    return { director, consultant, owner, fill, marit }
  }

  it('is a document with a draft, both or neither', async () => {
    const { consultant, owner, fill } = await company()
    const body = { draft: null, choices: USUAL_CHOICES }
    const early = await consultant.call('POST', '/guides/policy', { body })
    expect([early.status, early.body]).toMatchObject([409, { code: 'guide.policy-gaps' }])
    expect((await consultant.call('GET', '/registers/document')).body).toMatchObject({ total: 0 })
    await fill()
    const made = await consultant.call('POST', '/guides/policy', { body })
    expect([made.status, made.body]).toMatchObject([200, { version: 1 }])
    const { body: guide } = await consultant.call('GET', '/guides/policy')
    expect(guide).toMatchObject({ draft: { versionLabel: '1.0', state: 'draft' }, can: { approve: { ok: false } } })
    expect(guide).toMatchObject({ draft: { contentFlags: { fitsPurpose: { is: null } } } })
    const again = await consultant.call('POST', '/guides/policy', { body })
    const over = { draft: pick(made.body), choices: { ...USUAL_CHOICES, outsiders: 'published' } }
    const stranger = await owner.call('POST', '/guides/policy', { body: over })
    expect([stranger.status, stranger.body]).toMatchObject([403, { code: 'permission.role' }])
    expect([again.status, again.body]).toMatchObject([409, { code: 'guide.policy-settled' }])
  })

  it('is adopted by top management and by no consultant, and the next version takes its place', async () => {
    const { director, consultant, fill, marit } = await company()
    await fill()
    const draftOf = async (): Promise<unknown> => {
      const { body } = await director.call('POST', '/guides/policy', { body: { draft: null, choices: USUAL_CHOICES } })
      return body
    }
    const first = await draftOf()
    expect(first).toMatchObject({ id: expect.any(String), version: 1 })
    const seen = pick(first)
    const refused = await consultant.call('POST', '/guides/policy/adopted', { body: seen })
    expect([refused.status, refused.body]).toMatchObject([403, { code: 'permission.consultant' }])
    expect((await director.call('POST', '/guides/policy/adopted', { body: seen })).status).toBe(200)
    const papers = await director.call('GET', '/registers/document')
    expect(papers.body).toMatchObject({ total: 1, rows: [{ type: 'infosec_policy', externalDecidedBy: marit }] })
    const second = pick(await draftOf())
    expect((await director.call('POST', '/guides/policy/adopted', { body: second })).status).toBe(200)
    const { body } = await director.call('GET', '/guides/policy')
    expect(body).toMatchObject({ draft: null, inForce: { id: second.id, versionLabel: '2.0', approvedBy: marit } })
  })
})

function pick(body: unknown): { readonly id: string; readonly version: number } {
  if (typeof body !== 'object' || body === null || !('id' in body) || !('version' in body)) throw new Error('no draft')
  return { id: String(body.id), version: Number(body.version) }
}
