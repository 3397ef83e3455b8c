import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestServer, testServer } from '../../../test/server.ts'
import { momentOf } from '../../kernel/moment.ts'
import { change } from '../../platform/store/change.ts'
import { inOrganisation } from '../../platform/store/store.ts'
import { measurement } from '../objectives/registers/measurement.ts'
import { metric } from '../objectives/registers/metric.ts'
import { objective } from '../objectives/registers/objective.ts'
import { conforming } from '../samples/domain/conforming/conforming.ts'
import { measuringOf } from './domain/measuring.ts'
import { metricGaps, objectiveGaps, unmeasuredIn } from './domain/objectives.ts'

describe('what an objective lacks', () => {
  it('is nothing where an auditor finds nothing, and each field that he would miss', () => {
    const { build } = conforming()
    const [one] = build.isms().all(objective)
    const [measured] = build.isms().all(metric)
    if (one === undefined || measured === undefined) throw new Error('cannot find an objective')
    expect([objectiveGaps(build.isms(), one), metricGaps(measured), unmeasuredIn(build.isms())]).toEqual([[], [], []])
    build.set(objective, one.id, { target: null, due: null, policyTheme: null })
    build.set(metric, measured.id, { method: null })
    const isms = build.isms()
    expect(isms.all(objective).flatMap((each) => objectiveGaps(isms, each))).toEqual([
      'objective.target',
      'objective.due',
      'objective.policyTheme',
    ])
    expect(isms.all(metric).flatMap(metricGaps)).toEqual(['metric.method'])
    for (const { id } of isms.all(metric)) build.set(metric, id, { subject: 'control' })
    expect(unmeasuredIn(build.isms())).toEqual(['isms_process'])
  })
})

describe('what a metric asks', () => {
  const cases = [
    { what: 'to be read, where it never was', at: null, expected: 'read' },
    { what: 'to be read, when its time has come', at: '2025-01-01', expected: 'read' },
    { what: 'for a conclusion', at: '2026-05-01', evaluatedAt: null, expected: 'conclude' },
    { what: 'for something to be done, outside its limits', at: '2026-05-01', value: 1, expected: 'answer' },
    { what: 'nothing, within its limits', at: '2026-05-01', expected: null },
  ] as const
  it.each(cases)('$what', ({ expected, ...said }) => {
    const { build } = conforming()
    const [one] = build.isms().all(metric)
    if (one === undefined) throw new Error('cannot find a metric')
    build.set(metric, one.id, { limitLow: 10, limitHigh: 100, frequencyMonths: 3, startsOn: null })
    const fields = { value: 50, conclusion: 'Goed.', evaluatedAt: '2026-05-02', plannedAt: null, followUp: [], ...said }
    for (const each of build.isms().all(measurement)) {
      build.set(measurement, each.id, each.metric === one.id ? fields : {})
    }
    const isms = build.isms()
    const limited = isms.find(metric, one.id) ?? one
    expect(measuringOf(isms, limited, momentOf('2026-05-10')).asks).toBe(expected)
  })
})

