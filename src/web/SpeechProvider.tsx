import { type ReactNode, useCallback, useMemo, useState } from 'react'
import type { Language } from '../kernel/text.ts'
import { loadSpeech, rememberLanguage, type Speech, SpeechContext } from './text.ts'

interface SpeechProviderProps {
  readonly initial: Omit<Speech, 'setLanguage'>
  readonly children: ReactNode
  /** After a switch: what the server worded must be asked for again. */
  readonly onSwitch: (language: Language) => void
}

export function SpeechProvider({ initial, children, onSwitch }: SpeechProviderProps): ReactNode {
  const [spoken, setSpoken] = useState(initial)
  const setLanguage = useCallback(
    (language: Language) => {
      const change = async (): Promise<void> => {
        const speech = await loadSpeech(language)
        rememberLanguage(language)
        setSpoken(speech)
        onSwitch(language)
      }
      void change()
    },
    [onSwitch],
  )
  const speech = useMemo(() => ({ ...spoken, setLanguage }), [spoken, setLanguage])
  return <SpeechContext value={speech}>{children}</SpeechContext>
}
