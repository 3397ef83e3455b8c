import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { RecordId, Register } from '../../../kernel/register.ts'
import { useApi } from '../../api.ts'
import { Problem } from '../../kit/Problem.tsx'
import { RecordForm } from '../../kit/record/RecordForm.tsx'
import type { RecordReply } from '../../replies.ts'

interface FieldsFormProps {
  readonly register: Register
  readonly id: RecordId
  /** In the order in which they are asked. */
  readonly fields: readonly string[]
  readonly onDone: () => void
}

/** Some fields of a record with why each is asked, changed where it is talked about; kept as a draft like its own form. */
export function FieldsForm({ register, id, fields, onDone }: FieldsFormProps): ReactNode {
  const api = useApi()
  const { data, error } = useQuery(api.read<RecordReply>(`registers/${register.name}/${id}`))
  if (data === undefined) return <Problem error={error} />
  return (
    <div className="inplace">
      <RecordForm register={register} reply={data} draft={data.draft} only={fields} isPlain onSaved={onDone} />
    </div>
  )
}
