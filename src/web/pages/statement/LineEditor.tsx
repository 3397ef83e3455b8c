import { type ReactNode, useState } from 'react'
import { Go } from '../../Go.tsx'
import { FieldInput } from '../../kit/fields/FieldInput.tsx'
import { Problem } from '../../kit/Problem.tsx'
import { RecordText } from '../../kit/record/RecordText.tsx'
import { findRegister } from '../../registers.ts'
import type { Titles, Values } from '../../replies.ts'
import { useText } from '../../text.ts'
import type { Line } from './lines.ts'
import { useLineSave } from './saving.ts'

interface LineEditorProps {
  readonly line: Line
  readonly titles: Titles
  readonly canEdit: boolean
  readonly onDone: () => void
}

const OF_ALL = ['implementationDescription', 'owner', 'ownerRole']

/** What a line says at more length: its reasons or its justification, how it is done, and who sees to it. */
export function LineEditor({ line, titles, canEdit, onDone }: LineEditorProps): ReactNode {
  const words = useText()
  const save = useLineSave(line)
  const [typed, setTyped] = useState<Values>({})
  const [reason, setReason] = useState('')
  const register = findRegister('statement_line')
  if (register === null) return null
  const names = [line.included === false ? 'exclusionJustification' : 'inclusionReasons', ...OF_ALL]
  const fields = names.flatMap((name) => {
    const field = register.fields[name]
    return field === undefined ? [] : [[name, field] as const]
  })
  const values: Values = { ...line, ...typed }
  return (
    <form
      className="inplace"
      aria-label={line.ref}
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate({ set: typed, reason }, { onSuccess: onDone })
      }}
    >
      {canEdit ? (
        fields.map(([name, field]) => (
          <FieldInput
            key={name}
            field={field}
            text={`statement_line.${name}`}
            value={values[name]}
            titles={titles}
            onChange={(value) => setTyped({ ...typed, [name]: value })}
          />
        ))
      ) : (
        <RecordText register={register} record={values} titles={titles} fields={fields} />
      )}
      <p className="small">
        <Go to={`registers/control/${line.control}`}>{words('soa.toControl')}</Go>{' '}
        <Go to={`registers/statement_line/${line.id}`}>{words('soa.toLine')}</Go>
      </p>
      {canEdit ? (
        <div className="savebar">
          <label className="field grow">
            <span className="label">{words('form.reason')}</span>
            <input
              className="in"
              value={reason}
              placeholder={words('form.reason.where')}
              onChange={(event) => setReason(event.target.value)}
            />
          </label>
          <button type="submit" className="btn" disabled={Object.keys(typed).length === 0 || save.isPending}>
            {words('form.save', { version: line.version + 1 })}
          </button>
        </div>
      ) : null}
      <Problem error={save.error} />
    </form>
  )
}
