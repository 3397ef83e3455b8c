const MS_PER_DAY = 86_400_000

/** A calendar date as a moment that no time zone moves to another day. */
export function noon(day: string): Date {
  return new Date(`${day}T12:00:00`)
}

function utc(day: string): number {
  return Date.parse(`${day}T00:00:00Z`)
}

export function addDays(day: string, count: number): string {
  return new Date(utc(day) + count * MS_PER_DAY).toISOString().slice(0, 10)
}

/** Days from the first date to the second; negative when the second lies before it. */
export function daysBetween(from: string, to: string): number {
  return Math.round((utc(to) - utc(from)) / MS_PER_DAY)
}

export function firstOfMonth(day: string): string {
  return `${day.slice(0, 7)}-01`
}

/** The same day of the month so many months on, or the last day of that month. */
export function addMonths(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + count, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + count, Math.min(date, last))).toISOString().slice(0, 10)
}

export function isDay(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(utc(value))
}
