import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { LANGUAGES, type Language } from '../../kernel/text.ts'
import { request } from '../client.ts'
import { meQuery } from '../session.ts'
import { useSpeech } from '../text.ts'

interface LanguageSwitchProps {
  /** Nederlands and English written out, where there is room. */
  readonly isLong?: boolean
}

export function LanguageSwitch({ isLong = false }: LanguageSwitchProps): ReactNode {
  const { language, words, setLanguage } = useSpeech()
  const client = useQueryClient()
  // Mail speaks the language of the account; whoever is not signed in has none yet.
  const keep = useMutation({
    mutationFn: (chosen: Language) => request('PATCH', '/me', { body: { language: chosen } }),
  })
  const choose = (chosen: Language): void => {
    setLanguage(chosen)
    if ((client.getQueryData(meQuery.queryKey) ?? null) !== null) keep.mutate(chosen)
  }
  return (
    <span className="lang" role="group" aria-label={words('shell.language')}>
      {LANGUAGES.map((one) => (
        <button
          key={one}
          type="button"
          className="bare"
          lang={one}
          aria-current={one === language}
          onClick={() => choose(one)}
        >
          {isLong ? words(`language.${one}`) : one.toUpperCase()}
          {isLong ? null : <span className="hide">{` ${words(`language.${one}`)}`}</span>}
        </button>
      ))}
    </span>
  )
}
