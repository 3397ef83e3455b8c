import type { ReactNode } from 'react'
import { useAsOf } from '../as-of.ts'
import { useSpeech } from '../text.ts'

/** The day that is looked at, and how. */
export function AsOfDay(): ReactNode {
  const { words, day: written } = useSpeech()
  const { day, tense, mode } = useAsOf()
  return (
    <>
      <span className="quiet">{words('asof.at')}</span>{' '}
      <b>{words(`asof.day.${tense === 'past' ? mode : tense}`, { day: written(day) })}</b>
    </>
  )
}
