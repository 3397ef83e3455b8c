import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type TestMember, type TestOrganisation, type TestServer, testServer } from '../../../test/server.ts'
import { change } from '../../platform/store/change.ts'
import { inOrganisation } from '../../platform/store/store.ts'
import { idFrom } from '../samples/domain/identity.ts'
import { sectionsFor } from './domain/sections.ts'

let server: TestServer
let org: TestOrganisation
let coordinator: TestMember
beforeAll(async () => {
  server = await testServer()
  org = await server.organisation()
  coordinator = await server.member(org, ['coordinator'])
})
afterAll(() => server.close())

const made = z.object({ record: z.object({ id: z.string(), number: z.string(), version: z.int() }) })

async function make(register: string, set: object): Promise<{ readonly id: string; readonly version: number }> {
  const { status, body } = await coordinator.call('POST', `/registers/${register}`, { body: { set } })
  expect([register, status]).toEqual([register, 200])
  return made.parse(body).record
}

/** A record in a state that its acts would take several people to reach. */
async function put(register: string, state: string, set: Record<string, string | boolean | null>): Promise<string> {
  const actor = { ...coordinator.actor, channel: 'system' } as const
  const { store } = server.installation
  return await inOrganisation(store, { organisation: org.id, actor }, async (ctx) => {
    return (await change(ctx, { register, act: 'create', state, set })).id
  })
}

const person = async (name: string, also: object = {}): Promise<string> =>
  (await make('person', { name, kind: 'employee', startDate: '2020-01-01', ...also })).id

describe('which parts the page has', () => {
  const full = (): boolean => false
  const nothing = (): boolean => true

  it.each([
    ['coordinator', 'steps'],
    ['top_management', 'decisions'],
    ['owner', 'mine'],
    ['consultant', 'waiting'],
    ['employee', 'asked'],
    ['administrator', 'asked'],
  ] as const)('a %s begins with %s, also where nothing is in it', (role, section) => {
    expect(sectionsFor([role], nothing)[0]).toBe(section)
    expect(sectionsFor([role], full)).toContain(section)
  })

  it('leaves out what is empty', () => {
    expect(sectionsFor(['coordinator'], nothing)).toEqual(['steps', 'audits', 'year', 'expected', 'since'])
  })

  it('gives whoever is several things what belongs to any of them, each once', () => {
    const both = sectionsFor(['coordinator', 'top_management'], full)
    expect(both).toContain('risks')
    expect(both).toEqual([...new Set(both)])
  })
})

describe('what waits for a decision', () => {
  it('is shown to who may take it, and not to who wrote it or to a consultant', async () => {
    const boss = await server.member(org, ['top_management'], await person('Marit', { isTopManagement: true }))
    const consultant = await server.member(org, ['consultant'])
    const policy = await make('document', { title: 'Beleid', type: 'infosec_policy' })
    const set = { document: policy.id, versionLabel: '1.0' }
    const draft = await make('document_version', set)
    const shown = async ({ call }: TestMember): Promise<readonly unknown[]> =>
      idsIn((await call('GET', '/today')).body, draft.id)
    expect(await shown(boss)).toEqual([])
    await coordinator.call('POST', `/registers/document_version/${draft.id}/acts/submit`, { body: { version: 1 } })
    expect(await shown(boss)).toEqual(['approve'])
    expect(await shown(coordinator)).toEqual([])
    expect(await shown(consultant)).toEqual([])
    expect((await consultant.call('GET', '/today')).body).toMatchObject({
      waiting: expect.arrayContaining([
        expect.objectContaining({
          person: expect.objectContaining({ title: 'Marit' }),
          decisions: expect.arrayContaining([expect.objectContaining({ id: draft.id })]),
        }),
      ]),
    })
  })

  it('asks the owner of a risk, and him alone, for his yes to the plan and to what remains', async () => {
    const ruben = await person('Ruben')
    const owner = await server.member(org, ['owner'], ruben)
    const other = await server.member(org, ['owner'], await person('Dewi'))
    const risk = await put('risk', 'in_treatment', { title: 'Brand', owner: ruben, decision: 'treat' })
    await put('treatment', 'planned', { title: 'Blussen', risk, option: 'modify' })
    const plan = await put('treatment_plan', 'published', {
      title: 'Plan',
      versionLabel: '3',
      publishedAt: '2026-01-05',
    })
    await make('risk_score', { risk, kind: 'residual', level: 'laag', scoredAt: '2026-01-05' })
    const asked = async ({ call }: TestMember): Promise<unknown> =>
      decisions.parse((await call('GET', '/today')).body).decisions.map(({ id, approval }) => [id, approval?.kind])
    expect(await asked(owner)).toEqual(
      expect.arrayContaining([
        [plan, 'treatment_plan'],
        [risk, 'residual_risk'],
      ]),
    )
    expect(await asked(other)).toEqual([])
    const said = { decision: 'approved', by: ruben, capacity: 'risk_owner', at: new Date().toISOString().slice(0, 10) }
    for (const set of [
      { kind: 'treatment_plan', subject: plan, subjectVersion: '3', ...said },
      { kind: 'residual_risk', subject: risk, ...said },
    ]) {
      expect((await owner.call('POST', '/registers/approval', { body: { set } })).status).toBe(200)
    }
    expect(await asked(owner)).toEqual([])
  })
})