describe('a year of objectives', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await testServer()
  })
  afterAll(() => server.close())

  async function company() {
    const organisation = await server.organisation()
    const { actor } = await server.member(organisation, ['coordinator'])
    const within = { organisation: organisation.id, actor }
    const [fenna, marit] = await inOrganisation(server.installation.store, within, async (ctx) => [
      (await change(ctx, { register: 'person', act: 'create', set: { name: 'Fenna' } })).id,
      (await change(ctx, { register: 'person', act: 'create', set: { name: 'Marit', isTopManagement: true } })).id,
    ])
    return {
      fenna,
      lead: await server.member(organisation, ['coordinator'], fenna),
      director: await server.member(organisation, ['top_management'], marit),
      colleague: await server.member(organisation, ['employee']),
      consultant: await server.member(organisation, ['consultant']),
    }
  }
  const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  const goal = (responsible: string) => ({
    title: 'Iedereen een tweede factor',
    what: 'Aanzetten in elk systeem.',
    metric: { title: 'Accounts met een tweede factor', unit: '%', subject: 'control' },
    target: 100,
    targetDate: day(180),
    responsible,
  })

  it('begins with a goal and its measurement, set by the director once nothing is missing', async () => {
    const { fenna, lead, director, consultant } = await company()
    const made = await lead.call('POST', '/guides/objectives', { body: goal(fenna) })
    expect(made.status).toBe(200)
    const { body: guide } = await lead.call('GET', '/guides/objectives')
    expect(guide).toMatchObject({
      objectives: [
        { unit: '%', target: 100, gaps: ['objective.resources', 'objective.policyTheme', 'objective.risks'] },
      ],
      metrics: [{ frequencyMonths: 3, gaps: ['metric.method', 'metric.whoMeasures', 'metric.whoEvaluates'] }],
      unmeasured: ['isms_process'],
      can: { approve: { ok: false } },
    })
    const id = String(valueAt(made.body, 'id'))
    const adopted = (version: number) => ({ body: { objectives: [{ id, version }] } })
    const early = await director.call('POST', '/guides/objectives/adopted', adopted(1))
    expect([early.status, early.body]).toMatchObject([409, { code: 'guide.objective-gaps' }])
    const set = { resources: 'Uren van de beheerder' }
    expect((await lead.call('PATCH', `/registers/objective/${id}`, { body: { version: 1, set } })).status).toBe(200)
    expect((await consultant.call('POST', '/guides/objectives/adopted', adopted(2))).status).toBe(403)
    expect((await lead.call('POST', '/guides/objectives/adopted', adopted(2))).status).toBe(403)
    expect((await director.call('POST', '/guides/objectives/adopted', adopted(2))).body).toEqual({ approved: 1 })
  })

  it('goes on with readings, work where one disappoints, an evaluation, and people who know', async () => {
    const { fenna, lead, director, colleague } = await company()
    const { body: made } = await lead.call('POST', '/guides/objectives', { body: goal(fenna) })
    const [id, measured] = [String(valueAt(made, 'id')), String(valueAt(made, 'metric'))]
    await lead.call('PATCH', `/registers/objective/${id}`, { body: { version: 1, set: { resources: 'Uren' } } })
    await director.call('POST', '/guides/objectives/adopted', { body: { objectives: [{ id, version: 2 }] } })
    await lead.call('PATCH', `/registers/metric/${measured}`, { body: { version: 1, set: { limitLow: 95 } } })
    const period = { periodFrom: day(-365), periodTo: day(0) }
    const said = { suitability: 'Past.', adequacy: 'Genoeg.', effectiveness: 'Werkt.' }
    const nothing = await lead.call('POST', '/guides/measure/evaluation', { body: { ...period, ...said } })
    expect([nothing.status, nothing.body]).toMatchObject([409, { code: 'guide.nothing-measured' }])
    const first = { metric: measured, reading: null, value: 88, at: day(0), conclusion: null, followUp: null }
    const ahead = await lead.call('POST', '/guides/measure/readings', { body: { ...first, at: day(3) } })
    expect([ahead.status, ahead.body]).toMatchObject([422, { code: 'guide.reading-ahead' }])
    const { body: reading } = await lead.call('POST', '/guides/measure/readings', { body: first })
    const asks = async () => (await lead.call('GET', '/guides/measure')).body
    expect(await asks()).toMatchObject({
      metrics: [{ asks: 'conclude' }],
      counts: { measured: 1, outside: 1, goals: 1 },
    })
    const seen = { id: String(valueAt(reading, 'id')), version: 1 }
    const followUp = { title: 'Testaccounts opruimen', owner: fenna, due: day(30) }
    const more = { ...first, reading: seen, conclusion: 'Drie oude testaccounts.', followUp }
    // A colleague may write a reading, and gives nobody work.
    const given = await colleague.call('POST', '/guides/measure/readings', { body: { ...first, followUp } })
    expect([given.status, given.body]).toMatchObject([403, { code: 'permission.role' }])
    expect((await lead.call('POST', '/guides/measure/readings', { body: more })).status).toBe(200)
    expect(await asks()).toMatchObject({ metrics: [{ asks: null, readings: [{ value: 88, isAnswered: true }] }] })
    const { body: work } = await lead.call('GET', '/registers/action')
    expect(work).toMatchObject({ rows: [{ title: 'Testaccounts opruimen', owner: fenna, subject: measured }] })
    const evaluated = await lead.call('POST', '/guides/measure/evaluation', { body: { ...period, ...said } })
    expect(evaluated.body).toMatchObject({ metrics: 1 })
    const told = { objectives: [{ id, version: 3 }], told: 'Iedereen' }
    expect((await lead.call('POST', '/guides/measure/shared', { body: told })).body).toEqual({ objectives: 1 })
    expect(await asks()).toMatchObject({
      report: { isFresh: true },
      objectives: [{ isTold: true, communicatedTo: 'Iedereen' }],
    })
  })
})

function valueAt(body: unknown, name: string): unknown {
  return typeof body === 'object' && body !== null ? Object.entries(body).find(([key]) => key === name)?.[1] : undefined
}
