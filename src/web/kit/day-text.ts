import { isDay } from '../days.ts'

const MONTHS: readonly (readonly string[])[] = [
  ['januari', 'january'],
  ['februari', 'february'],
  ['maart', 'march', 'mrt'],
  ['april'],
  ['mei', 'may'],
  ['juni', 'june'],
  ['juli', 'july'],
  ['augustus', 'august'],
  ['september'],
  ['oktober', 'october'],
  ['november'],
  ['december'],
]

/** Letters by which a month is known: mrt and mei are told apart, and so are juni and juli. */
const LEAST = 3

/**
 * A day as people type it: 12-3-2026, 12/3/26, 2026-03-12, 12 maart 2026, 12 mrt; day before month, as both languages
 * write it. Without a year it is the one of `near`. Null for anything else.
 */
export function readDay(text: string, near: string): string | null {
  const typed = text.trim().toLocaleLowerCase()
  if (isDay(typed)) return typed
  const numbers = /^(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{2}|\d{4}))?$/.exec(typed)
  if (numbers !== null) return dayOf(numbers[1], Number(numbers[2]), numbers[3], near)
  const words = /^(\d{1,2})[- ]([a-z]+)\.?(?:[- ](\d{4}))?$/.exec(typed)
  if (words === null) return null
  return dayOf(words[1], monthNamed(words[2] ?? ''), words[3], near)
}

function monthNamed(word: string): number {
  if (word.length < LEAST) return 0
  return MONTHS.findIndex((names) => names.some((name) => name.startsWith(word))) + 1
}

function dayOf(date: string | undefined, month: number, year: string | undefined, near: string): string | null {
  const full = year === undefined ? near.slice(0, 4) : year.length === 2 ? `20${year}` : year
  const day = `${full}-${String(month).padStart(2, '0')}-${(date ?? '').padStart(2, '0')}`
  // 31 April is no day, though the calendar of the language takes it for 1 May.
  return isDay(day) && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day) ? day : null
}
