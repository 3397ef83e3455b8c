import type { ReactNode } from 'react'
import { LANGUAGES } from '../../kernel/text.ts'
import { useSpeech } from '../text.ts'

interface LanguageSwitchProps {
  /** Nederlands and English written out, where there is room. */
  readonly isLong?: boolean
}

export function LanguageSwitch({ isLong = false }: LanguageSwitchProps): ReactNode {
  const { language, words, setLanguage } = useSpeech()
  return (
    <span className="lang" role="group" aria-label={words('shell.language')}>
      {LANGUAGES.map((one) => (
        <button
          key={one}
          type="button"
          className="bare"
          lang={one}
          aria-current={one === language}
          onClick={() => setLanguage(one)}
        >
          {isLong ? words(`language.${one}`) : one.toUpperCase()}
          {isLong ? null : <span className="hide">{` ${words(`language.${one}`)}`}</span>}
        </button>
      ))}
    </span>
  )
}
