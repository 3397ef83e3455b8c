import { setupI18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import { createContext, use } from 'react'
import { LANGUAGES, type Language, LOCALES, type Messages, type Words } from '../kernel/text.ts'
import { type Formats, formats } from './formats.ts'

/** What a screen needs to speak: words by key, dates and numbers, and the way to another language. */
export interface Speech extends Formats {
  readonly language: Language
  readonly words: Words
  /** Whether there is a message: some fields have no `.why`, most do. */
  readonly has: (key: string) => boolean
  /** Settles when the words of the rules are there; the same promise every time. */
  readonly rules: () => Promise<void>
  readonly setLanguage: (language: Language) => void
}

const REMEMBERED = 'waarborg.language'

async function messagesOf(language: Language): Promise<Messages> {
  const loaded = language === 'nl' ? await import('./text/nl.ts') : await import('./text/en.ts')
  return loaded.messages
}

/** What the rules say fills as much as all the rest, and two pages speak it. */
async function ruleMessagesOf(language: Language): Promise<Messages> {
  const loaded = language === 'nl' ? await import('./text/rules-nl.ts') : await import('./text/rules-en.ts')
  return loaded.messages
}

/** Loads a language and gives its words. A key without a message shows as itself: one odd word beats no page. */
export async function loadSpeech(language: Language): Promise<Omit<Speech, 'setLanguage'>> {
  const messages: Record<string, string> = { ...(await messagesOf(language)) }
  const locale = LOCALES[language]
  const i18n = setupI18n({ locale, messages: { [locale]: messages } }).setMessagesCompiler(compileMessage)
  const words: Words = (key, values) => i18n._(key, values === undefined ? undefined : { ...values })
  let rules: Promise<void> | null = null
  const loadRules = async (): Promise<void> => {
    const more = await ruleMessagesOf(language)
    Object.assign(messages, more)
    i18n.load(locale, { ...more })
  }
  return {
    language,
    words,
    has: (key) => key in messages,
    rules: () => (rules ??= loadRules()),
    ...formats(locale, words),
  }
}

/** What was chosen before, else what the browser asks for first, else Dutch. */
export function rememberedLanguage(): Language {
  const asked = [localStorage.getItem(REMEMBERED), ...navigator.languages.map((tag) => tag.slice(0, 2))]
  return asked.flatMap((tag) => LANGUAGES.filter((language) => language === tag))[0] ?? 'nl'
}

export function rememberLanguage(language: Language): void {
  localStorage.setItem(REMEMBERED, language)
  document.documentElement.lang = language
}

export const SpeechContext = createContext<Speech | null>(null)

export function useSpeech(): Speech {
  const speech = use(SpeechContext)
  if (speech === null) throw new Error('cannot speak outside the speech provider')
  return speech
}

/** As `useSpeech`, for pages that speak of findings: they wait for the words of the rules. */
export function useRuleSpeech(): Speech {
  const speech = useSpeech()
  use(speech.rules())
  return speech
}

export function useText(): Words {
  return useSpeech().words
}
