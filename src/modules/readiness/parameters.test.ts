import { describe, expect, test } from 'vitest'
import { DEFAULTS } from '../../kernel/parameters.ts'
import { change } from '../../platform/store/change.ts'
import { approvedAfter, parametersInForce } from '../organisation/domain/parameters.ts'
import { organisation } from '../organisation/registers/organisation.ts'
import { conforming } from '../samples/domain/conforming/conforming.ts'
import { founded, type Place, refusal } from '../statements/place.fixture.ts'
import { readParameters } from './contract.ts'
import type { NameActors } from './service/difference.ts'
import { parameters } from './service/parameters.ts'
import { readiness } from './service.ts'

const MORNING = (day: string) => `${day}T09:00:00.000Z`
const nameActors: NameActors = async () => () => ({ name: 'Fenna', via: null })

async function settled(): Promise<Place & { readonly own: string; readonly director: string }> {
  const at = await founded()
  const director = await at.save({ register: 'person', act: 'create', set: { name: 'Ada', isTopManagement: true } })
  const { rows } = await at.run((ctx) =>
    ctx.tx.query<{ id: string }>("select id from record where organisation = $1 and register = 'organisation'", [
      ctx.organisation,
    ]),
  )
  return { ...at, own: rows[0]?.id ?? '', director: director.id }
}

function set(at: Place & { readonly own: string }, chosen: Readonly<Record<string, number>>, day: string) {
  const change = { register: 'organisation', act: 'update', id: at.own, set: { parameters: chosen } }
  return at.save(change, MORNING(day))
}

async function approve(at: Place & { readonly own: string; readonly director: string }, day: string): Promise<void> {
  at.clock.time = new Date(MORNING(day))
  await at.run((ctx) => change(ctx, { register: 'organisation', act: 'approveParameters', id: at.own }), {
    roles: ['top_management'],
    person: at.director,
  })
}

describe('parameters', () => {
  test('hold as entered until somebody approves them, and then as approved', async () => {
    const at = await settled()
    const told = async (day?: string) => {
      const reply = await at.run((ctx) => parameters(ctx, { at: day, mode: 'known' }, nameActors))
      expect(readParameters.reply.parse(reply)).toEqual(reply)
      const row = reply.parameters.find(({ parameter }) => parameter === 'contextReviewMonths')
      return { ...reply, row }
    }
    await set(at, { contextReviewMonths: 9 }, '2026-02-03')
    expect(await told()).toMatchObject({ approval: 'never', row: { value: 9, default: 12, bound: 12, waiting: null } })
    await approve(at, '2026-02-05')
    expect(await told()).toMatchObject({ approval: 'approved', approvedAt: '2026-02-05', row: { value: 9 } })
    await set(at, { contextReviewMonths: 24 }, '2026-02-07')
    expect(await told()).toMatchObject({ approval: 'waiting', row: { value: 9, waiting: { value: 24 } } })
    await approve(at, '2026-02-09')
    const now = await told()
    expect(now).toMatchObject({ approval: 'approved', row: { value: 24, waiting: null, least: 1, most: 60 } })
    expect(now.notes.map(({ parameter }) => parameter)).toContain('contextReviewMonths')
    expect(now.versions.map(({ isApproval, changed }) => [isApproval, changed[0]?.from, changed[0]?.to])).toEqual([
      [true, undefined, undefined],
      [false, 9, 24],
      [true, undefined, undefined],
      [false, null, 9],
    ])
    // As they were read on a day in the past.
    expect((await told('2026-02-08')).row).toMatchObject({ value: 9, waiting: { value: 24 } })
    expect((await told('2026-02-04')).versions).toHaveLength(1)
  })

  test('that wait for approval do not count, and are noted', async () => {
    const at = await settled()
    const issue = await at.save({
      register: 'context_issue',
      act: 'create',
      set: { title: 'Vijf mensen', kind: 'internal', lastReviewedAt: '2025-01-01' },
    })
    await at.save({ register: 'context_issue', act: 'activate', id: issue.id })
    await approve(at, '2026-02-05')
    await set(at, { contextReviewMonths: 36 }, '2026-02-07')
    const late = async () => {
      const answer = await at.run((ctx) => readiness(ctx, { stage: 'S2' }))
      const notes = answer.parameterNotes.map(({ parameter, why }) => [parameter, why])
      return { isLate: answer.minor.some(({ rule }) => rule === 'R-4.1-3'), notes }
    }
    expect(await late()).toEqual({ isLate: true, notes: [['parameters', 'unapproved']] })
    await approve(at, '2026-02-08')
    expect(await late()).toEqual({ isLate: false, notes: [['contextReviewMonths', 'long']] })
  })

  test.each([
    ['contextReviewMonths', 0, 'field.too-small'],
    ['contextReviewMonths', 61, 'field.too-big'],
    ['pileUp', 0, 'field.too-small'],
    ['leaverWorkingDays', -1, 'field.too-small'],
    ['eventHours', 1.5, 'field.wrong'],
    ['taskGraceDays', 1_000, 'field.too-big'],
  ])('outside sense are refused by name: %s of %d', async (name, value, code) => {
    const at = await settled()
    const faults = (await refusal(set(at, { [name]: value }, '2026-02-03'))).details.faults
    expect(faults).toMatchObject([{ path: `parameters.${name}`, code }])
  })
})

describe('what was approved elsewhere', () => {
  test('holds as it came, and the first change of it waits', () => {
    const org = conforming()
    const record = org.build.isms().all(organisation)[0]
    if (record === undefined) throw new Error('cannot find the organisation')
    const came = { ...record, parametersApprovedAt: '2026-01-05', parameters: { ...record.parameters, pileUp: 4 } }
    expect(parametersInForce(came)).toMatchObject({ approval: 'approved', parameters: { pileUp: 4 } })
    const changed = { ...came, parameters: { ...came.parameters, pileUp: 9 } }
    const kept = approvedAfter('update', came, changed)
    expect(kept).toEqual({ ...DEFAULTS, pileUp: 4 })
    const after = { ...changed, parametersApproved: kept ?? came.parametersApproved }
    expect(parametersInForce(after)).toMatchObject({ approval: 'waiting', parameters: { pileUp: 4 } })
    expect(approvedAfter('update', came, { ...came })).toBeNull()
  })
})
