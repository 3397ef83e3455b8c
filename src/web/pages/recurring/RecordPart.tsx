import { type ReactNode, useState } from 'react'
import type { RecordId } from '../../../kernel/register.ts'
import { Go } from '../../Go.tsx'
import { RecordForm } from '../../kit/record/RecordForm.tsx'
import { findRegister } from '../../registers.ts'
import { useSpeech } from '../../text.ts'
import type { WorkReply } from './recurring.ts'

interface RecordPartProps {
  readonly record: NonNullable<WorkReply['record']>
  readonly isBusy: boolean
  readonly onDone: (id: RecordId) => void
}

/** Work that leaves a record in a register of its own: made here, with what is known filled in, or pointed to. */
export function RecordPart({ record, isBusy, onDone }: RecordPartProps): ReactNode {
  const { words, day } = useSpeech()
  const { given, known } = record
  const [isNew, setNew] = useState(known.length === 0 && given !== null)
  const register = findRegister(record.register)
  if (register === null) return null
  const name = words(register.name)
  return (
    <section aria-label={name} className="field">
      {known.length === 0 ? null : (
        <>
          <p className="small soft">{words('recurring.known')}</p>
          <ul className="lines">
            {known.map(({ id, number, title, doneAt, due }) => (
              <li key={id} className="duty">
                <span>
                  <Go to={`registers/${register.name}/${id}`}>{`${number} ${title}`}</Go>{' '}
                  <span className="small quiet">
                    {doneAt !== null
                      ? words('recurring.known.done', { day: day(doneAt) })
                      : due === null
                        ? ''
                        : words('recurring.known.due', { day: day(due) })}
                  </span>
                </span>
                <button type="button" className="ghost do" disabled={isBusy} onClick={() => onDone(id)}>
                  {words('recurring.known.this')}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {given === null ? (
        <p className="small soft">{words('recurring.mayNotRecord', { register: name })}</p>
      ) : isNew ? (
        <>
          <p className="small soft field">{words('recurring.new.what', { register: name })}</p>
          <RecordForm
            register={register}
            reply={null}
            draft={null}
            given={given}
            onSaved={({ record: { id } }) => onDone(id)}
          />
        </>
      ) : (
        <p className="btns">
          <button type="button" className="btn" onClick={() => setNew(true)}>
            {words('recurring.new', { register: name })}
          </button>
        </p>
      )}
    </section>
  )
}
