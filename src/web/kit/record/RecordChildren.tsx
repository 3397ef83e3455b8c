import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { Register } from '../../../kernel/register.ts'
import { useApi } from '../../api.ts'
import { useAsOf } from '../../as-of.ts'
import type { ListReply, RecordReply } from '../../replies.ts'
import { useText } from '../../text.ts'
import { capital } from '../../words.ts'
import { formatFilter } from '../filters.ts'
import { ListError } from '../list/ListError.tsx'
import { ChildrenTable } from './ChildrenTable.tsx'
import { RecordDialog } from './RecordDialog.tsx'

interface RecordChildrenProps {
  readonly parent: RecordReply
  /** The register of the children: score, treatment, version. */
  readonly register: Register
}

/** The records that are shown in their parent, as a table in which each can be opened and changed. */
export function RecordChildren({ parent, register }: RecordChildrenProps): ReactNode {
  const words = useText()
  const api = useApi()
  const { tense } = useAsOf()
  const [open, setOpen] = useState<string | null>(null)
  const link = register.parent ?? ''
  const filter = formatFilter({ field: link, operator: 'in', values: [parent.record.id] })
  const list = useQuery(api.read<ListReply>(`registers/${register.name}`, { filter: [filter], limit: '100' }))
  if (list.isPending) return null
  if (list.isError) return <ListError error={list.error} onRetry={() => void list.refetch()} />
  const canCreate = tense === 'present' && list.data.can.create
  if (list.data.rows.length === 0 && !canCreate) return null
  return (
    <section>
      <div className="head under formhead">
        <h2>{capital(words(`${register.name}.plural`))}</h2>
        {canCreate ? (
          <div className="do">
            <button type="button" className="link small" onClick={() => setOpen('new')}>
              {capital(words('list.new', { register: words(register.name) }))}
            </button>
          </div>
        ) : null}
      </div>
      {list.data.rows.length === 0 ? (
        <p className="empty">{words(`${register.name}.empty`)}</p>
      ) : (
        <ChildrenTable register={register} reply={list.data} onOpen={setOpen} />
      )}
      {open === null ? null : (
        <RecordDialog
          key={open}
          register={register}
          id={open === 'new' ? null : open}
          given={{ [link]: parent.record.id }}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  )
}
