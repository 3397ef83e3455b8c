import type { ReactNode } from 'react'
import { Go } from '../../Go.tsx'
import { useSpeech } from '../../text.ts'
import { AskSomebody } from '../asking/AskSomebody.tsx'
import type { TodayReply } from './today.ts'

interface WaitingSectionProps {
  readonly waiting: TodayReply['waiting']
}

const NAMED = 3

/** What waits for whom: whoever prepares can ask, and decides nothing himself. */
export function WaitingSection({ waiting }: WaitingSectionProps): ReactNode {
  const { words, list } = useSpeech()
  return (
    <section className="sect" aria-labelledby="waiting">
      <h2 id="waiting">{words('today.waiting')}</h2>
      {waiting.length === 0 ? <p className="empty">{words('today.nobodyWaits')}</p> : null}
      <ul className="lines">
        {waiting.map(({ person, account, decisions, late, soon, readings }) => {
          const counts = [
            ...(late > 0 ? [words('today.waiting.late', { n: late })] : []),
            ...(soon > 0 ? [words('today.waiting.soon', { n: soon })] : []),
            ...(readings > 0 ? [words('today.waiting.readings', { n: readings })] : []),
          ]
          return (
            <li key={person?.id ?? account}>
              <b>{person === null ? account : <Go to={`registers/person/${person.id}`}>{person.title}</Go>}</b>
              {person === null ? null : (
                <span className="small">
                  {' '}
                  <AskSomebody asked={{ title: '', assignee: person.id }} text="ask.person" />
                </span>
              )}
              {decisions.length === 0 ? null : (
                <>
                  <br />
                  {words('today.waiting.decides', { n: decisions.length })}{' '}
                  {decisions.slice(0, NAMED).map(({ id, register, number, title }, index) => (
                    <span key={id}>
                      {index === 0 ? '' : ', '}
                      <Go to={`registers/${register}/${id}`}>{`${number} ${title}`}</Go>
                    </span>
                  ))}
                </>
              )}
              {counts.length === 0 ? null : (
                <>
                  <br />
                  <span className="small quiet">{list(counts)}</span>
                </>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
