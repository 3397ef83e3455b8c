import { useAsOf } from './as-of.ts'
import { useSpeech } from './text.ts'

/** The day that a sentence speaks of: today, or on 2 March 2026. */
export function useWhen(): string {
  const { words, day: written } = useSpeech()
  const { tense, day } = useAsOf()
  return tense === 'present' ? words('when.now') : words('when.onDay', { day: written(day) })
}

/** The line that stands for that day in a plot. */
export function useWhenMark(): string {
  const { words, shortDay } = useSpeech()
  const { tense, day, today } = useAsOf()
  return tense === 'present' ? words('when.now') : shortDay(day, today)
}
