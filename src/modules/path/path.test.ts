import { describe, expect, test } from 'vitest'
import { isWorkingDay } from '../../kernel/workdays.ts'
import { texts } from '../../texts.gen.ts'
import { type PlanAsked, planOf, USUAL_HOURS } from './domain/plan.ts'
import type { StepStanding } from './domain/state.ts'
import { PHASES, WORKERS } from './domain/step.ts'
import { STEPS, stepsFor } from './domain/steps.ts'

const untouched: readonly StepStanding[] = STEPS.map((step) => ({
  step,
  state: step.needs.length === 0 ? 'open' : 'waits',
  waitsFor: step.needs,
  waitsUntil: null,
  rules: [],
  share: 0,
}))

const asked: PlanAsked = {
  today: '2026-01-05',
  hours: USUAL_HOURS,
  target: null,
  stage1: null,
  stage2: null,
  headcount: 30,
}

const upTo = (last: number): readonly StepStanding[] =>
  untouched.map((one) => (one.step.number <= last ? { ...one, state: 'done', waitsFor: [], share: 1 } : one))

describe('the steps', () => {
  test('are numbered from 1 to 46 and need only earlier ones', () => {
    expect(STEPS.map(({ number }) => number)).toEqual(Array.from({ length: 46 }, (_, index) => index + 1))
    expect(STEPS.filter(({ number, needs }) => needs.some((need) => need >= number))).toEqual([])
  })

  test('name each rule once', () => {
    const rules = STEPS.flatMap((step) => step.rules)
    expect(rules.filter((rule, index) => rules.indexOf(rule) !== index)).toEqual([])
  })

  test('refuse a consultant where the organisation must decide itself', () => {
    expect(STEPS.filter(({ isOwnPeoples }) => isOwnPeoples).map(({ number }) => number)).toEqual([1, 9, 11, 20, 42])
  })

  test.each(['nl', 'en'] as const)('have all their words in %s', (language) => {
    const keys = [
      ...PHASES.map((phase) => `path.phase.${phase}`),
      ...WORKERS.map((worker) => `path.worker.${worker}`),
      ...STEPS.flatMap(({ number }) =>
        ['title', 'why', 'product', 'auditor'].map((what) => `path.step.${number}.${what}`),
      ),
    ]
    expect(keys.filter((key) => !(key in texts[language]))).toEqual([])
  })

  test('let stage 1 come before internal audit and review where the body allows it', () => {
    const needs = (number: number) => stepsFor('stage2').find((step) => step.number === number)?.needs
    expect([needs(43), needs(45)]).toEqual([
      [36, 39],
      [42, 44],
    ])
  })
})

describe('the plan', () => {
  test('takes five to fourteen months for thirty people who begin with nothing', () => {
    const { finish } = planOf(untouched, asked)
    expect(finish > '2026-06-01' && finish < '2027-03-01').toBe(true)
  })

  test('begins and ends every step on a working day, after all that it needs', () => {
    const { steps } = planOf(untouched, { ...asked, today: '2026-04-25' })
    const ends = new Map(steps.map(({ number, end }) => [number, end]))
    for (const { number, start, end } of steps) {
      expect([number, isWorkingDay(start), isWorkingDay(end), end >= start]).toEqual([number, true, true, true])
      const needs = STEPS.find((step) => step.number === number)?.needs ?? []
      expect(needs.filter((need) => (ends.get(need) ?? '') > start)).toEqual([])
    }
  })

  test('gives nobody two steps at once', () => {
    const { steps } = planOf(untouched, asked)
    const director = steps.filter(({ number }) => STEPS[number - 1]?.who.includes('director'))
    const clashes = director.filter((one) =>
      director.some((other) => other !== one && other.start < one.end && one.start < other.end),
    )
    expect(clashes).toEqual([])
  })

  test('names the chain on which the finish hangs: each begins when the one before it ends', () => {
    const { steps, critical, finish } = planOf(untouched, asked)
    const chain = critical.map((number) => steps.find((step) => step.number === number))
    expect(chain.at(-1)).toMatchObject({ number: 46, end: finish })
    expect(chain.slice(1).map((step) => step?.start)).toEqual(chain.slice(0, -1).map((step) => step?.end))
    expect(steps.filter(({ isCritical }) => isCritical).map(({ number }) => number)).toEqual(
      critical.toSorted((a, b) => a - b),
    )
  })

  test('says how many working days a target is missed or met by', () => {
    const { finish } = planOf(untouched, asked)
    expect(planOf(untouched, { ...asked, target: finish }).slack).toBe(0)
    expect(planOf(untouched, { ...asked, target: '2026-01-12' }).slack).toBeLessThan(-80)
    expect(planOf(untouched, { ...asked, target: '2028-01-03' }).slack).toBeGreaterThan(200)
  })

  test('comes sooner with more hours, and with what is done', () => {
    const finish = (standings: readonly StepStanding[], hours = USUAL_HOURS): string =>
      planOf(standings, { ...asked, hours }).finish
    const busy = { director: 8, coordinator: 32, owners: 16, it: 32, hr: 16, auditor: 32 }
    expect(finish(untouched, busy) < finish(untouched)).toBe(true)
    expect(finish(upTo(21)) < finish(untouched)).toBe(true)
    expect(planOf(upTo(46), asked)).toMatchObject({ steps: [], finish: asked.today, critical: [] })
  })

  test('keeps a day that was agreed with the body, and says where the work cannot be done by then', () => {
    const late = planOf(untouched, { ...asked, stage1: '2026-02-02', stage2: '2030-06-03' })
    expect(late.tooEarly.map(({ number, agreed }) => [number, agreed])).toEqual([[44, '2026-02-02']])
    expect(late.steps.find(({ number }) => number === 45)?.start).toBe('2030-06-03')
  })

  test('holds on the first and the last day of the calendar, whatever the target', () => {
    for (const today of ['0001-01-01', '9999-12-31']) {
      for (const target of ['0001-01-01', '2026-06-01', '9999-12-31']) {
        const { finish, slack } = planOf(untouched, { ...asked, today, target, stage2: '9999-12-31' })
        expect([today, finish >= today && finish <= '9999-12-31', Number.isInteger(slack)]).toEqual([today, true, true])
      }
    }
  })

  test('holds for a company of one and for one of two thousand', () => {
    const [one, many] = [1, 2_000].map((headcount) => planOf(untouched, { ...asked, headcount }).finish)
    expect((one ?? '') < (many ?? '')).toBe(true)
  })
})
