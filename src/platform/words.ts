import { setupI18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import type { Language, Messages, Words } from '../kernel/text.ts'

/** The tags by which dates and numbers are written: English dates are British, day before month. */
const LOCALES = { nl: 'nl-NL', en: 'en-GB' } as const satisfies Record<Language, string>

/** Words by key in either language, for everything that speaks outside the browser. A key without a message throws. */
export function wordsIn(texts: Readonly<Record<Language, Messages>>): (language: Language) => Words {
  const made = { nl: wordsOf('nl', texts.nl), en: wordsOf('en', texts.en) }
  return (language) => made[language]
}

function wordsOf(language: Language, messages: Messages): Words {
  const locale = LOCALES[language]
  const i18n = setupI18n({ locale, messages: { [locale]: { ...messages } } }).setMessagesCompiler(compileMessage)
  return (key, values) => {
    if (!(key in messages)) throw new Error(`cannot word \`${key}\` in ${language}`)
    return i18n._(key, values === undefined ? undefined : { ...values })
  }
}
