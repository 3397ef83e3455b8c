import { useMutation, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Field, RecordId, Register } from '../../../kernel/register.ts'
import { useApi } from '../../api.ts'
import { Go } from '../../Go.tsx'
import type { RecordReply } from '../../replies.ts'
import { useText } from '../../text.ts'
import { capital } from '../../words.ts'
import { FieldInput } from '../fields/FieldInput.tsx'
import { Problem } from '../Problem.tsx'

interface QuickFieldProps {
  readonly register: Register
  readonly id: RecordId
  readonly field: string
}

/** What is chosen, not written, can be saved as soon as it is chosen. */
const CHOSEN: readonly Field['kind'][] = ['boolean', 'choice', 'link', 'term', 'date']

/** One field of a record where it is missed: chosen, it is saved; what has to be written opens its record. */
export function QuickField({ register, id, field: name }: QuickFieldProps): ReactNode {
  const words = useText()
  const api = useApi()
  const field = register.fields[name]
  const known = useQuery({ ...api.read<RecordReply>(`registers/${register.name}/${id}`), enabled: isQuick(field) })
  const saving = useMutation({
    mutationFn: (value: unknown) =>
      api.send('PATCH', `registers/${register.name}/${id}`, {
        body: { version: known.data?.record.version, set: { [name]: value } },
      }),
    onSuccess: () => api.refresh(),
  })
  const text = `${register.name}.${name}`
  const label = capital(words(text))
  const open = <Go to={`registers/${register.name}/${id}`}>{label}</Go>
  if (field === undefined || !isQuick(field)) return open
  if (known.data === undefined) return null
  if (!known.data.can.update) return open
  if (saving.isError) return <Problem error={saving.error} />
  if (field.kind === 'boolean') {
    return (
      <span className="quickly" role="group" aria-label={label}>
        {label}{' '}
        {([true, false] as const).map((value) => (
          <button
            key={String(value)}
            type="button"
            className="ghost small"
            disabled={saving.isPending}
            onClick={() => saving.mutate(value)}
          >
            {words(value ? 'value.yes' : 'value.no')}
          </button>
        ))}
      </span>
    )
  }
  return (
    <FieldInput
      field={field}
      text={text}
      value={known.data.record[name]}
      titles={known.data.titles}
      onChange={(value) => saving.mutate(value)}
    />
  )
}

function isQuick(field: Field | undefined): boolean {
  return field !== undefined && CHOSEN.includes(field.kind) && !field.isSet
}
