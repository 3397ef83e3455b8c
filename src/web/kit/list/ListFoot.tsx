import type { ReactNode } from 'react'
import { useSpeech } from '../../text.ts'

interface ListFootProps {
  readonly shown: number
  readonly total: number
  readonly hasMore: boolean
  readonly isLoading: boolean
  readonly onMore: () => void
}

export function ListFoot({ shown, total, hasMore, isLoading, onMore }: ListFootProps): ReactNode {
  const { words, number } = useSpeech()
  return (
    <p className="small quiet listfoot">
      {words('list.shown', { shown: number(shown), total: number(total) })}{' '}
      {hasMore ? (
        <button type="button" className="link" disabled={isLoading} onClick={onMore}>
          {words(isLoading ? 'state.loading' : 'list.more')}
        </button>
      ) : (
        <span className="keys">{words('list.keys')}</span>
      )}
    </p>
  )
}
