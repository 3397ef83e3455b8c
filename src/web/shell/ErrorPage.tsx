import { Link, useRouter } from '@tanstack/react-router'
import { type ReactNode, use } from 'react'
import { Refused } from '../client.ts'
import { useText } from '../text.ts'
import { FrameContext } from './frame.ts'

interface ErrorPageProps {
  readonly error?: unknown
  readonly reset?: () => void
}

/** A page that cannot be shown: says why, and where to go. */
export function ErrorPage({ error, reset }: ErrorPageProps): ReactNode {
  const words = useText()
  const router = useRouter()
  const kind = error === undefined ? 'not_found' : error instanceof Refused ? error.kind : 'bug'
  const isFramed = use(FrameContext)
  const Landmark = isFramed ? 'div' : 'main'
  const again = (): void => {
    reset?.()
    void router.invalidate()
  }
  return (
    <Landmark className="plainpage" role={isFramed ? 'alert' : undefined}>
      <h1>{words(`error.${kind}.title`)}</h1>
      <p className="lead">
        {error instanceof Refused && error.message !== '' ? error.message : words(`error.${kind}`)}
      </p>
      <p className="btns">
        <button type="button" className="btn" onClick={again}>
          {words('state.retry')}
        </button>
        <Link to={kind === 'unauthenticated' ? '/sign-in' : '/'} className="ghost">
          {words(kind === 'unauthenticated' ? 'signIn.do' : 'error.home')}
        </Link>
      </p>
      {error instanceof Refused && error.requestId !== null ? (
        <p className="small quiet">{words('error.request', { id: error.requestId })}</p>
      ) : null}
    </Landmark>
  )
}
