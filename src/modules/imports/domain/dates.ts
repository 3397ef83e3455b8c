import { isCalendarDate } from '../../../kernel/calendar.ts'
import type { CalendarDate } from '../../../kernel/register.ts'
import type { Cell } from '../../../kernel/sheet.ts'
import { normalised } from './words.ts'

const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'january', 'januari'],
  ['feb', 'february', 'februari'],
  ['mar', 'mrt', 'march', 'maart'],
  ['apr', 'april'],
  ['may', 'mei'],
  ['jun', 'june', 'juni'],
  ['jul', 'july', 'juli'],
  ['aug', 'august', 'augustus'],
  ['sep', 'sept', 'september'],
  ['oct', 'okt', 'october', 'oktober'],
  ['nov', 'november'],
  ['dec', 'december'],
]

/** Serial numbers between 1 January 1990 and 31 December 2099: what a date looks like in a cell that lost its format. */
const FIRST_SERIAL = 32_874
const LAST_SERIAL = 73_050
const EPOCH = Date.UTC(1899, 11, 30)

/**
 * The first date that stands in a text: 2023-01-31, 31/01/2023, 31-1-23, 31 januari 2023. Day before month, as both
 * languages here write it; month before day only where the day would be a thirteenth month.
 */
export function dateIn(text: string): CalendarDate | null {
  const iso = /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/.exec(text)
  if (iso !== null) return dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const european = /(?<!\d)(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?!\d)/.exec(text)
  if (european !== null) return ofThree(Number(european[1]), Number(european[2]), yearOf(european[3] ?? ''))
  return wordedDate(text)
}

function ofThree(first: number, second: number, year: number): CalendarDate | null {
  return dateOf(year, second, first) ?? dateOf(year, first, second)
}

function wordedDate(text: string): CalendarDate | null {
  const words = normalised(text).split(' ')
  for (const [index, word] of words.entries()) {
    const month = MONTHS.findIndex((names) => names.includes(word)) + 1
    if (month === 0) continue
    const before = dayIn(words[index - 1])
    const after = dayIn(words[index + 1])
    const found = dateOf(after, month, before) ?? dateOf(Number(words[index + 2] ?? ''), month, after)
    if (found !== null) return found
  }
  return null
}

function dayIn(word: string | undefined): number {
  return Number((word ?? '').replace(/(st|nd|rd|th|e)$/, ''))
}

function yearOf(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text)
}

function dateOf(year: number, month: number, day: number): CalendarDate | null {
  if (year < 1900) return null
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return isCalendarDate(date) ? date : null
}

/** The day in a cell that should hold one: a date, a serial number that lost its format, or a date as text. */
export function cellDate(cell: Cell): CalendarDate | null {
  if (cell.date !== null) return cell.date
  if (cell.number === null) return dateIn(cell.text)
  if (cell.number < FIRST_SERIAL || cell.number > LAST_SERIAL) return null
  return new Date(EPOCH + Math.floor(cell.number) * 86_400_000).toISOString().slice(0, 10)
}

/** A number as Dutch or English people write it: 1.234,5 and 1,234.5 are the same; a lone separator is the decimal one. */
export function numberIn(text: string): number | null {
  const bare = text.replaceAll(/[\s€%]/g, '')
  if (!/^[+-]?(\d+([.,]\d+)*|[.,]\d+)(e[+-]?\d+)?$/i.test(bare)) return null
  const last = Math.max(bare.lastIndexOf(','), bare.lastIndexOf('.'))
  const whole = bare.slice(0, Math.max(0, last)).replaceAll(/[.,]/g, '')
  const isGrouped = /^[+-]?\d{1,3}([.,]\d{3}){2,}$/.test(bare)
  const plain = last < 0 ? bare : isGrouped ? bare.replaceAll(/[.,]/g, '') : `${whole}.${bare.slice(last + 1)}`
  const number = Number(plain)
  return Number.isFinite(number) ? number : null
}
