import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { AnyRecord } from '../../../kernel/isms.ts'
import type { Register } from '../../../kernel/register.ts'
import { useApi } from '../../api.ts'
import type { BulkReply } from '../../kit/bulk.ts'
import { Dialog } from '../../kit/Dialog.tsx'
import { isNothing } from '../../kit/difference.ts'
import { FieldInput } from '../../kit/fields/FieldInput.tsx'
import { Problem } from '../../kit/Problem.tsx'
import { useNames } from '../../names.ts'
import { useText } from '../../text.ts'

interface AnswerDialogProps {
  readonly register: Register
  /** Fields that are empty in more than one of the records. */
  readonly fields: readonly string[]
  readonly records: readonly AnyRecord[]
  readonly onClose: () => void
}

/** One answer for all records that lack it; those for which it is another are unticked. */
export function AnswerDialog({ register, fields, records, onClose }: AnswerDialogProps): ReactNode {
  const words = useText()
  const api = useApi()
  const [name, setName] = useState(fields[0] ?? '')
  const [value, setValue] = useState<unknown>(null)
  const [left, setLeft] = useState<readonly string[]>([])
  const field = register.fields[name]
  const lacking = records.filter((record) => isNothing(record[name]))
  const names = useNames([...lacking.map(({ id }) => id), ...[value].flat().filter((one) => typeof one === 'string')])
  const chosen = lacking.filter(({ id }) => !left.includes(id))
  const save = useMutation({
    mutationFn: () =>
      api.send<BulkReply>('POST', `registers/${register.name}/bulk`, {
        body: {
          records: chosen.map(({ id, version }) => ({ id, version })),
          set: { [name]: value },
          reason: words('answer.reason'),
        },
      }),
    onSuccess: async ({ refused }) => {
      await api.refresh()
      if (refused.length === 0) onClose()
    },
  })
  return (
    <Dialog title={words('answer.title')} onClose={onClose}>
      {field === undefined ? (
        <p className="empty">{words('answer.nothing')}</p>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            save.mutate()
          }}
        >
          {fields.length < 2 ? null : (
            <label className="field">
              <span className="label">{words('filter.field')}</span>
              <select
                className="in"
                value={name}
                onChange={(event) => {
                  setName(event.target.value)
                  setValue(null)
                }}
              >
                {fields.map((one) => (
                  <option key={one} value={one}>
                    {words(`${register.name}.${one}`)}
                  </option>
                ))}
              </select>
            </label>
          )}
          <FieldInput
            field={field}
            text={`${register.name}.${name}`}
            value={value}
            titles={names}
            onChange={setValue}
          />
          <fieldset className="field plainset">
            <legend className="label">{words('answer.which')}</legend>
            {lacking.map(({ id, number }) => (
              <label key={id} className="agree">
                <input
                  type="checkbox"
                  checked={!left.includes(id)}
                  onChange={({ target }) => setLeft(target.checked ? left.filter((one) => one !== id) : [...left, id])}
                />
                <span>{`${number} ${names[id]?.title ?? ''}`}</span>
              </label>
            ))}
          </fieldset>
          <Problem error={save.error} />
          <Refusals reply={save.data} records={records} />
          <p className="btns">
            <button type="submit" className="btn" disabled={save.isPending || chosen.length === 0 || isNothing(value)}>
              {words('bulk.save', { n: chosen.length })}
            </button>
          </p>
        </form>
      )}
    </Dialog>
  )
}

function Refusals({
  reply,
  records,
}: { readonly reply: BulkReply | undefined } & Pick<AnswerDialogProps, 'records'>): ReactNode {
  if (reply === undefined || reply.refused.length === 0) return null
  return (
    <ul className="note major" role="alert">
      {reply.refused.map(({ id, message }) => (
        <li key={id}>{`${records.find((one) => one.id === id)?.number ?? ''}: ${message}`}</li>
      ))}
    </ul>
  )
}
