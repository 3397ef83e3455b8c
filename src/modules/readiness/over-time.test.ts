import { describe, expect, test } from 'vitest'
import { erase } from '../../platform/store/erase.ts'
import type { Context } from '../../platform/store/store.ts'
import { founded, type Place, refusal } from '../statements/place.fixture.ts'
import { explainRule, listRules, readDifference, readForecast, readTrend } from './contract.ts'
import { difference, type NameActors } from './service/difference.ts'
import { explained, listedRules } from './service/rules.ts'
import { trend } from './service/trend.ts'
import { forecast, readiness } from './service.ts'

const MORNING = (day: string) => `${day}T09:00:00.000Z`
const nameActors: NameActors = async () => () => ({ name: 'Fenna', via: null })

/** Founded on 2 February; one risk without an owner on the 4th, who is named on the 10th; an issue that grows old. */
async function grown(): Promise<Place & { readonly risk: string; readonly person: string }> {
  const at = await founded()
  const person = await at.save(
    { register: 'person', act: 'create', set: { name: 'Fenna', isTopManagement: true } },
    MORNING('2026-02-03'),
  )
  const risk = await at.save({ register: 'risk', act: 'create', set: { title: 'Brand' } }, MORNING('2026-02-04'))
  const issue = await at.save(
    {
      register: 'context_issue',
      act: 'create',
      set: { title: 'Vijf mensen', kind: 'internal', lastReviewedAt: '2025-02-20' },
    },
    MORNING('2026-02-06'),
  )
  await at.save({ register: 'context_issue', act: 'activate', id: issue.id, set: {} })
  await at.save(
    { register: 'risk', act: 'update', id: risk.id, set: { owner: person.id }, reason: 'Afgesproken' },
    MORNING('2026-02-10'),
  )
  await at.save({ register: 'person', act: 'update', id: person.id, set: { name: 'Fenna Vos' } }, MORNING('2026-03-20'))
  return { ...at, risk: risk.id, person: person.id }
}

const stage = 'S2' as const

describe('the trend of the past', () => {
  test('tells each day on which the answer changed, and whether a record or time did it', async () => {
    const at = await grown()
    const reply = await at.run((ctx) => trend(ctx, { stage }))
    expect(readTrend.reply.parse(reply)).toEqual(reply)
    expect([reply.from, reply.to]).toEqual(['2026-02-02', '2026-03-20'])
    const days = reply.steps.map(({ at: day, by }) => [day, by])
    expect(days).toEqual(
      expect.arrayContaining([
        ['2026-02-02', 'start'],
        ['2026-02-04', 'record'],
        ['2026-02-06', 'record'],
        ['2026-02-10', 'record'],
        ['2026-02-21', 'time'],
      ]),
    )
    expect(days).not.toContainEqual(['2026-03-20', 'record'])
  })

  test('says on each day what an answer for that day says', async () => {
    const at = await grown()
    const { steps } = await at.run((ctx) => trend(ctx, { stage }))
    for (const step of steps) {
      const answer = await at.run((ctx) => readiness(ctx, { stage, at: step.at }))
      const ids = (findings: typeof answer.major) => findings.map(({ rule }) => rule)
      expect([step.at, step.major, step.minor, step.ofi]).toEqual([
        step.at,
        ids(answer.major),
        ids(answer.minor),
        ids(answer.ofi),
      ])
      expect(step.ready).toEqual(answer.ready)
      expect(step.counts.questions).toBe(answer.question.length)
    }
  })

  test('says what it would say if it had never been asked, today and tomorrow, after a change and after an erasure', async () => {
    const at = await grown()
    const same = async (): Promise<number> => {
      const [kept, anew] = await at.run(async (ctx) => [
        await trend(ctx, { stage }),
        await trend({ ...ctx, store: { ...ctx.store, states: new Map() } }, { stage }),
      ])
      expect(kept).toEqual(anew)
      return kept?.steps.length ?? 0
    }
    const first = await same()
    await at.save({ register: 'asset', act: 'create', set: { title: 'Laptop' } }, MORNING('2026-03-24'))
    expect(await same()).toBeGreaterThanOrEqual(first)
    await at.save({ register: 'risk', act: 'update', id: at.risk, set: { owner: null } }, MORNING('2026-03-25'))
    expect(await same()).toBeGreaterThan(first)
    await at.run((ctx) => erase(ctx, { register: 'person', id: at.person, version: 2, reason: 'verzoek' }))
    await same()
    await at.save({ register: 'risk', act: 'update', id: at.risk, set: { owner: at.person } }, MORNING('2026-03-26'))
    await same()
  })

  test('begins with the ledger at the earliest, and ends today at the latest', async () => {
    const at = await grown()
    const ask = (from: string, to: string) => at.run((ctx) => trend(ctx, { stage, from, to }))
    expect((await ask('2025-06-01', '2026-02-05')).from).toBe('2026-02-02')
    expect((await refusal(ask('2025-06-01', '2025-07-01'))).code).toBe('readiness.before-start')
    expect((await refusal(ask('2026-02-05', '2026-02-04'))).code).toBe('readiness.stretch')
    expect((await refusal(ask('2026-02-05', '2026-04-04'))).code).toBe('readiness.not-past')
  })
})

