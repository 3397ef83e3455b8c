import type { ReactNode } from 'react'
import { Go } from '../../Go.tsx'
import { Mark } from '../../kit/Mark.tsx'
import { useText } from '../../text.ts'

interface ImportDoneProps {
  readonly done: { readonly created: number; readonly updated: number }
  readonly onAgain: () => void
}

export function ImportDone({ done, onAgain }: ImportDoneProps): ReactNode {
  const words = useText()
  return (
    <div className="empty" role="status">
      <p>
        <Mark severity="ok" isNamed={false} />{' '}
        {words('bring.done', { created: done.created, updated: done.updated, n: done.created + done.updated })}
      </p>
      <p className="btns">
        <Go to="readiness" className="btn">
          {words('bring.done.readiness')}
        </Go>
        <button type="button" className="ghost" onClick={onAgain}>
          {words('bring.again')}
        </button>
      </p>
    </div>
  )
}
