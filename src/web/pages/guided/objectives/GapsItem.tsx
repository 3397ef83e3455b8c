import { type ReactNode, useState } from 'react'
import type { RecordId, Register } from '../../../../kernel/register.ts'
import { Go } from '../../../Go.tsx'
import { Mark } from '../../../kit/Mark.tsx'
import { useSpeech } from '../../../text.ts'
import { FieldsForm } from '../FieldsForm.tsx'

interface GapsItemProps {
  readonly register: Register
  readonly one: {
    readonly id: RecordId
    readonly number: string
    readonly title: string
    /** Keys of what is missing. */
    readonly gaps: readonly string[]
  }
  readonly fields: readonly string[]
  readonly canEdit: boolean
  /** What is known of it. */
  readonly children: ReactNode
}

/** A goal or a metric with what it still lacks, and its fields where it stands. */
export function GapsItem({
  register,
  one: { id, number, title, gaps },
  fields,
  canEdit,
  children,
}: GapsItemProps): ReactNode {
  const { words, list } = useSpeech()
  const [isChanging, setChanging] = useState(false)
  const act = words(gaps.length > 0 ? 'guide.objectives.fill' : 'guide.objectives.change')
  return (
    <li>
      <p>
        <Mark severity={gaps.length > 0 ? 'question' : 'ok'} isNamed={false} /> <b>{title}</b>{' '}
        <Go to={`registers/${register.name}/${id}`} className="small">
          {number}
        </Go>
      </p>
      {children}
      {gaps.length === 0 ? null : (
        <p className="small">{words('guide.objectives.gaps', { fields: list(gaps.map((gap) => words(gap))) })}</p>
      )}
      {canEdit ? (
        <button
          type="button"
          className="ghost"
          aria-expanded={isChanging}
          aria-label={words('guide.objectives.changeNamed', { act, title })}
          onClick={() => setChanging(!isChanging)}
        >
          {act}
        </button>
      ) : null}
      {isChanging ? <FieldsForm register={register} id={id} fields={fields} onDone={() => setChanging(false)} /> : null}
    </li>
  )
}