describe('the difference between two days', () => {
  const between = (at: Place, from: string, to?: string) =>
    at.run((ctx: Context) => difference(ctx, { stage, from, ...(to === undefined ? {} : { to }) }, nameActors))

  test('names what came and went, and which record and person did it', async () => {
    const at = await grown()
    const reply = await between(at, '2026-02-04', '2026-02-11')
    expect(readDifference.reply.parse(reply)).toEqual(reply)
    const owner = reply.changed.concat(reply.cleared).find(({ rule }) => rule === 'R-6.1.2-c-2')
    expect(owner).toMatchObject({ before: 'MAJ', by: 'record' })
    expect(owner?.deeds.find(({ id }) => id === at.risk)).toMatchObject({
      act: 'update',
      number: 'R-1',
      title: 'Brand',
      changed: ['owner'],
      recordedOn: '2026-02-10',
      actor: { name: 'Fenna' },
      reason: 'Afgesproken',
    })
  })

  test('says where time alone did it', async () => {
    const at = await grown()
    const reply = await between(at, '2026-02-11')
    expect(reply.appeared.find(({ rule }) => rule === 'R-4.1-3')).toMatchObject({
      before: null,
      after: 'OFI',
      by: 'time',
      deeds: [],
      deedCount: 0,
    })
    expect(reply.after.ofi).toContain('R-4.1-3')
    expect(reply.before.ofi).not.toContain('R-4.1-3')
  })

  test('looks ahead as well, and refuses a day before there was anything', async () => {
    const at = await grown()
    const ahead = await between(at, '2026-03-01', '2026-04-01')
    expect(ahead.changed.find(({ rule }) => rule === 'R-4.1-3')).toMatchObject({
      before: 'OFI',
      after: 'MIN',
      by: 'time',
    })
    expect((await refusal(between(at, '2026-01-15'))).code).toBe('readiness.before-start')
    expect((await refusal(between(at, '2026-02-15', '2026-02-14'))).code).toBe('readiness.stretch')
  })
})

