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

describe('the rules of the steps', () => {
  it('are all in the rule set', () => {
    const known = new Set(rules.map(({ id }) => id))
    expect(STEPS.flatMap((step) => step.rules).filter((rule) => !known.has(rule))).toEqual([])
  })
})
