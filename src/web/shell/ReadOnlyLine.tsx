import type { ReactNode } from 'react'
import { useAsOf } from '../as-of.ts'
import { useSpeech } from '../text.ts'

/** Says on which day we are, whenever that is not today, and how to come back. */
export function ReadOnlyLine(): ReactNode {
  const { words, day: written } = useSpeech()
  const { day, today, tense, mode, go } = useAsOf()
  if (tense === 'present') return null
  return (
    <p className="readonly" role="status">
      {words(`asof.line.${tense === 'past' ? mode : tense}`, { day: written(day) })}{' '}
      <button type="button" className="link" onClick={() => go(today)}>
        {words('asof.back')}
      </button>
    </p>
  )
}
