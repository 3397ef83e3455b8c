import { isCalendarDate } from '../kernel/calendar.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { CalendarDate } from '../kernel/register.ts'
import type { SentenceValues } from '../kernel/rule.ts'
import type { Language, TextValues, Words } from '../kernel/text.ts'

const LOCALES = { nl: 'nl-NL', en: 'en-GB' } as const satisfies Record<Language, string>

/** The values of an expected finding's sentence as its message takes them: dates written out, keys worded. */
export function spoken(values: SentenceValues, words: Words, language: Language): TextValues {
  const format = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' })
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (typeof value !== 'object') return [name, value]
      if ('date' in value) return [name, format.format(new Date(`${value.date}T00:00:00Z`))]
      return [name, value.keys.map((key) => words(key)).join(', ')]
    }),
  )
}

/** A date as somebody typed it behind an option; undefined where it was left out. Throws invalid. */
export function dateOption(text: string | null): CalendarDate | undefined {
  if (text === null) return undefined
  if (!isCalendarDate(text)) throw new Refusal('invalid', 'cli.no-date', { values: { text } })
  return text
}
