import type { ReactNode } from 'react'
import { Go } from '../../../Go.tsx'
import type { Titles } from '../../../replies.ts'
import { useSpeech } from '../../../text.ts'
import { capital } from '../../../words.ts'
import type { Follows } from './guide-lines.ts'

/** What asks for a control: each risk with the treatments that count on it, each requirement. */
export function Sources({ follows, titles }: { readonly follows: Follows; readonly titles: Titles }): ReactNode {
  const { words, list } = useSpeech()
  const number = (id: string): string => titles[id]?.number ?? ''
  return (
    <ul className="sources">
      {follows.risks.map(({ risk, treatments }) => (
        <li key={risk}>
          <Go to={`registers/risk/${risk}`}>{`${number(risk)} ${titles[risk]?.title ?? ''}`}</Go>{' '}
          <span className="quiet">{words('guide.statement.by', { treatments: list(treatments.map(number)) })}</span>
        </li>
      ))}
      {follows.requirements.map((id) => (
        <li key={id}>
          <Go to={`registers/requirement/${id}`}>{`${number(id)} ${capital(titles[id]?.title ?? '')}`}</Go>
        </li>
      ))}
    </ul>
  )
}
