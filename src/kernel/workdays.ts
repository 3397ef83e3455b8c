import { addDays } from './calendar.ts'
import type { CalendarDate } from './register.ts'

/** Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, ch. 8). */
export function easter(year: number): CalendarDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  const day = ((h + l - 7 * m + 114) % 31) + 1
  return `${fourDigits(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function fourDigits(year: number): string {
  return String(year).padStart(4, '0')
}

/**
 * Days on which Dutch offices are closed (Algemene termijnenwet, art. 3): New Year, Easter Monday, King's Day,
 * Ascension Day, Whit Monday, both days of Christmas; Liberation Day once in five years, as most collective agreements
 * have it. Good Friday is a working day for most and is left out. Easter and Whit Sunday are Sundays anyway.
 */
export function dutchHolidays(year: number): readonly CalendarDate[] {
  const sunday = easter(year)
  const named = fourDigits(year)
  return [
    `${named}-01-01`,
    addDays(sunday, 1),
    kingsDay(year),
    ...(year % 5 === 0 ? [`${named}-05-05`] : []),
    addDays(sunday, 39),
    addDays(sunday, 50),
    `${named}-12-25`,
    `${named}-12-26`,
  ].sort()
}

/** 27 April since 2014, 30 April before; where that is a Sunday, the Saturday before it. */
function kingsDay(year: number): CalendarDate {
  const day = year >= 2014 ? `${fourDigits(year)}-04-27` : `${fourDigits(year)}-04-30`
  return weekday(day) === 0 ? addDays(day, -1) : day
}

/** 0 is Sunday. */
function weekday(date: CalendarDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay()
}

/** `closed` are the days on which this organisation does not work, beside weekends and holidays. */
export function isWorkingDay(date: CalendarDate, closed?: ReadonlySet<CalendarDate>): boolean {
  const day = weekday(date)
  if (day === 0 || day === 6 || closed?.has(date) === true) return false
  return !holidaysOf(Number(date.slice(0, 4))).has(date)
}

/** A plan asks for the same few years a thousand times. */
const KNOWN_YEARS = new Map<number, ReadonlySet<CalendarDate>>()

function holidaysOf(year: number): ReadonlySet<CalendarDate> {
  const known = KNOWN_YEARS.get(year) ?? new Set(dutchHolidays(year))
  KNOWN_YEARS.set(year, known)
  return known
}

/** No calendar of ours goes further. */
const LAST_DAY = '9999-12-31'

/** The date that lies so many working days after the given one. Zero gives the date itself, working day or not. */
export function addWorkingDays(date: CalendarDate, count: number, closed?: ReadonlySet<CalendarDate>): CalendarDate {
  let reached = date
  for (let left = count; left > 0 && reached < LAST_DAY; ) {
    reached = addDays(reached, 1)
    if (isWorkingDay(reached, closed)) left -= 1
  }
  return reached
}

/** Working days after the first date up to and with the second one. */
export function workingDaysBetween(from: CalendarDate, to: CalendarDate): number {
  let count = 0
  for (let date = from; date < to; ) {
    date = addDays(date, 1)
    if (isWorkingDay(date)) count += 1
  }
  return count
}
