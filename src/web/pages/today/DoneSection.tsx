import type { ReactNode } from 'react'
import { Mark } from '../../kit/Mark.tsx'
import { useSpeech } from '../../text.ts'
import type { TodayReply } from './today.ts'

interface DoneSectionProps {
  readonly done: TodayReply['done']
}

/** What this person did of what is asked of everybody. */
export function DoneSection({ done }: DoneSectionProps): ReactNode {
  const { words, day } = useSpeech()
  if (done.length === 0) return null
  return (
    <section className="sect" aria-labelledby="done">
      <h2 id="done">{words('today.done')}</h2>
      <ul className="lines hang small">
        {done.map(({ kind, document, at }) => (
          <li key={`${kind}${document?.id ?? ''}${at}`}>
            <Mark severity="ok" /> {words(`today.done.${kind}`, { title: document?.title ?? '' })}
            <br />
            <span className="quiet">{day(at)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
