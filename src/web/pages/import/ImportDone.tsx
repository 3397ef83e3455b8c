import type { ReactNode } from 'react'
import { Go } from '../../Go.tsx'
import { Mark } from '../../kit/Mark.tsx'
import { useSpeech } from '../../text.ts'
import type { ImportReply } from './plan.ts'

interface ImportDoneProps {
  readonly reply: ImportReply
}

/** What came in, register by register, each a way to its list. */
export function ImportDone({ reply }: ImportDoneProps): ReactNode {
  const { words, number } = useSpeech()
  const { counts, records } = reply
  return (
    <div className="empty" role="status">
      <p>
        <Mark severity="ok" isNamed={false} /> {words('bring.done', { created: counts.create, updated: counts.update })}
      </p>
      <ul className="key after">
        {Object.entries(records).map(([register, n]) => (
          <li key={register}>
            <Go to={`registers/${register}`}>{`${number(n)} ${words(n === 1 ? register : `${register}.plural`)}`}</Go>
          </li>
        ))}
      </ul>
      <p className="btns">
        <Go to="readiness" className="btn">
          {words('bring.done.readiness')}
        </Go>
        <Go to="import" className="ghost" isCurrent={false}>
          {words('bring.again')}
        </Go>
      </p>
    </div>
  )
}
