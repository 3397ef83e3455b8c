import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { RecordId, Register } from '../../../kernel/register.ts'
import { useApi } from '../../api.ts'
import { Go } from '../../Go.tsx'
import type { RecordReply, Values } from '../../replies.ts'
import { useText } from '../../text.ts'
import { capital } from '../../words.ts'
import { Dialog } from '../Dialog.tsx'
import { Problem } from '../Problem.tsx'
import { formFields } from '../values.ts'
import { RecordForm } from './RecordForm.tsx'
import { RecordText } from './RecordText.tsx'

interface RecordDialogProps {
  readonly register: Register
  /** Null for a new record. */
  readonly id: RecordId | null
  readonly given: Values
  readonly onClose: () => void
}

/** A record over the page of its parent, for a score or a treatment. */
export function RecordDialog({ register, id, given, onClose }: RecordDialogProps): ReactNode {
  const words = useText()
  const api = useApi()
  const { data, error } = useQuery({
    ...api.read<RecordReply>(`registers/${register.name}/${id ?? ''}`),
    enabled: id !== null,
  })
  const title =
    data === undefined ? capital(words(register.name)) : `${capital(words(register.name))} ${data.record.number}`
  return (
    <Dialog onClose={onClose} title={title} size="xl">
      <Problem error={error} />
      {id !== null && data !== undefined ? (
        <p className="small field">
          <Go to={`registers/${register.name}/${id}`}>{words('panel.ownPage')}</Go>
        </p>
      ) : null}
      {id === null ? (
        <RecordForm register={register} reply={null} draft={null} given={given} onSaved={onClose} />
      ) : null}
      {data !== undefined && data.can.update ? (
        <RecordForm register={register} reply={data} draft={data.draft} onSaved={onClose} />
      ) : null}
      {data !== undefined && !data.can.update ? (
        <RecordText register={register} record={data.record} titles={data.titles} fields={formFields(register)} />
      ) : null}
    </Dialog>
  )
}
