import { setupI18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import { isCalendarDate } from '../kernel/calendar.ts'
import { daysIn, type Language, LOCALES, type Messages, type TextValues, type Words } from '../kernel/text.ts'

/** Words by key in either language, for everything that speaks outside the browser. A key without a message throws. */
export function wordsIn(texts: Readonly<Record<Language, Messages>>): (language: Language) => Words {
  const made = { nl: wordsOf('nl', texts.nl), en: wordsOf('en', texts.en) }
  return (language) => made[language]
}

function wordsOf(language: Language, messages: Messages): Words {
  const locale = LOCALES[language]
  const i18n = setupI18n({ locale, messages: { [locale]: { ...messages } } }).setMessagesCompiler(compileMessage)
  const day = daysIn(language)
  return (key, values) => {
    if (!(key in messages)) throw new Error(`cannot word \`${key}\` in ${language}`)
    return i18n._(key, values === undefined ? undefined : mapValues(values, day))
  }
}

/** Values as they are read: who throws a refusal names a day as `2026-03-02`, and does not know who reads it. */
function mapValues(values: TextValues, day: (day: string) => string): Record<string, TextValues[string]> {
  const written = (value: TextValues[string]): TextValues[string] =>
    typeof value === 'string' && isCalendarDate(value) ? day(value) : value
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, written(value)]))
}
