import type { Words } from '../kernel/text.ts'
import { addDays, daysBetween, noon } from './days.ts'

/** Dates and numbers as people of a language write them. Days are `YYYY-MM-DD`, moments are ISO instants. */
export interface Formats {
  /** 2 maart 2026 */
  readonly day: (day: string) => string
  /** 2 mrt, with the year where it is not the year of `near`. */
  readonly shortDay: (day: string, near: string) => string
  /** maandag 2 maart 2026 */
  readonly longDay: (day: string) => string
  /** mrt, or jan 2027 */
  readonly month: (day: string, withYear: boolean) => string
  /** 27 februari 2026 om 16:12 */
  readonly moment: (instant: string) => string
  /** vandaag 08:40, gisteren 16:12, vrijdag 27 februari */
  readonly recent: (instant: string, today: string) => string
  /** 14:03 */
  readonly time: (instant: string) => string
  readonly number: (value: number) => string
  readonly size: (bytes: number) => string
  /** a, b en c */
  readonly list: (parts: readonly string[]) => string
}

const DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const

export function formats(locale: string, words: Words): Formats {
  const of = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => new Intl.DateTimeFormat(locale, options)
  const day = of(DAY)
  const longDay = of({ ...DAY, weekday: 'long' })
  const weekday = of({ weekday: 'long', day: 'numeric', month: 'long' })
  const short = of({ day: 'numeric', month: 'short' })
  const shortYear = of({ day: 'numeric', month: 'short', year: 'numeric' })
  const month = of({ month: 'short' })
  const monthYear = of({ month: 'short', year: 'numeric' })
  const time = of({ hour: '2-digit', minute: '2-digit' })
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const recent = (instant: string, today: string): string => {
    const on = localDay(instant)
    const at = time.format(new Date(instant))
    if (on === today) return words('when.today', { time: at })
    if (on === addDays(today, -1)) return words('when.yesterday', { time: at })
    return Math.abs(daysBetween(on, today)) < 300 ? weekday.format(noon(on)) : day.format(noon(on))
  }
  return {
    day: (value) => day.format(noon(value)),
    shortDay: (value, near) => (value.slice(0, 4) === near.slice(0, 4) ? short : shortYear).format(noon(value)),
    longDay: (value) => longDay.format(noon(value)),
    month: (value, withYear) => (withYear ? monthYear : month).format(noon(value)),
    moment: (instant) =>
      words('when.moment', { day: day.format(new Date(instant)), time: time.format(new Date(instant)) }),
    recent,
    time: (instant) => time.format(new Date(instant)),
    number: (value) => number.format(value),
    size: (bytes) =>
      bytes < 1_000_000
        ? words('size.kilobytes', { n: number.format(Math.max(1, Math.round(bytes / 1000))) })
        : words('size.megabytes', { n: number.format(Math.round(bytes / 100_000) / 10) }),
    list: (parts) => list.format(parts),
  }
}

/** The day of a moment where the reader sits: a browser knows no other calendar. */
export function localDay(instant: string): string {
  const at = new Date(instant)
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}
