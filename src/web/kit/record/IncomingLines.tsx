import type { ReactNode } from 'react'
import type { RecordReply, Titles } from '../../replies.ts'
import { useText } from '../../text.ts'
import { RecordLink } from '../RecordLink.tsx'

interface IncomingLinesProps {
  readonly links: RecordReply['incoming']
  readonly titles: Titles
}

/** Records that point here, a line each, with how they stand. */
export function IncomingLines({ links, titles }: IncomingLinesProps): ReactNode {
  const words = useText()
  return (
    <ul className="lines small">
      {links.map(({ register, id, field }) => {
        const state = titles[id]?.state
        return (
          <li key={`${id}${field}`}>
            <RecordLink id={id} titles={titles} />
            {state === undefined ? null : <span className="quiet">{`, ${words(`${register}.state.${state}`)}`}</span>}
          </li>
        )
      })}
    </ul>
  )
}