describe('a decision that the path has not come to', () => {
  it('is held back while the draft is as it was proposed, and shown once somebody worked at it', async () => {
    const fresh = await server.organisation()
    const leader = await server.member(fresh, ['coordinator'])
    const boss = await server.member(fresh, ['top_management'])
    const draft = idFrom(`draft/${fresh.id}`)
    const { store } = server.installation
    const actor = { ...leader.actor, channel: 'system' } as const
    await inOrganisation(store, { organisation: fresh.id, actor }, async (ctx) => {
      await change(ctx, { register: 'objective', act: 'create', id: draft, set: { title: 'Minder incidenten' } })
    })
    const shown = async (): Promise<readonly unknown[]> => idsIn((await boss.call('GET', '/today')).body, draft)
    expect(await shown()).toEqual([])
    const set = { title: 'Minder valse berichten' }
    const changed = await leader.call('PATCH', `/registers/objective/${draft}`, { body: { version: 1, set } })
    expect(changed.status).toBe(200)
    expect(await shown()).toHaveLength(1)
  })

  it('is to accept a role only for whoever is appointed', async () => {
    const eva = await person('Eva')
    const own = await server.member(org, ['owner'], eva)
    const role = await make('role', { title: 'Eigenaar van systemen' })
    const given = await make('role_assignment', { role: role.id, person: eva, fromDate: '2026-01-01' })
    const shown = async ({ call }: TestMember): Promise<readonly unknown[]> =>
      idsIn((await call('GET', '/today')).body, given.id)
    expect(await shown(own)).toEqual(['accept'])
    expect(await shown(coordinator)).toEqual([])
  })
})

describe('what is asked of an employee', () => {
  it('is to read the policy, until he said that he did', async () => {
    const sanne = await person('Sanne')
    const { call } = await server.member(org, ['employee'], sanne)
    const document = (
      await make('document', { title: 'Thuiswerken', type: 'topic_policy', audience: { everyone: true } })
    ).id
    const version = await put('document_version', 'effective', {
      document,
      versionLabel: '2',
      text: '<p>Sluit uw scherm.</p>',
      effectiveFrom: '2026-01-20',
    })
    const reading = expect.objectContaining({ version: expect.objectContaining({ id: version }), due: '2026-02-19' })
    const before = await call('GET', '/today')
    expect(before.body).toMatchObject({ readings: expect.arrayContaining([reading]), due: [], changes: [] })
    const set = { person: sanne, documentVersion: version, acknowledgedAt: '2026-02-01', channel: 'waarborg' }
    expect((await call('POST', '/registers/acknowledgement', { body: { set } })).status).toBe(200)
    const after = (await call('GET', '/today')).body
    expect(JSON.stringify(Reflect.get(Object(after), 'readings'))).not.toContain(version)
    expect(after).toMatchObject({ done: [{ kind: 'read', document: { title: 'Thuiswerken' } }] })
  })

  it('is a task that somebody gave him, with or without a day, until it is done', async () => {
    const kim = await person('Kim')
    const { call } = await server.member(org, ['employee'], kim)
    const task = await make('task', { title: 'Sleutel inleveren', assignee: kim, due: '2020-01-01' })
    await make('task', { title: 'Ooit', assignee: kim })
    expect((await call('GET', '/today')).body).toMatchObject({
      mine: [
        { id: task.id, isLate: true, finish: 'finish' },
        { title: 'Ooit', due: null },
      ],
    })
    await call('POST', `/registers/task/${task.id}/acts/finish`, { body: { version: 1 } })
    expect((await call('GET', '/today')).body).toMatchObject({ mine: [{ title: 'Ooit' }] })
  })

  it('can report something with one line', async () => {
    const { call } = await server.member(org, ['employee'], await person('Tijs'))
    const answer = await call('POST', '/registers/security_event', { body: { set: { title: 'Laptop kwijt' } } })
    expect(answer.status).toBe(200)
  })
})

const decisions = z.object({
  decisions: z.array(
    z.object({ id: z.string(), act: z.string().nullable(), approval: z.object({ kind: z.string() }).nullable() }),
  ),
})

const idsIn = (body: unknown, id: string): readonly unknown[] =>
  decisions
    .parse(body)
    .decisions.filter((one) => one.id === id)
    .map(({ act }) => act)
