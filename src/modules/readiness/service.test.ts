import { describe, expect, test } from 'vitest'
import { founded, refusal } from '../statements/place.fixture.ts'
import { readForecast, readinessReply } from './contract.ts'
import { allFindings } from './domain/changes.ts'
import { forecast, readiness } from './service.ts'

const MORNING = (day: string) => `${day}T09:00:00.000Z`

describe('readiness of an organisation in the store', () => {
  test('of one just founded gives a major for all that must be there, in the shape of its contract', async () => {
    const at = await founded()
    const reply = await at.run((ctx) => readiness(ctx, { stage: 'S1' }))
    expect(readinessReply.parse(reply)).toEqual(reply)
    expect(reply.major.map(({ rule }) => rule)).toContain('R-6.1.3-d-1')
    expect(reply).toMatchObject({ at: '2026-02-02', mode: 'known', isForecast: false, sequence: 94 })
    expect(reply.preview.map(({ rule }) => rule)).toContain('R-5.1-1')
  })

  test('tells since when from the ledger, where no date does', async () => {
    const at = await founded()
    const person = await at.save(
      { register: 'person', act: 'create', set: { name: 'Fenna', isTopManagement: true } },
      MORNING('2026-02-03'),
    )
    const risk = await at.save(
      { register: 'risk', act: 'create', set: { title: 'Brand', owner: person.id } },
      MORNING('2026-02-04'),
    )
    const bare = await at.save({ register: 'risk', act: 'create', set: { title: 'Water' } }, MORNING('2026-02-05'))
    await at.save({ register: 'risk', act: 'update', id: risk.id, set: { owner: null } }, MORNING('2026-02-10'))
    await at.save(
      { register: 'risk', act: 'update', id: risk.id, set: { title: 'Brand in huis' } },
      MORNING('2026-02-12'),
    )
    const reply = await at.run((ctx) => readiness(ctx, { stage: 'S1' }))
    const owners = allFindings(reply).find(({ rule }) => rule === 'R-6.1.2-c-2')
    expect(owners?.objects.map(({ id, since, sinceBy }) => [id, since, sinceBy])).toEqual([
      [risk.id, '2026-02-10', 'change'],
      [bare.id, '2026-02-05', 'change'],
    ])
    expect(owners?.since).toBe('2026-02-05')
  })

  test('7: as known then, it ignores what was entered afterwards, even with an earlier date', async () => {
    const at = await founded()
    await at.save({ register: 'risk', act: 'create', set: { title: 'Brand' } }, MORNING('2026-02-04'))
    const ask = (mode: 'known' | 'true') => at.run((ctx) => readiness(ctx, { stage: 'S1', at: '2026-02-04', mode }))
    const before = await ask('known')
    await at.save(
      {
        register: 'context_issue',
        act: 'create',
        set: { title: 'Vijf mensen', kind: 'internal' },
        validFrom: '2026-02-01',
      },
      MORNING('2026-03-01'),
    )
    await at.save(
      { register: 'risk', act: 'create', set: { title: 'Water' }, validFrom: '2026-02-01' },
      MORNING('2026-03-02'),
    )
    expect(await ask('known')).toEqual(before)
    const owners = (await ask('true')).major.find(({ rule }) => rule === 'R-6.1.2-c-2')
    expect(owners?.parts[0]?.values).toEqual({ n: 2, total: 2 })
  })

  test('is a forecast for a day to come, and turns on the days that the forecast names', async () => {
    const at = await founded()
    const issue = await at.save({
      register: 'context_issue',
      act: 'create',
      set: { title: 'Vijf mensen', kind: 'internal', lastReviewedAt: '2025-03-01' },
    })
    await at.save({ register: 'context_issue', act: 'activate', id: issue.id, set: {} })
    const reply = await at.run((ctx) => forecast(ctx, { stage: 'S2', to: '2026-06-01' }))
    expect(readForecast.reply.parse(reply)).toEqual(reply)
    const turns = reply.steps.flatMap(({ at: day, appears }) =>
      appears.filter(({ rule }) => rule === 'R-4.1-3').map(({ severity }) => [day, severity]),
    )
    expect(turns).toEqual([
      ['2026-03-02', 'OFI'],
      ['2026-04-01', 'MIN'],
    ])
    const ahead = await at.run((ctx) => readiness(ctx, { stage: 'S2', at: '2026-04-01' }))
    expect(ahead.isForecast).toBe(true)
    expect(ahead.minor.find(({ rule }) => rule === 'R-4.1-3')?.since).toBe('2026-03-02')
  })

  test('is not shown to an external auditor, and runs three years ahead at most', async () => {
    const at = await founded()
    const asking = at.run((ctx) => readiness(ctx, { stage: 'S1' }), { roles: ['external_auditor'] })
    expect((await refusal(asking)).code).toBe('readiness.external-auditor')
    const far = at.run((ctx) => forecast(ctx, { stage: 'S1', to: '2030-01-01' }))
    expect((await refusal(far)).code).toBe('readiness.stretch')
    const never = at.run((ctx) => readiness(ctx, { stage: 'S1', at: '9999-12-31' }))
    expect((await refusal(never)).code).toBe('readiness.too-far')
  })
})
