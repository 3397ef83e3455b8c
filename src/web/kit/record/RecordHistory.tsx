import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { Register } from '../../../kernel/register.ts'
import { useApi } from '../../api.ts'
import type { HistoryReply } from '../../replies.ts'
import { useText } from '../../text.ts'
import { ListError } from '../list/ListError.tsx'
import { HistoryItem } from './HistoryItem.tsx'

interface RecordHistoryProps {
  readonly register: Register
  readonly id: string
}

/** How many versions stand open; the rest comes when asked for. */
const OPENED = 5

/** Every version of a record, newest first, each with what it changed. */
export function RecordHistory({ register, id }: RecordHistoryProps): ReactNode {
  const words = useText()
  const api = useApi()
  const [areAll, setAll] = useState(false)
  const history = useQuery(api.read<HistoryReply>(`registers/${register.name}/${id}/history`))
  if (history.isError) return <ListError error={history.error} onRetry={() => void history.refetch()} />
  const entries = history.data?.entries ?? []
  const shown = areAll ? entries : entries.slice(0, OPENED)
  const rest = entries.length - shown.length
  return (
    <ol className="hist" aria-busy={history.isPending}>
      {shown.map((entry, index) => (
        <HistoryItem
          key={entry.sequence}
          register={register}
          entry={entry}
          before={entries[index + 1] ?? null}
          titles={history.data?.titles ?? {}}
        />
      ))}
      {rest > 0 ? (
        <li>
          <span className="quiet">{words('history.older', { n: rest })}</span>{' '}
          <button type="button" className="link" onClick={() => setAll(true)}>
            {words('history.show')}
          </button>
        </li>
      ) : null}
    </ol>
  )
}
