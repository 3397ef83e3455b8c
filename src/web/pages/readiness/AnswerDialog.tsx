import { type ReactNode, useState } from 'react'
import type { AnyRecord } from '../../../kernel/isms.ts'
import type { Register } from '../../../kernel/register.ts'
import { BulkRefusals } from '../../kit/BulkRefusals.tsx'
import { useBulk } from '../../kit/bulk.ts'
import { Dialog } from '../../kit/Dialog.tsx'
import { isNothing } from '../../kit/difference.ts'
import { FieldChoice } from '../../kit/FieldChoice.tsx'
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
  const [name, setName] = useState(fields[0] ?? '')
  const [value, setValue] = useState<unknown>(null)
  const [left, setLeft] = useState<readonly string[]>([])
  const field = register.fields[name]
  const lacking = records.filter((record) => isNothing(record[name]))
  const names = useNames([...lacking.map(({ id }) => id), ...[value].flat().filter((one) => typeof one === 'string')])
  const chosen = lacking.filter(({ id }) => !left.includes(id))
  const save = useBulk(register, onClose)
  return (
    <Dialog title={words('answer.title')} onClose={onClose}>
      {field === undefined ? (
        <p className="empty">{words('answer.nothing')}</p>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            save.mutate({ records: chosen, set: { [name]: value }, reason: words('answer.reason') })
          }}
        >
          {fields.length < 2 ? null : (
            <FieldChoice
              register={register}
              names={fields}
              value={name}
              onChange={(chosenName) => {
                setName(chosenName)
                setValue(null)
              }}
            />
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
          <BulkRefusals reply={save.data} records={records} />
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
