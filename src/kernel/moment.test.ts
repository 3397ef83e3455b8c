import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, days, months } from './calendar.ts'
import { sinceOf } from './condition.ts'
import { both, type Moment, momentOf, standsOn } from './moment.ts'

describe('a moment', () => {
  test('is late the day after the due date, and with grace after the grace', () => {
    expect(momentOf('2026-03-02').late('2026-03-02')).toBe(false)
    expect(momentOf('2026-03-02').late('2026-03-01')).toBe(true)
    expect(momentOf('2026-03-02').late('2026-01-31', 30)).toBe(false)
    expect(momentOf('2026-03-03').late('2026-01-31', 30)).toBe(true)
  })

  test('lets the end day belong to a stretch', () => {
    expect(momentOf('2026-03-02').during('2026-03-02', '2026-03-02')).toBe(true)
    expect(momentOf('2026-03-03').during(null, '2026-03-02')).toBe(false)
    expect(momentOf('2026-03-03').within('2025-03-03', months(12))).toBe(true)
    expect(momentOf('2026-03-04').within('2025-03-03', months(12))).toBe(false)
    expect(momentOf('2026-03-31').within('2026-03-01', days(30))).toBe(true)
    expect(momentOf('2026-04-01').within('2026-03-01', days(30))).toBe(false)
  })

  test('notes the nearest day on either side on which an answer turns', () => {
    const moment = momentOf('2026-03-10')
    moment.reached('2026-01-01')
    moment.late('2026-03-01')
    moment.late('2026-03-10')
    moment.reached('2026-06-01')
    expect(moment.validity()).toEqual({ previous: '2026-03-02', next: '2026-03-11' })
  })

  test('gives the same answers on every day of its validity', () => {
    const day = fc.integer({ min: 0, max: 400 }).map((count) => addDays('2025-06-01', count))
    const question = fc.oneof(
      fc.record({ kind: fc.constant('reached' as const), date: day }),
      fc.record({ kind: fc.constant('late' as const), date: day, grace: fc.constantFrom(0, 30) }),
      fc.record({ kind: fc.constant('within' as const), date: day, count: fc.constantFrom(1, 3, 12) }),
    )
    type Question = typeof question extends fc.Arbitrary<infer Q> ? Q : never
    const put = (asked: Question, moment: Moment): boolean => {
      if (asked.kind === 'reached') return moment.reached(asked.date)
      return asked.kind === 'late'
        ? moment.late(asked.date, asked.grace)
        : moment.within(asked.date, months(asked.count))
    }
    // Answers decide which question comes next, as in a rule.
    const ask = (questions: readonly Question[], moment: Moment): readonly boolean[] =>
      questions.reduce<boolean[]>(
        (answers, asked) =>
          answers.at(-1) === false && asked.kind === 'late' ? answers : [...answers, put(asked, moment)],
        [],
      )
    fc.assert(
      fc.property(fc.array(question, { minLength: 1, maxLength: 6 }), day, day, (questions, at, other) => {
        const moment = momentOf(at)
        const answers = ask(questions, moment)
        fc.pre(standsOn(moment.validity(), other))
        expect(ask(questions, momentOf(other))).toEqual(answers)
      }),
      { numRuns: 300 },
    )
  })

  test('says since when something holds: by its dates, or else by a change', () => {
    const now = momentOf('2026-09-14')
    expect(sinceOf((moment) => moment.late('2026-07-01', 30), now)).toEqual({ by: 'date', date: '2026-08-01' })
    expect(sinceOf(() => true, now)).toEqual({ by: 'change' })
    expect(sinceOf((moment) => moment.reached('2026-01-01') && moment.late('2026-02-01'), now)).toEqual({
      by: 'date',
      date: '2026-02-02',
    })
  })

  test('stands as long as both of two stand', () => {
    expect(both({ previous: null, next: '2026-05-01' }, { previous: '2026-01-01', next: null })).toEqual({
      previous: '2026-01-01',
      next: '2026-05-01',
    })
  })
})
