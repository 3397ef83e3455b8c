import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Register } from '../../../kernel/register.ts'
import { useApi } from '../../api.ts'
import type { ListReply } from '../../replies.ts'
import { PageSkeleton } from '../../shell/PageSkeleton.tsx'
import { ListError } from '../list/ListError.tsx'
import { NewRecord } from './NewRecord.tsx'
import { RecordView } from './RecordView.tsx'

interface SingleRecordProps {
  readonly register: Register
}

/** The one record of a register that has no more than one, or the form that makes it. */
export function SingleRecord({ register }: SingleRecordProps): ReactNode {
  const api = useApi()
  const list = useQuery(api.read<ListReply>(`registers/${register.name}`, { limit: '1' }))
  if (list.isError) return <ListError error={list.error} onRetry={() => void list.refetch()} />
  if (list.isPending) return <PageSkeleton />
  const [record] = list.data.rows
  return record === undefined ? <NewRecord register={register} /> : <RecordView register={register} id={record.id} />
}
