import { type ReactNode, useState } from 'react'
import type { AnyRecord } from '../../../kernel/isms.ts'
import type { Register } from '../../../kernel/register.ts'
import { useAsOf } from '../../as-of.ts'
import { useText } from '../../text.ts'
import { BulkRefusals } from '../BulkRefusals.tsx'
import { isBulk, useBulk } from '../bulk.ts'
import { Dialog } from '../Dialog.tsx'
import { isNothing } from '../difference.ts'
import { FieldChoice } from '../FieldChoice.tsx'
import { FieldInput } from '../fields/FieldInput.tsx'
import { Problem } from '../Problem.tsx'

interface BulkEditProps {
  readonly register: Register
  readonly rows: readonly AnyRecord[]
  readonly onDone: () => void
}

/** One field of many records at once, with one reason. */
export function BulkEdit({ register, rows, onDone }: BulkEditProps): ReactNode {
  const words = useText()
  const { tense } = useAsOf()
  const names = Object.keys(register.fields).filter((name) => isBulk(register, name))
  const [isOpen, setOpen] = useState(false)
  const [name, setName] = useState(register.owner ?? names[0] ?? '')
  const [value, setValue] = useState<unknown>(null)
  const [reason, setReason] = useState('')
  const field = register.fields[name]
  const save = useBulk(register, onDone)
  if (tense !== 'present' || field === undefined) return null
  return (
    <span>
      {words('bulk.chosen', { n: rows.length })}{' '}
      <button type="button" className="link" onClick={() => setOpen(true)}>
        {words('bulk.change')}
      </button>
      {isOpen ? (
        <Dialog onClose={() => setOpen(false)} title={words('bulk.title', { n: rows.length })}>
          <form
            onSubmit={(event) => {
              event.preventDefault()
              save.mutate({ records: rows, set: { [name]: value }, reason })
            }}
          >
            <FieldChoice
              register={register}
              names={names}
              value={name}
              onChange={(chosen) => {
                setName(chosen)
                setValue(null)
              }}
            />
            <FieldInput field={field} text={`${register.name}.${name}`} value={value} titles={{}} onChange={setValue} />
            <label className="field">
              <span className="label">{words('form.reason')}</span>
              <input
                className="in"
                value={reason}
                placeholder={words('form.reason.where')}
                onChange={(event) => setReason(event.target.value)}
              />
            </label>
            <Problem error={save.error} />
            <BulkRefusals reply={save.data} records={rows} />
            <p className="btns">
              <button type="submit" className="btn" disabled={save.isPending || reason.trim() === ''}>
                {words(isNothing(value) ? 'bulk.empty' : 'bulk.save', { n: rows.length })}
              </button>
            </p>
          </form>
        </Dialog>
      ) : null}
    </span>
  )
}
