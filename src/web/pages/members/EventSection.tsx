import { type ReactNode, useState } from 'react'
import { useAsOf } from '../../as-of.ts'
import { useSpeech } from '../../text.ts'
import { capital } from '../../words.ts'
import { type MemberEvent, rolesIn } from './members.ts'

interface EventSectionProps {
  readonly events: readonly MemberEvent[]
}

const SHOWN = 10

/** What happened to who may get in. It stands apart from the ledger of the ISMS, for it is about accounts. */
export function EventSection({ events }: EventSectionProps): ReactNode {
  const { words, has, list, recent } = useSpeech()
  const { today } = useAsOf()
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? events : events.slice(0, SHOWN)
  const said = ({ kind, actor, subject, details }: MemberEvent): string => {
    const key = `members.event.${kind}`
    const roles = list(rolesIn(details).map((role) => words(`accountRole.${role}`)))
    return has(key) ? words(key, { actor: actor.name, subject: subject?.name ?? '', roles }) : kind
  }
  return (
    <section className="sect" aria-labelledby="events">
      <h2 id="events">{words('members.events')}</h2>
      <ol className="lines small">
        {shown.map((event) => (
          <li key={`${event.at} ${event.kind} ${event.subject?.name ?? ''}`}>
            <span className="quiet">{capital(recent(event.at, today))}</span>
            <br />
            {said(event)}
          </li>
        ))}
      </ol>
      {shown.length < events.length ? (
        <p className="small after">
          <button type="button" className="link" onClick={() => setWhole(true)}>
            {words('members.events.all', { n: events.length })}
          </button>
        </p>
      ) : null}
    </section>
  )
}
