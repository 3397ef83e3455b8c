import { useDebouncedCallback } from '@mantine/hooks'
import { type CSSProperties, type ReactNode, useId, useState } from 'react'
import { useAsOf } from '../../as-of.ts'
import { addDays, addMonths, daysBetween, firstOfMonth } from '../../days.ts'
import { useMembership } from '../../session.ts'
import { useSpeech } from '../../text.ts'

/** The three years of a certificate. */
const BACK_MONTHS = 36
const AHEAD_MONTHS = 12
/** As many as fit beside each other on a narrow screen. */
const MOST_TICKS = 9
/** A slider is drawn across many days; only where it rests is asked about. */
const WAIT_MS = 200

/** The day as a slider: from where the ledger begins, at most three years back, to a year ahead. */
export function DateSlider(): ReactNode {
  const { words, day: written, month } = useSpeech()
  const { firstDay } = useMembership()
  const { day, today, go } = useAsOf()
  const id = useId()
  const [drawn, setDrawn] = useState<string | null>(null)
  const rest = useDebouncedCallback((to: string) => {
    go(to)
    setDrawn(null)
  }, WAIT_MS)
  const back = firstOfMonth(addMonths(today, -BACK_MONTHS))
  const earliest = [day, firstDay !== null && firstDay > back ? firstDay : back].toSorted()[0] ?? today
  const latest = [day, addMonths(today, AHEAD_MONTHS)].toSorted()[1] ?? today
  const span = Math.max(1, daysBetween(earliest, latest))
  const shown = drawn ?? day
  const ticks = ticksBetween(earliest, latest)
  const place = (at: string): CSSProperties => ({ left: `${(daysBetween(earliest, at) / span) * 100}%` })
  const tense = shown < today ? 'known' : shown > today ? 'future' : 'present'
  return (
    <div className="slide">
      <label htmlFor={id} className="small">
        <span className="quiet">{words('asof.at')}</span> <b>{words(`asof.day.${tense}`, { day: written(shown) })}</b>
      </label>
      <input
        id={id}
        type="range"
        min={0}
        max={span}
        value={daysBetween(earliest, shown)}
        aria-valuetext={written(shown)}
        onChange={(event) => {
          const to = addDays(earliest, Number(event.target.value))
          setDrawn(to)
          rest(to)
        }}
      />
      <div className="ticks" aria-hidden="true">
        {ticks.map((at) => (
          <span key={at} style={place(at)}>
            {month(at, at === ticks[0] || at.endsWith('-01-01'))}
          </span>
        ))}
      </div>
    </div>
  )
}

/** The first days of months, so far apart that their names do not touch. */
function ticksBetween(earliest: string, latest: string): readonly string[] {
  const months: string[] = []
  for (let at = addMonths(firstOfMonth(earliest), 1); at < latest; at = addMonths(at, 1)) months.push(at)
  const apart = [1, 2, 3, 6, 12].find((step) => months.length / step <= MOST_TICKS) ?? 12
  return months.filter((_, index) => index % apart === 0)
}
