import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useApi } from '../../api.ts'
import { Refused } from '../../client.ts'
import { Dialog } from '../../kit/Dialog.tsx'
import { isObject } from '../../kit/difference.ts'
import { FieldInput } from '../../kit/fields/FieldInput.tsx'
import { Problem } from '../../kit/Problem.tsx'
import { findRegister } from '../../registers.ts'
import type { RecordReply } from '../../replies.ts'
import { useRuleSpeech } from '../../text.ts'
import type { Parameter } from './groups.ts'

interface ParameterDialogProps {
  readonly parameter: Parameter
  /** The organisation, whose record holds the rhythms. */
  readonly reply: RecordReply
  readonly onClose: () => void
}

/** One rhythm or deadline, changed with a reason. Whether it holds at once is said, for it may wait for top management. */
export function ParameterDialog({ parameter, reply, onClose }: ParameterDialogProps): ReactNode {
  const { words } = useRuleSpeech()
  const api = useApi()
  const { record, titles } = reply
  const name = parameter.parameter
  const text = `organisation.parameters.${name}`
  const kept = isObject(record['parameters']) ? record['parameters'] : {}
  const [value, setValue] = useState<unknown>(kept[name] ?? null)
  const [reason, setReason] = useState('')
  const saving = useMutation({
    mutationFn: () =>
      api.send('PATCH', `registers/organisation/${record.id}`, {
        body: {
          version: record.version,
          set: { parameters: { ...kept, [name]: value } },
          ...(reason.trim() === '' ? {} : { reason }),
        },
      }),
    onSuccess: async () => {
      await api.refresh()
      onClose()
    },
  })
  const field = findRegister('organisation')?.fields['parameters']?.options.fields?.[name]
  if (field === undefined) return null
  const faults = saving.error instanceof Refused ? saving.error.faults : []
  const fault = faults.find(({ path }) => path === `parameters.${name}`)?.message
  return (
    <Dialog onClose={onClose} title={words('parametersPage.changeOne', { what: words(text) })}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          saving.mutate()
        }}
      >
        <p className="small soft field">{words('parametersPage.empty')}</p>
        <FieldInput field={field} text={text} value={value} titles={titles} fault={fault} onChange={setValue} />
        <label className="field">
          <span className="label">{words('form.reason')}</span>
          <textarea className="in" rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
        </label>
        {fault === undefined ? <Problem error={saving.error} /> : null}
        <p className="btns">
          <button type="submit" className="btn" disabled={saving.isPending || value === (kept[name] ?? null)}>
            {words('form.save', { version: record.version + 1 })}
          </button>
          <button type="button" className="ghost" onClick={onClose}>
            {words('form.cancel')}
          </button>
        </p>
      </form>
    </Dialog>
  )
}
