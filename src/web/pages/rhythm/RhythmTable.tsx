import type { ReactNode } from 'react'
import type { readRhythm } from '../../../modules/rhythms/contract.ts'
import type { ReplyOf } from '../../client.ts'
import { Go } from '../../Go.tsx'
import { useSpeech } from '../../text.ts'

interface RhythmTableProps {
  readonly rhythm: ReplyOf<typeof readRhythm>
}

/** The year line by line: what, how often, when first, and by whom. */
export function RhythmTable({ rhythm }: RhythmTableProps): ReactNode {
  const { words, day } = useSpeech()
  const { beats, once } = rhythm
  return (
    <details className="small after">
      <summary>{words('rhythmPlan.lines', { n: beats.length + once.length })}</summary>
      <ul className="lines small">
        {beats.map(({ key, id, title, every, unit, first, owner, fate }) => (
          <li key={key}>
            {id === null ? title : <Go to={`registers/recurring_task/${id}`}>{title}</Go>}
            <br />
            <span className="quiet">
              {words(`rhythmPlan.every.${unit}`, { n: every })}
              {', '}
              {words('rhythmPlan.first', { day: day(first) })}
              {owner === null ? `, ${words('rhythmPlan.nobody')}` : `, ${owner.title}`}
              {fate === 'keep' ? `. ${words('rhythmPlan.there')}` : ''}
            </span>
          </li>
        ))}
        {once.map(({ key, title, due, owner, isThere }) => (
          <li key={key}>
            {title}
            <br />
            <span className="quiet">
              {words('rhythmPlan.once', { day: day(due) })}
              {owner === null ? `, ${words('rhythmPlan.nobody')}` : `, ${owner.title}`}
              {isThere ? `. ${words('rhythmPlan.there')}` : ''}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
