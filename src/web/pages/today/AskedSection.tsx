import type { ReactNode } from 'react'
import { useAsOf } from '../../as-of.ts'
import { useSpeech } from '../../text.ts'
import { ReadingAsk } from './ReadingAsk.tsx'
import type { TodayReply } from './today.ts'

interface AskedSectionProps {
  readonly today: TodayReply
}

/** What is asked of everybody: texts to read and confirm, and to be told what one must know. */
export function AskedSection({ today }: AskedSectionProps): ReactNode {
  const { words, longDay } = useSpeech()
  const { day } = useAsOf()
  const { readings, awarenessDue, sections } = today
  // Where the day begins with it, the first text lies open.
  const opens = sections[0] === 'asked'
  return (
    <section className="sect" aria-labelledby="asked">
      <h2 id="asked">{words('today.asked')}</h2>
      {readings.map((reading, index) => (
        <ReadingAsk key={reading.version.id} reading={reading} isOpen={opens && index === 0} />
      ))}
      {awarenessDue === null ? null : (
        <details className="ask">
          <summary>
            <span className="t">{words('today.awareness')}</span>
            <span className="d">
              {words('today.by', { day: longDay(awarenessDue) })}
              {awarenessDue < day ? <b>{` ${words('today.late')}`}</b> : null}
            </span>
          </summary>
          <p className="small">{words('today.awareness.how')}</p>
        </details>
      )}
      {readings.length === 0 && awarenessDue === null ? <p className="empty">{words('today.nothingAsked')}</p> : null}
    </section>
  )
}
