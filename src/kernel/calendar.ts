import type { CalendarDate, Instant } from './register.ts'

/**
 * Calendar dates as text, `YYYY-MM-DD`, so that they compare, sort and travel as they are. No date here has a time or a
 * zone; where an instant meets a date, the organisation's time zone is an argument.
 */

/** A stretch of calendar time. Months clamp to the end of a shorter month (readiness 1.2). */
export type Period = { readonly days: number } | { readonly months: number }

export const days = (count: number): Period => ({ days: count })
export const months = (count: number): Period => ({ months: count })

const DAY_MS = 86_400_000
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/

export function isCalendarDate(text: string): boolean {
  const parts = DATE.exec(text)
  if (parts === null) return false
  const month = Number(parts[2])
  const day = Number(parts[3])
  return month >= 1 && month <= 12 && day >= 1 && day <= lengthOfMonth(Number(parts[1]), month)
}

interface Ymd {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** Rules ask over tens of thousands of dates: reading digits costs a third of cutting and parsing text. */
function split(date: CalendarDate): Ymd {
  return { year: digits(date, 0) * 100 + digits(date, 2), month: digits(date, 5), day: digits(date, 8) }
}

function digits(date: CalendarDate, at: number): number {
  return (date.charCodeAt(at) - 48) * 10 + date.charCodeAt(at + 1) - 48
}

/** 00 to 99. */
const PAIRS = Array.from({ length: 100 }, (_, index) => String(index).padStart(2, '0'))

/**
 * INVARIANT: dates have four digits for the year, because they are compared as text. What would come before or after is the
 * first or the last of them: a review every year of what is dated in 9999 is no review in the past.
 */
const FIRST = '0001-01-01'
const LAST = '9999-12-31'

function join(year: number, month: number, day: number): CalendarDate {
  if (year < 1) return FIRST
  if (year > 9999) return LAST
  return `${String(year).padStart(4, '0')}-${PAIRS[month]}-${PAIRS[day]}`
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

function lengthOfMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

const DAYS_IN_400_YEARS = 146_097

/** Days since 1 January 1970. */
function dayNumber(date: CalendarDate): number {
  const { year, month, day } = split(date)
  // `Date.UTC` takes the years 0 to 99 for those of the twentieth century, so a cycle of the calendar lies between.
  return Math.round(Date.UTC(year + 400, month - 1, day) / DAY_MS) - DAYS_IN_400_YEARS
}

function ofDayNumber(number: number): CalendarDate {
  const date = new Date(number * DAY_MS)
  // Further than a moment can be told, the sign is all that is left.
  if (Number.isNaN(date.getTime())) return number < 0 ? FIRST : LAST
  return join(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
}

/** So many days are walked month by month. */
const FEW_DAYS = 100

function walked(fromYear: number, fromMonth: number, days: number): CalendarDate {
  let [year, month, day] = [fromYear, fromMonth, days]
  if (day < 1) {
    month = month === 1 ? 12 : month - 1
    if (month === 12) year -= 1
    return join(year, month, lengthOfMonth(year, month) + day)
  }
  for (let length = lengthOfMonth(year, month); day > length; length = lengthOfMonth(year, month)) {
    day -= length
    month = month === 12 ? 1 : month + 1
    if (month === 1) year += 1
  }
  return join(year, month, day)
}

export function addDays(date: CalendarDate, count: number): CalendarDate {
  const { year, month, day } = split(date)
  // Most steps end in this month or one of the next; this keeps rules over 50,000 dates quick.
  return count >= -day && count <= FEW_DAYS ? walked(year, month, day + count) : ofDayNumber(dayNumber(date) + count)
}

/** 31 January + 1 month is the last day of February (readiness 1.2). */
export function addMonths(date: CalendarDate, count: number): CalendarDate {
  const { year, month, day } = split(date)
  const index = year * 12 + (month - 1) + count
  const toYear = Math.floor(index / 12)
  const toMonth = index - toYear * 12 + 1
  return join(toYear, toMonth, Math.min(day, lengthOfMonth(toYear, toMonth)))
}

export function addPeriod(date: CalendarDate, period: Period): CalendarDate {
  return 'days' in period ? addDays(date, period.days) : addMonths(date, period.months)
}

/** Whole days from the one to the other; negative where the second comes first. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** A thing is late when t lies after its due date: on the day itself it is still in time (readiness 1.2). */
export function isLate(due: CalendarDate, at: CalendarDate): boolean {
  return at > due
}

/** The later of some dates; null where there is none. */
export function latest(...dates: readonly (CalendarDate | null)[]): CalendarDate | null {
  return dates.reduce((best, date) => (date !== null && (best === null || date > best) ? date : best), null)
}

/** The earlier of some dates; null where there is none. */
export function earliest(...dates: readonly (CalendarDate | null)[]): CalendarDate | null {
  return dates.reduce((best, date) => (date !== null && (best === null || date < best) ? date : best), null)
}

/** Whether the name is that of a time zone (IANA): another one would make every question for a date fail. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** The calendar date of a moment in a time zone (IANA name). */
export function dateOf(instant: Instant, zone: string): CalendarDate {
  return datesIn(zone)(instant)
}

/** `dateOf` for one time zone, for those who ask often: to prepare a zone costs a hundred times what a date does. */
export function datesIn(zone: string): (instant: Instant) => CalendarDate {
  const read = wallClockIn(zone)
  return (instant) => {
    const { year, month, day } = read(Date.parse(instant))
    return join(year, month, day)
  }
}

/** The last millisecond of a calendar date in a time zone: what was recorded by then counts as known that day. */
export function endOfDay(date: CalendarDate, zone: string): Instant {
  return new Date(startOfDayMs(addDays(date, 1), zone) - 1).toISOString()
}

/** The first millisecond of a calendar date in a time zone. */
export function startOfDay(date: CalendarDate, zone: string): Instant {
  return new Date(startOfDayMs(date, zone)).toISOString()
}

/** The earliest moment at which the zone shows the date: midnight, or where a clock jumps over midnight the jump itself. */
function startOfDayMs(date: CalendarDate, zone: string): number {
  const read = wallClockIn(zone)
  const midnight = dayNumber(date) * DAY_MS
  let before = midnight - DAY_MS
  let after = midnight + DAY_MS
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    const { year, month, day } = read(middle)
    if (join(year, month, day) >= date) after = middle
    else before = middle
  }
  return after
}

function wallClockIn(zone: string): (ms: number) => Ymd {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  })
  return (ms) => {
    const parts = format.formatToParts(ms)
    const value = (type: string): number => Number(parts.find((part) => part.type === type)?.value)
    return { year: value('year'), month: value('month'), day: value('day') }
  }
}
