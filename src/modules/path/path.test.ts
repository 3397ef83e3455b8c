import { describe, expect, test } from 'vitest'
import { isWorkingDay } from '../../kernel/workdays.ts'
import { texts } from '../../texts.gen.ts'
import { helpFor } from './domain/help.ts'
import { type PlanAsked, planOf } from './domain/plan.ts'
import { type Absence, type Job, type Staff, USUAL_HOURS, unnamedStaff } from './domain/staff.ts'
import type { StepStanding } from './domain/state.ts'
import { PHASES, WORKERS } from './domain/step.ts'
import { STEPS, stepsFor } from './domain/steps.ts'
import { workdaysOf } from './domain/workdays.ts'

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
  staff: unnamedStaff(USUAL_HOURS),
  workdays: workdaysOf(new Set()),
  target: null,
  stage1: null,
  stage2: null,
  headcount: 30,
}

const upTo = (last: number): readonly StepStanding[] =>
  untouched.map((one) => (one.step.number <= last ? { ...one, state: 'done', waitsFor: [], share: 1 } : one))

/** Whether a step is over when its people have done their part. */
const isWork = (number: number): boolean => STEPS[number - 1]?.waits === 0

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

  test('gives nobody two steps at once, but goes on with others while something only has to run', () => {
    const { steps } = planOf(untouched, asked)
    const director = steps.filter(({ number }) => isWork(number) && STEPS[number - 1]?.who.includes('director'))
    const clashes = director.filter((one) =>
      director.some((other) => other !== one && other.start < one.end && one.start < other.end),
    )
    expect(clashes).toEqual([])
    const [applied, listed] = [3, 4].map((number) => steps.find((step) => step.number === number))
    expect((listed?.start ?? '') < (applied?.end ?? '')).toBe(true)
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
      planOf(standings, { ...asked, staff: unnamedStaff(hours) }).finish
    const busy = { director: 8, coordinator: 32, owners: 16, it: 32, hr: 16, auditor: 32 }
    expect(finish(untouched, busy) < finish(untouched)).toBe(true)
    expect(finish(upTo(21)) < finish(untouched)).toBe(true)
    expect(planOf(upTo(46), asked)).toMatchObject({ steps: [], finish: asked.today, critical: [] })
  })

  test('has everything done before the certificate, also what no other step needs', () => {
    const { steps, finish } = planOf(untouched, asked)
    expect(steps.filter(({ end }) => end > finish)).toEqual([])
    const rehearsal = steps.find(({ number }) => number === 43)
    expect(steps.filter(({ number, end }) => number <= 36 && end > (rehearsal?.start ?? ''))).toEqual([])
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

/** The usual hours, with one person by name at each of these jobs. */
function named(people: Readonly<Partial<Record<Job, string>>>, away: readonly Absence[] = []): Staff {
  const usual = unnamedStaff(USUAL_HOURS)
  const jobs = Object.entries(people).map(([job, person]) => [
    job,
    [{ key: person, person, hours: 8, isStated: true, away }],
  ])
  return { ...usual, ...Object.fromEntries(jobs) }
}

const at = (plan: ReturnType<typeof planOf>, number: number) => plan.steps.find((step) => step.number === number)

describe('the plan of people with a name', () => {
  test('has one person do one thing at a time, whatever his jobs', () => {
    const { steps } = planOf(untouched, {
      ...asked,
      staff: named({ director: 'a', it: 'a', hr: 'a', coordinator: 'a' }),
    })
    const his = steps.filter(({ number, people }) => isWork(number) && people.includes('a'))
    expect(his.length).toBeGreaterThan(25)
    const clashes = his.filter((one) =>
      his.some((other) => other !== one && other.start < one.end && one.start < other.end),
    )
    expect(clashes).toEqual([])
  })

  test('begins no step while its only person is away, and says for whom it waits', () => {
    const away = [{ from: '2026-01-05', until: '2026-01-23' }]
    const plan = planOf(untouched, { ...asked, staff: named({ director: 'a' }, away) })
    expect(at(plan, 1)).toMatchObject({ start: '2026-01-26', awaits: 'a', people: ['a'] })
    expect(at(planOf(untouched, { ...asked, staff: named({ director: 'a' }) }), 1)).toMatchObject({
      start: '2026-01-05',
      awaits: null,
    })
  })

  test('stops a step for as long as its person is away, and slows it where others work on', () => {
    const away = [{ from: '2026-01-06', until: '2026-01-19' }]
    const only = upTo(46).map((one) => (one.step.number === 4 ? { ...one, state: 'open' as const, share: 0 } : one))
    const [without, alone, three] = [
      planOf(only, { ...asked, staff: named({ coordinator: 'a' }) }),
      planOf(only, { ...asked, staff: named({ coordinator: 'a' }, away) }),
      planOf(only, {
        ...asked,
        staff: {
          ...named({ coordinator: 'a' }, away),
          coordinator: ['a', 'b'].map((key) => ({
            key,
            person: key,
            hours: 4,
            isStated: true,
            away: key === 'a' ? away : [],
          })),
        },
      }),
    ].map((plan) => at(plan, 4)?.end ?? '')
    expect([without, alone, three]).toEqual(['2026-01-07', '2026-01-21', '2026-01-08'])
  })

  test('leaves out the days on which the organisation is closed', () => {
    const closed = new Set(['2026-01-06', '2026-01-07', '2026-01-08'])
    const plan = planOf(upTo(3), { ...asked, workdays: workdaysOf(closed) })
    expect(plan.steps.flatMap(({ start, end }) => [start, end]).filter((day) => closed.has(day))).toEqual([])
  })

  test('ends, whoever is away for ever or has no hours', () => {
    const gone = [{ from: '2026-01-01', until: '2027-12-31' }]
    const { finish } = planOf(untouched, { ...asked, staff: named({ director: 'a' }, gone) })
    expect(finish > '2028-01-01' && finish < '2029-06-01').toBe(true)
    const none = { director: 0, coordinator: 0, owners: 0, it: 0, hr: 0, auditor: 0 }
    expect(planOf(untouched, { ...asked, staff: unnamedStaff(none) }).finish < '2070-01-01').toBe(true)
  })
})

describe('a target that cannot be met', () => {
  const helped = (target: string, staff: Staff = asked.staff) => {
    const wanted = { ...asked, staff, target }
    return helpFor(untouched, wanted, planOf(untouched, wanted))
  }

  test('is met with the least more hours that do, of whoever the finish hangs on', () => {
    const { finish } = planOf(untouched, asked)
    const target = workdaysOf(new Set()).onOrAfter('2026-11-16')
    expect(target < finish).toBe(true)
    const more = helped(target)?.more
    expect(more === null || more === undefined ? '' : more.finish <= target).toBe(true)
    expect(more?.job).toBe('director')
    const given = unnamedStaff({ ...USUAL_HOURS, director: USUAL_HOURS.director + (more?.hours ?? 0) })
    expect(planOf(untouched, { ...asked, staff: given }).finish).toBe(more?.finish)
    const less = unnamedStaff({ ...USUAL_HOURS, director: USUAL_HOURS.director + (more?.hours ?? 0) - 1 })
    expect(planOf(untouched, { ...asked, staff: less }).finish > target).toBe(true)
  })

  test('asks everybody where nobody can do it alone', () => {
    const { best, more } = helped('2026-10-05') ?? {}
    expect((best ?? '') < '2026-10-05').toBe(true)
    expect(more).toMatchObject({ job: null, person: null })
    expect((more?.finish ?? '') <= '2026-10-05').toBe(true)
  })

  test('is not promised where no hours help: what has to run takes its time', () => {
    const help = helped('2026-01-12')
    expect(help?.more).toBeNull()
    expect((help?.best ?? '') > '2026-06-01').toBe(true)
    expect(helped('2025-01-01')?.more).toBeNull()
  })

  test('needs no help where it can be met, or where there is none', () => {
    expect(helped('2030-01-01')).toBeNull()
    expect(helpFor(untouched, asked, planOf(untouched, asked))).toBeNull()
  })
})