describe('the forecast', () => {
  test('says why each finding comes, and what a planned audit finds in its own stage', async () => {
    const at = await grown()
    const own = await at.run((ctx) =>
      ctx.tx.query<{ id: string }>("select id from record where organisation = $1 and register = 'organisation'", [
        ctx.organisation,
      ]),
    )
    const id = own.rows[0]?.id ?? ''
    const stagePlan = { stage1: '2026-05-04', stage2: '2026-09-07', stage2LastDay: '2026-09-08' }
    await at.save({ register: 'organisation', act: 'update', id, set: { stagePlan } })
    const reply = await at.run((ctx) => forecast(ctx, { stage, months: 12 }))
    expect(readForecast.reply.parse(reply)).toEqual(reply)
    expect(reply.to).toBe('2027-03-20')
    expect(reply.steps[0]).toMatchObject({ at: '2026-03-20', appears: [], clears: [] })
    const turns = reply.steps.flatMap((step) => step.appears.map((one) => ({ day: step.at, ...one })))
    const [late] = turns.filter(({ rule }) => rule === 'R-4.1-3')
    expect(late).toMatchObject({ day: '2026-03-23', before: 'OFI', severity: 'MIN', objectCount: 1 })
    expect(late?.parts[0]?.key).toMatch(/^rule\.R-4\.1-3\.finding/)
    expect(late?.objects).toMatchObject([{ number: 'C-1', title: 'Vijf mensen' }])
    expect(reply.audits.map((one) => [one.stage, one.at, one.lastDay])).toEqual([
      ['S1', '2026-05-04', '2026-05-04'],
      ['S2', '2026-09-07', '2026-09-08'],
    ])
    for (const audit of reply.audits) {
      const then = await at.run((ctx) => readiness(ctx, { stage: audit.stage, at: audit.at }))
      expect(audit.ready).toEqual(then.ready)
      expect(audit.major).toEqual(then.major.map(({ rule }) => rule))
    }
  })
})

describe('what was looked at', () => {
  test('is named with the version and the leaf of the ledger that fixes it', async () => {
    const at = await grown()
    const reply = await at.run((ctx) => readiness(ctx, { stage: 'S2' }))
    const [seen] = reply.major
      .concat(reply.minor)
      .flatMap(({ lookedAt }) => lookedAt.records.filter(({ id }) => id === at.risk))
    expect(seen).toMatchObject({ register: 'risk', number: 'R-1', title: 'Brand', version: 2 })
    const leaf = await at.run((ctx) =>
      ctx.tx.query<{ leaf: Buffer }>('select leaf from ledger_entry where record = $1 and version = 2', [at.risk]),
    )
    expect(seen?.hash).toBe(leaf.rows[0]?.leaf.toString('hex'))
  })
})

describe('one rule', () => {
  test('is told with where it stands and every object', async () => {
    const at = await grown()
    const ask = (rule: string, day?: string) =>
      at.run((ctx) => explained(ctx, { stage, rule, ...(day === undefined ? {} : { at: day }) }))
    const reply = await ask('R-4.1-3')
    expect(explainRule.reply.parse(reply)).toEqual(reply)
    expect(reply).toMatchObject({
      rule: { id: 'R-4.1-3', clause: '4.1' },
      standing: { state: 'violated' },
      finding: { severity: 'OFI', since: '2026-02-21', objects: [{ number: 'C-1' }] },
      validity: { previous: '2026-02-21', next: '2026-03-23' },
    })
    expect((await ask('R-4.1-3', '2026-02-12')).finding).toBeNull()
    expect((await refusal(ask('R-9.9-9'))).code).toBe('readiness.no-rule')
  })

  test('stands in the reference, in the order of the standard', () => {
    const listed = listedRules()
    expect(listRules.reply.parse(listed)).toEqual(listed)
    const ids = listed.rules.map(({ id }) => id)
    expect(ids.indexOf('R-4.1-1')).toBeLessThan(ids.indexOf('R-6.1.3-d-2'))
    expect(ids.indexOf('R-6.1.3-d-2')).toBeLessThan(ids.indexOf('R-6.1.3-d-10'))
    expect(listed.rules.find(({ id }) => id === 'R-5.2-2')?.yearly).toEqual([1])
  })

  test('of another rule set than the newest is refused', async () => {
    const at = await founded()
    const asking = at.run((ctx) => readiness(ctx, { stage: 'S1', ruleSet: '2020-01-01' }))
    expect(await refusal(asking)).toMatchObject({
      code: 'readiness.rule-set',
      details: { values: { named: '2020-01-01' } },
    })
  })
})
