import { lazy, type ReactNode } from 'react'
import { useAsOf } from '../as-of.ts'
import { addDays } from '../days.ts'
import { OnDemand } from '../kit/OnDemand.tsx'
import { useText } from '../text.ts'
import { AsOfDay } from './AsOfDay.tsx'

const AsOfPicker = lazy(async () => ({ default: (await import('./AsOfPicker.tsx')).AsOfPicker }))

const WEEK = 7

/** The small time machine: what it said on a past day, what is foreseen for a day to come. */
export function AsOfControl(): ReactNode {
  const words = useText()
  const { day, go } = useAsOf()
  return (
    <div className="asof" role="group" aria-label={words('asof.label')}>
      <button
        type="button"
        className="bare step"
        aria-label={words('asof.earlier')}
        onClick={() => go(addDays(day, -WEEK))}
      >
        {'‹'}
      </button>
      <OnDemand asked={<AsOfPicker />} className="bare when">
        <AsOfDay />
      </OnDemand>
      <button
        type="button"
        className="bare step"
        aria-label={words('asof.later')}
        onClick={() => go(addDays(day, WEEK))}
      >
        {'›'}
      </button>
    </div>
  )
}
