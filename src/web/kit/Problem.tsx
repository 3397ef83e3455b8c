import type { ReactNode } from 'react'
import { Refused } from '../client.ts'
import { useText } from '../text.ts'

interface ProblemProps {
  readonly error: Error | null
}

/** Why something could not be done, next to the button that was pressed. */
export function Problem({ error }: ProblemProps): ReactNode {
  const words = useText()
  if (error === null) return null
  const kind = error instanceof Refused ? error.kind : 'bug'
  const faults = error instanceof Refused ? error.faults : []
  return (
    <div className="note major problem" role="alert">
      <p>{kind === 'bug' || error.message === '' ? words(`error.${kind}`) : error.message}</p>
      {faults.length > 0 ? (
        <ul>
          {faults.map(({ path, message }) => (
            <li key={path}>{message}</li>
          ))}
        </ul>
      ) : null}
      {error instanceof Refused && kind === 'bug' && error.requestId !== null ? (
        <p className="quiet">{words('error.request', { id: error.requestId })}</p>
      ) : null}
    </div>
  )
}
