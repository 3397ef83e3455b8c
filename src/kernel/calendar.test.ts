import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  dateOf,
  daysBetween,
  earliest,
  endOfDay,
  isCalendarDate,
  isLate,
  latest,
  startOfDay,
} from './calendar.ts'
import { addWorkingDays, dutchHolidays, easter, isWorkingDay, workingDaysBetween } from './workdays.ts'

const date = fc
  .date({ min: new Date('1950-01-01T00:00:00Z'), max: new Date('2150-12-31T00:00:00Z'), noInvalidDate: true })
  .map((value) => value.toISOString().slice(0, 10))
const zones = fc.constantFrom('Europe/Amsterdam', 'America/Sao_Paulo', 'Pacific/Apia', 'Asia/Kathmandu', 'UTC')

describe('calendar dates', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-05-15', -17, '2024-12-15'],
  ])('%s and %i months is %s', (from, count, to) => {
    expect(addMonths(from, count)).toBe(to)
  })

  test.each([
    ['2026-02-30', false],
    ['2026-13-01', false],
    ['2024-02-29', true],
    ['2100-02-29', false],
    ['26-02-01', false],
  ])('%s is a date: %s', (text, is) => {
    expect(isCalendarDate(text)).toBe(is)
  })

  test('counts days there and back', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -4000, max: 4000 }), (from, count) => {
        const to = addDays(from, count)
        expect(isCalendarDate(to)).toBe(true)
        expect(daysBetween(from, to)).toBe(count)
        expect(to > from).toBe(count > 0)
      }),
    )
  })

  test('lands in the month that was meant, on the same day or the last one', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -600, max: 600 }), (from, count) => {
        const to = addMonths(from, count)
        expect(isCalendarDate(to)).toBe(true)
        const index = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7))
        expect(index(to) - index(from)).toBe(count)
        expect(to.slice(8) <= from.slice(8)).toBe(true)
        if (to.slice(8) < from.slice(8)) expect(addDays(to, 1).slice(8)).toBe('01')
      }),
    )
  })

  test('ends where four digits do, at either side, and counts the first years as themselves', () => {
    expect([addDays('9999-12-30', 5), addDays('9999-12-30', 4_000_000), addMonths('9999-06-30', 12)]).toEqual(
      Array.from({ length: 3 }, () => '9999-12-31'),
    )
    expect([addDays('0001-01-02', -5), addDays('0001-01-02', -900), addMonths('0001-06-30', -12)]).toEqual(
      Array.from({ length: 3 }, () => '0001-01-01'),
    )
    expect([daysBetween('0001-01-01', '0002-01-01'), daysBetween('0099-12-31', '0100-01-01')]).toEqual([365, 1])
    expect(addDays('0001-01-01', 365)).toBe('0002-01-01')
  })

  test('keeps the order of dates when months are added', () => {
    fc.assert(
      fc.property(date, date, fc.integer({ min: -50, max: 50 }), (a, b, count) => {
        if (a <= b) expect(addMonths(a, count) <= addMonths(b, count)).toBe(true)
      }),
    )
  })

  test('is late the day after it was due', () => {
    expect(isLate('2026-03-02', '2026-03-02')).toBe(false)
    expect(isLate('2026-03-02', '2026-03-03')).toBe(true)
  })

  test('finds the earlier and the later of what is known', () => {
    expect(latest(null, '2026-01-01', '2025-12-31')).toBe('2026-01-01')
    expect(earliest('2026-01-01', null, '2025-12-31')).toBe('2025-12-31')
    expect(latest(null)).toBeNull()
  })
})

describe('days in a time zone', () => {
  test('end in Amsterdam an hour or two before they end in Greenwich', () => {
    expect(endOfDay('2026-01-15', 'Europe/Amsterdam')).toBe('2026-01-15T22:59:59.999Z')
    expect(endOfDay('2026-07-15', 'Europe/Amsterdam')).toBe('2026-07-15T21:59:59.999Z')
    expect(startOfDay('2026-03-29', 'Europe/Amsterdam')).toBe('2026-03-28T23:00:00.000Z')
    expect(endOfDay('2026-03-29', 'Europe/Amsterdam')).toBe('2026-03-29T21:59:59.999Z')
  })

  test('begin when the clock jumps, where it jumps over midnight', () => {
    expect(startOfDay('2018-11-04', 'America/Sao_Paulo')).toBe('2018-11-04T03:00:00.000Z')
  })

  test('hold every moment between their ends, and no other', () => {
    const day = fc
      .date({ min: new Date('1996-01-01T00:00:00Z'), max: new Date('2060-12-31T00:00:00Z'), noInvalidDate: true })
      .map((value) => value.toISOString().slice(0, 10))
    fc.assert(
      fc.property(day, zones, (on, zone) => {
        // A day that a zone skipped as it crossed the date line has no moment at all.
        fc.pre(!(zone === 'Pacific/Apia' && on === '2011-12-30'))
        const last = endOfDay(on, zone)
        expect(dateOf(last, zone)).toBe(on)
        expect(dateOf(startOfDay(on, zone), zone)).toBe(on)
        expect(dateOf(new Date(Date.parse(last) + 1).toISOString(), zone) > on).toBe(true)
      }),
      { numRuns: 40 },
    )
  })
})

describe('Dutch working days', () => {
  test.each([
    [1961, '1961-04-02'],
    [2000, '2000-04-23'],
    [2024, '2024-03-31'],
    [2026, '2026-04-05'],
    [2038, '2038-04-25'],
  ])('Easter of %i is %s', (year, sunday) => {
    expect(easter(year)).toBe(sunday)
  })

  test('are not these in 2025, when Liberation Day is a day off and King’s Day moves from Sunday', () => {
    expect(dutchHolidays(2025)).toEqual([
      '2025-01-01',
      '2025-04-21',
      '2025-04-26',
      '2025-05-05',
      '2025-05-29',
      '2025-06-09',
      '2025-12-25',
      '2025-12-26',
    ])
  })

  test('leave Liberation Day a working day in other years', () => {
    expect(isWorkingDay('2026-05-05')).toBe(true)
    expect(isWorkingDay('2030-05-05')).toBe(false)
  })

  test('count from Friday 27 February 2026 to 12 March nine', () => {
    expect(workingDaysBetween('2026-02-27', '2026-03-12')).toBe(9)
    expect(addWorkingDays('2026-02-27', 9)).toBe('2026-03-12')
    expect(addWorkingDays('2026-02-27', 1, new Set(['2026-03-02']))).toBe('2026-03-03')
  })

  test('end with the calendar', () => {
    expect(addWorkingDays('9999-12-30', 10)).toBe('9999-12-31')
    expect(workingDaysBetween('9999-12-24', '9999-12-31')).toBe(5)
    expect(addWorkingDays('0001-01-01', 1)).toBe('0001-01-02')
  })

  test('are reached in so many steps as are counted back', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 60 }), (from, count) => {
        const to = addWorkingDays(from, count)
        expect(isWorkingDay(to)).toBe(true)
        expect(workingDaysBetween(from, to)).toBe(count)
      }),
      { numRuns: 60 },
    )
  })
})
