import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type TestMember, type TestOrganisation, type TestServer, testServer } from '../../../test/server.ts'
import { change } from '../../platform/store/change.ts'
import { inOrganisation } from '../../platform/store/store.ts'
import { certificate } from '../certificates/registers/certificate.ts'
import { control } from '../controls/register.ts'
import { person } from '../people/registers/person.ts'
import { role } from '../people/registers/role.ts'
import { roleAssignment } from '../people/registers/role-assignment.ts'
import { builder } from '../samples/domain/builder.ts'
import { idFrom } from '../samples/domain/identity.ts'
import { recurringTask } from '../tasks/registers/recurring-task.ts'
import { type Naming, type PlannedBeat, planRhythm, type RhythmPlan } from './domain/planning.ts'

const DECIDED = '2026-06-01'
const naming: Naming = { idOf: idFrom, titlesOf: (key) => [`Titel ${key}`] }

/** An organisation that got its certificate, with more of it as the test tells. */
function certified(more: (build: ReturnType<typeof builder>) => void = () => undefined, day = DECIDED): RhythmPlan {
  const build = builder()
  build.add(
    certificate,
    { title: 'ISO/IEC 27001', decisionAt: DECIDED, validUntil: '2029-05-31' },
    { state: 'granted' },
  )
  more(build)
  const plan = planRhythm(build.isms(), day, naming)
  if (plan === null) throw new Error('cannot plan')
  return plan
}

function beat(plan: RhythmPlan, key: string): PlannedBeat {
  const found = plan.beats.find((one) => one.beat.key === key)
  if (found === undefined) throw new Error(`cannot find ${key}`)
  return found
}

describe('the year after a certificate', () => {
  it('is not planned before there is one', () => {
    const build = builder()
    build.add(certificate, { title: 'ISO/IEC 27001' }, { state: 'applied' })
    expect(planRhythm(build.isms(), DECIDED, naming)).toBeNull()
  })

  it.each([
    ['triage', '2026-06-08'],
    ['threats', '2026-07-01'],
    ['privileged', '2026-09-01'],
    ['restore', '2026-12-01'],
    ['risks', '2026-10-01'],
    ['audit', '2027-01-01'],
    ['review', '2027-03-01'],
  ])('begins %s on %s', (key, first) => {
    expect(beat(certified(), key)).toMatchObject({ fate: 'make', first })
  })

  it('begins with what lies ahead, where it is planned late', () => {
    const late = certified(undefined, '2027-02-10')
    expect(beat(late, 'threats').first).toBe('2027-03-01')
    expect(beat(late, 'audit').first).toBe('2028-01-01')
  })

  it('asks for the recertification three months before the last day', () => {
    expect(certified().once.map(({ key, due }) => [key, due])).toEqual([
      ['coverage', '2028-06-01'],
      ['recertification', '2029-03-01'],
    ])
  })

  it('gives each to whoever has the duty', () => {
    let youssef = ''
    const plan = certified((build) => {
      youssef = build.add(person, { name: 'Youssef', kind: 'employee' })
      const logs = build.add(role, { title: 'Beheer', duties: ['log_review'] })
      build.add(roleAssignment, { role: logs, person: youssef, fromDate: '2025-01-01' })
    })
    expect(beat(plan, 'logs').owner).toBe(youssef)
    expect(beat(plan, 'measure').owner).toBeNull()
  })

  it('keeps the same work that is there by title or by control, and gives a first day to what has none', () => {
    const plan = certified((build) => {
      const of = (annexA: string): string => build.add(control, { ref: annexA, title: annexA, annexA })
      build.add(recurringTask, { title: 'titel THREATS' })
      build.add(recurringTask, {
        title: 'Rechten',
        control: of('5.18'),
        every: 3,
        unit: 'month',
        startsOn: '2026-01-01',
      })
      // Looking whether backups succeeded is another thing than restoring one.
      build.add(recurringTask, {
        title: 'Back-ups',
        control: of('8.13'),
        every: 1,
        unit: 'week',
        startsOn: '2026-01-01',
      })
    })
    expect(beat(plan, 'threats').fate).toBe('date')
    expect(beat(plan, 'access').fate).toBe('keep')
    expect(beat(plan, 'restore').fate).toBe('make')
  })
})

