import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestServer, testServer } from '../../../test/server.ts'
import { rules } from '../../rules.gen.ts'
import { STEPS } from './domain/steps.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

interface Step {
  readonly number: number
  readonly state: string
  readonly planned: {
    readonly start: string
    readonly people: readonly string[]
    readonly awaits: string | null
  } | null
}

/** The part of the reply that these tests read. */
interface Path {
  readonly at: string
  readonly steps: readonly Step[]
  readonly plan: { readonly finish: string; readonly target: string | null; readonly slack: number | null }
}

const pathIn = (text: string): Path => JSON.parse(text)

describe('the path of an organisation that has just begun', () => {
  it('opens its first step and takes the better part of a year', async () => {
    const { call } = await server.member(await server.organisation(), ['coordinator'])
    const { status, text } = await call('GET', '/path')
    expect(status).toBe(200)
    const { at, steps, plan } = pathIn(text)
    expect(steps.filter(({ state }) => state !== 'waits').map(({ number, state }) => [number, state])).toEqual([
      [1, 'open'],
    ])
    const days = (Date.parse(plan.finish) - Date.parse(at)) / 86_400_000
    expect(days).toBeGreaterThan(180)
    expect(days).toBeLessThan(450)
  })

  it('says how far a target is out of reach', async () => {
    const { call } = await server.member(await server.organisation(), ['coordinator'])
    const id = /"id":"([0-9a-f-]{36})"/.exec((await call('GET', '/registers/organisation')).text)?.[1] ?? ''
    const soon = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)
    const set = { pathPlan: { targetDate: soon, hoursPerWeek: { coordinator: 8 } } }
    const saved = await call('PATCH', `/registers/organisation/${id}`, { body: { version: 1, set } })
    expect(saved.status).toBe(200)
    const { plan } = pathIn((await call('GET', '/path')).text)
    expect(plan).toMatchObject({ target: soon })
    expect(plan.slack).toBeLessThan(-100)
  })

  it('is the organisation’s own: an external auditor is not shown it', async () => {
    const { call } = await server.member(await server.organisation(), ['external_auditor'])
    expect((await call('GET', '/path')).status).toBe(403)
  })
})

describe('the plan of those who are named', () => {
  /** A director and a coordinator by name, and what the path then says of their time. */
  async function staffed() {
    const organisation = await server.organisation()
    const lead = await server.member(organisation, ['coordinator'])
    const made = async (register: string, set: object): Promise<string> => {
      const { text } = await lead.call('POST', `/registers/${register}`, { body: { set } })
      return /"id":"([0-9a-f-]{36})"/.exec(text)?.[1] ?? ''
    }
    const marit = await made('person', { name: 'Marit', isTopManagement: true })
    const fenna = await made('person', { name: 'Fenna' })
    const role = await made('role', {
      title: 'Coördinator',
      duties: ['isms_coordination', 'risk_ownership', 'personnel'],
    })
    await made('role_assignment', { role, person: fenna })
    return { organisation, lead, marit, fenna, made }
  }
  const day = (from: string, days: number): string =>
    new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10)

  it('knows who does which step and how much time he has, and counts one person once', async () => {
    const { lead, marit, fenna } = await staffed()
    const { body } = await lead.call('GET', '/path')
    expect(body).toMatchObject({
      certificate: null,
      time: {
        people: [
          { person: marit, jobs: [{ job: 'director', hours: 2 }], said: null },
          {
            person: fenna,
            jobs: [
              { job: 'coordinator', hours: 16 },
              { job: 'hr', hours: 4 },
            ],
            said: null,
          },
        ],
        // Who leads is not counted on for what others own, while there may be others.
        unnamed: [{ job: 'owners' }, { job: 'it' }, { job: 'auditor' }],
        canAdd: true,
      },
      titles: { [fenna]: { title: 'Fenna' } },
    })
  })

  it('waits for whoever is away, is quicker with more hours, and tells only those who plan', async () => {
    const { organisation, lead, marit, made } = await staffed()
    const before = pathIn((await lead.call('GET', '/path')).text)
    const absences = [{ from: day(before.at, 0), until: day(before.at, 20) }]
    const hours = await made('available_hours', { person: marit, hoursPerWeek: 8 })
    expect(pathIn((await lead.call('GET', '/path')).text).plan.finish < before.plan.finish).toBe(true)
    const change = { body: { version: 1, set: { absences } } }
    expect((await lead.call('PATCH', `/registers/available_hours/${hours}`, change)).status).toBe(200)
    const { body, text } = await lead.call('GET', '/path')
    const after = pathIn(text)
    expect((after.steps[0]?.planned?.start ?? '') > day(before.at, 20)).toBe(true)
    expect(after.steps[0]?.planned).toMatchObject({ people: [marit], awaits: marit })
    expect(body).toMatchObject({ time: { people: [{ said: { hoursPerWeek: 8, absences, canChange: true } }, {}] } })
    const reader = await server.member(organisation, ['reader'])
    expect((await reader.call('GET', '/path')).body).toMatchObject({ time: null })
    expect((await reader.call('GET', '/path')).text).not.toContain(`"awaits":"${marit}"`)
  })
})

describe('the rules of the steps', () => {
  it('are all in the rule set', () => {
    const known = new Set(rules.map(({ id }) => id))
    expect(STEPS.flatMap((step) => step.rules).filter((rule) => !known.has(rule))).toEqual([])
  })
})
