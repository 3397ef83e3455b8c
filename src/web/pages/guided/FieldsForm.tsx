import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { RecordId, Register } from '../../../kernel/register.ts'
import { useApi } from '../../api.ts'
import { FieldInput } from '../../kit/fields/FieldInput.tsx'
import { Problem } from '../../kit/Problem.tsx'
import type { RecordReply, Values } from '../../replies.ts'
import { useText } from '../../text.ts'
import { useRecordSave } from './saving-record.ts'

interface FieldsFormProps {
  readonly register: Register
  readonly id: RecordId
  /** In the order in which they are asked. */
  readonly fields: readonly string[]
  readonly onDone: () => void
}

/** Some fields of a record with why each is asked, changed where it is talked about. */
export function FieldsForm(props: FieldsFormProps): ReactNode {
  const { register, id } = props
  const api = useApi()
  const known = useQuery(api.read<RecordReply>(`registers/${register.name}/${id}`))
  if (known.isError) return <Problem error={known.error} />
  return known.data === undefined ? null : <Fields {...props} reply={known.data} />
}

function Fields({ register, id, fields, onDone, reply }: FieldsFormProps & { readonly reply: RecordReply }): ReactNode {
  const words = useText()
  const [typed, setTyped] = useState<Values>({})
  const save = useRecordSave({ register: register.name, id, version: reply.record.version })
  return (
    <form
      className="inplace"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(typed, { onSuccess: onDone })
      }}
    >
      {fields.map((name) => {
        const field = register.fields[name]
        if (field === undefined) return null
        return (
          <FieldInput
            key={name}
            field={field}
            text={`${register.name}.${name}`}
            value={name in typed ? typed[name] : reply.record[name]}
            titles={reply.titles}
            onChange={(value, also) => setTyped({ ...typed, ...also, [name]: value })}
          />
        )
      })}
      <div className="btns">
        <button type="submit" className="btn" disabled={save.isPending || Object.keys(typed).length === 0}>
          {words('guide.save')}
        </button>
      </div>
      <Problem error={save.error} />
    </form>
  )
}