describe('planning it', () => {
  let server: TestServer
  let org: TestOrganisation
  let ada: TestMember
  beforeAll(async () => {
    server = await testServer()
    org = await server.organisation()
    ada = await server.member(org, ['coordinator'])
  })
  afterAll(() => server.close())

  const beats = z.object({
    isPlanned: z.boolean(),
    beats: z.array(z.object({ key: z.string(), id: z.string().nullable(), fate: z.string() })),
  })
  const count = async (register: string): Promise<number> =>
    z.object({ total: z.int() }).parse((await ada.call('GET', `/registers/${register}`)).body).total

  it('is refused before the certificate, offered after it, done once, and leaves what somebody changed', async () => {
    expect((await ada.call('GET', '/rhythm')).body).toMatchObject({ certificate: null, isPlanned: false })
    expect((await ada.call('POST', '/rhythm')).status).toBe(409)
    const actor = { ...ada.actor, channel: 'system' } as const
    await inOrganisation(server.installation.store, { organisation: org.id, actor }, async (ctx) => {
      const set = { title: 'ISO/IEC 27001', decisionAt: ctx.today(), validUntil: '2199-01-01' }
      await change(ctx, { register: 'certificate', act: 'create', state: 'granted', set })
    })
    expect((await ada.call('GET', '/today')).body).toMatchObject({ sections: expect.arrayContaining(['rhythm']) })
    const made = beats.parse((await ada.call('POST', '/rhythm')).body)
    expect(made.isPlanned).toBe(true)
    const works = await count('recurring_task')
    expect(works).toBe(made.beats.length)
    expect(await count('occurrence')).toBe(works)
    expect(await count('task')).toBe(2)
    const [first] = made.beats
    const path = `/registers/recurring_task/${first?.id}`
    await ada.call('PATCH', path, { body: { version: 1, set: { title: 'Zelf genoemd', every: 2 } } })
    const second = made.beats[1]
    const retire = { version: 1, reason: 'Niet nodig.' }
    await ada.call('POST', `/registers/recurring_task/${second?.id}/acts/retire`, { body: retire })
    expect(beats.parse((await ada.call('POST', '/rhythm')).body).isPlanned).toBe(true)
    expect(await count('recurring_task')).toBe(works - 1)
    expect((await ada.call('GET', path)).body).toMatchObject({ record: { title: 'Zelf genoemd', every: 2 } })
    expect(JSON.stringify((await ada.call('GET', '/today')).body)).not.toContain('"rhythm"')
  })

  it('is refused to who may only read', async () => {
    const reader = await server.member(org, ['reader'])
    expect((await reader.call('GET', '/rhythm')).status).toBe(200)
    expect((await reader.call('POST', '/rhythm')).status).toBe(403)
  })
})

describe('all recurring work at once', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await testServer({ clock: { now: () => new Date('2026-03-04T09:00:00Z') } })
  })
  afterAll(() => server.close())

  const overview = z.object({
    works: z.array(
      z.looseObject({
        id: z.string(),
        version: z.int(),
        title: z.string(),
        owner: z.looseObject({ title: z.string() }).nullable(),
        waits: z.looseObject({ due: z.string() }).nullable(),
        next: z.string().nullable(),
        suggested: z.string().nullable(),
      }),
    ),
    proposed: z.array(z.looseObject({ key: z.string(), rule: z.string(), first: z.string() })),
    people: z.array(z.looseObject({ id: z.string() })),
  })
  const made = z.object({ record: z.object({ id: z.string() }) })

  it('tells who does it, when next and when last, and gets names and days in one go', async () => {
    const org = await server.organisation()
    const ada = await server.member(org, ['coordinator'])
    const make = async (register: string, set: object): Promise<string> =>
      made.parse((await ada.call('POST', `/registers/${register}`, { body: { set } })).body).record.id
    const read = async () => overview.parse((await ada.call('GET', '/recurring')).body)
    const bo = await make('person', { name: 'Bo', kind: 'employee' })
    await make('recurring_task', { title: 'Sloten', every: 1, unit: 'month', owner: bo, startsOn: '2026-02-15' })
    const open = await make('recurring_task', { title: 'Ronde', every: 1, unit: 'week' })
    const before = await read()
    expect(before.works).toMatchObject([
      { title: 'Sloten', waits: { due: '2026-02-15' }, next: null, suggested: null },
      { title: 'Ronde', owner: null, waits: null, next: null, suggested: '2026-03-09' },
    ])
    const keys = before.proposed.map(({ key }) => key)
    expect(keys).toContain('risks')
    // Nobody else works there, nothing is bought, and there is no certificate.
    expect(keys.filter((key) => ['joiners', 'suppliers', 'surveillance'].includes(key))).toEqual([])
    const body = {
      works: [{ id: open, version: 1, owner: bo, startsOn: '2026-03-09' }],
      proposed: [{ key: 'risks', owner: bo, startsOn: '2026-05-01' }],
    }
    expect((await ada.call('PATCH', '/recurring', { body })).body).toEqual({ changed: 1, made: 1 })
    expect(await ada.call('PATCH', '/recurring', { body })).toMatchObject({ status: 409 })
    const after = await read()
    expect(after.proposed.map(({ key }) => key)).not.toContain('risks')
    expect(after.works).toMatchObject([
      { title: 'Sloten' },
      { title: 'Ronde', owner: { title: 'Bo' }, next: '2026-03-09', suggested: null },
      { title: 'Assess the risks again', next: '2026-05-01', recordedIn: 'risk_assessment' },
    ])
  })
})
