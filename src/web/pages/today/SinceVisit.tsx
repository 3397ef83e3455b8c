import type { ReactNode } from 'react'
import { useAsOf } from '../../as-of.ts'
import { Go } from '../../Go.tsx'
import { useSpeech } from '../../text.ts'
import { capital } from '../../words.ts'
import { ChangeWords } from './ChangeWords.tsx'
import type { TodayReply } from './today.ts'

interface SinceVisitProps {
  readonly today: TodayReply
}

const SHOWN = 6

/** What others did since this person was here last. */
export function SinceVisit({ today }: SinceVisitProps): ReactNode {
  const { words, recent } = useSpeech()
  const { today: now } = useAsOf()
  return (
    <section className="sect" aria-labelledby="since">
      <h2 id="since">{words('today.since')}</h2>
      <ul className="lines small">
        {today.changes.slice(0, SHOWN).map((change) => (
          <li key={change.sequence}>
            <span className="quiet">{capital(recent(change.at, now))}</span>
            <br />
            <ChangeWords change={change} />
          </li>
        ))}
        {today.changes.length === 0 ? <li className="quiet">{words('today.nothingNew')}</li> : null}
      </ul>
      {today.changesTotal > SHOWN ? (
        <p className="small after">
          <Go to="ledger">{words('today.allChanges', { n: today.changesTotal })}</Go>
        </p>
      ) : null}
    </section>
  )
}
