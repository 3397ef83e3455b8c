import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { RecordId, Register } from '../../../kernel/register.ts'
import { useApi } from '../../api.ts'
import { useAsOf } from '../../as-of.ts'
import { childrenOf } from '../../registers.ts'
import type { RecordReply } from '../../replies.ts'
import { PageSkeleton } from '../../shell/PageSkeleton.tsx'
import { ListError } from '../list/ListError.tsx'
import { formFields } from '../values.ts'
import { RecordAround } from './RecordAround.tsx'
import { RecordChildren } from './RecordChildren.tsx'
import { RecordForm } from './RecordForm.tsx'
import { RecordHead } from './RecordHead.tsx'
import { RecordText } from './RecordText.tsx'

interface RecordViewProps {
  readonly register: Register
  readonly id: RecordId
}

/** The whole of a record: the form left, what proves and surrounds it right. On another day than today it is text. */
export function RecordView({ register, id }: RecordViewProps): ReactNode {
  const api = useApi()
  const { tense } = useAsOf()
  const record = useQuery(api.read<RecordReply>(`registers/${register.name}/${id}`))
  if (record.isError) return <ListError error={record.error} onRetry={() => void record.refetch()} />
  if (record.isPending) return <PageSkeleton />
  const reply = record.data
  return (
    <article>
      <RecordHead register={register} reply={reply} />
      <div className="recordpage">
        <div className="recordform">
          {tense === 'present' && reply.can.update ? (
            <RecordForm register={register} reply={reply} draft={reply.draft} onSaved={() => undefined} />
          ) : (
            <RecordText register={register} record={reply.record} titles={reply.titles} fields={formFields(register)} />
          )}
          {childrenOf(register).map((child) => (
            <RecordChildren key={child.name} parent={reply} register={child} />
          ))}
        </div>
        <RecordAround register={register} reply={reply} />
      </div>
    </article>
  )
}
