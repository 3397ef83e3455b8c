import type { ReactNode } from 'react'
import { Refused } from '../../client.ts'
import { useText } from '../../text.ts'
import { Mark } from '../Mark.tsx'

interface ListErrorProps {
  readonly error: Error
  readonly onRetry: () => void
}

/** What could not be shown, in its own place, with another try. */
export function ListError({ error, onRetry }: ListErrorProps): ReactNode {
  const words = useText()
  const kind = error instanceof Refused ? error.kind : 'bug'
  return (
    <div className="empty" role="alert">
      <p>
        <Mark severity="major" isNamed={false} />{' '}
        {error.message === '' || kind === 'bug' ? words(`error.${kind}`) : error.message}
      </p>
      <p className="btns">
        <button type="button" className="ghost" onClick={onRetry}>
          {words('state.retry')}
        </button>
      </p>
    </div>
  )
}
