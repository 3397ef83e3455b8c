import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { AnyRecord } from '../../../kernel/isms.ts'
import { useApi } from '../../../web/api.ts'
import type { ListReply } from '../../../web/replies.ts'
import { useSpeech } from '../../../web/text.ts'

interface LastReviewCellProps {
  readonly row: AnyRecord
}

/** As many as the server tells at once, the newest first; of one reviewed before these only its own page tells. */
const NEWEST = { filter: ['state:in:done'], sort: '-doneAt', limit: '100' }

/** When the supplier was last reviewed: by its reviews, or by what its own page says where that is newer. */
export function LastReviewCell({ row }: LastReviewCellProps): ReactNode {
  const { day } = useSpeech()
  const api = useApi()
  const reviews = useQuery(api.read<ListReply>('registers/supplier_review', NEWEST))
  const done = (reviews.data?.rows ?? []).filter(({ supplier }) => supplier === row.id)
  const days = [row['lastReviewAt'], ...done.map(({ doneAt }) => doneAt)].filter((at) => typeof at === 'string')
  const last = days.toSorted().at(-1)
  return last === undefined ? null : <span className="nowrap">{day(last)}</span>
}
