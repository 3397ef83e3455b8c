import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useParam } from '../../address.ts'
import { useApi } from '../../api.ts'
import { Go } from '../../Go.tsx'
import { useSpeech } from '../../text.ts'
import type { RoundReply } from './lessons.ts'

/** Beside an awareness round: who has done it, and who still has to. */
export function RoundBeside(): ReactNode {
  const { words, day } = useSpeech()
  const api = useApi()
  const id = useParam('id')
  const round = useQuery({ ...api.read<RoundReply>(`awareness-rounds/${id}`), enabled: id !== '' && id !== 'new' })
  if (round.data === undefined) return null
  const { people } = round.data
  const done = people.filter(({ state }) => state === 'passed')
  return (
    <section aria-labelledby="standing">
      <h2 id="standing" className="under">
        {words('lessons.round', { done: done.length, n: people.length })}
      </h2>
      <ul className="lines small">
        {people.map(({ id: who, title, state, at }) => (
          <li key={who}>
            <Go to={`registers/person/${who}`}>{title}</Go>{' '}
            <span className="quiet">{words(`lessons.round.${state}`, { day: at === null ? '' : day(at) })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
