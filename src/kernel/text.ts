/** The languages of Waarborg. Both are complete: a test compares the keys. */
export const LANGUAGES = ['nl', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** The tags by which dates and numbers are written: English dates are British, day before month. */
export const LOCALES = { nl: 'nl-NL', en: 'en-GB' } as const satisfies Record<Language, string>

/** Writes days (`YYYY-MM-DD`) as readers of a language do: 2 maart 2026, 2 March 2026. */
export function daysIn(language: Language): (day: string) => string {
  const format = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' })
  return (day) => format.format(new Date(`${day}T00:00:00Z`))
}

/** Messages by key, in ICU form. */
export type Messages = Readonly<Record<string, string>>

export type TextValues = Readonly<Record<string, string | number | boolean | null | undefined>>

/** Words a key in one language. A key without a message is a bug, so it throws. */
export type Words = (key: string, values?: TextValues) => string
