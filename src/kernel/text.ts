/** The languages of Waarborg. Both are complete: a test compares the keys. */
export const LANGUAGES = ['nl', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** Messages by key, in ICU form. */
export type Messages = Readonly<Record<string, string>>

export type TextValues = Readonly<Record<string, string | number | boolean | null | undefined>>

/** Words a key in one language. A key without a message is a bug, so it throws. */
export type Words = (key: string, values?: TextValues) => string
