import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useId, useState } from 'react'
import { useApi } from '../../../api.ts'
import { DayInput } from '../../../kit/fields/DayInput.tsx'
import { RecordPicker } from '../../../kit/fields/RecordPicker.tsx'
import { numberIn } from '../../../kit/number-in.ts'
import { Problem } from '../../../kit/Problem.tsx'
import { TextArea } from '../../../kit/TextArea.tsx'
import { useText } from '../../../text.ts'
import { isOut, type Measured, type Reading, type ReadingBody } from './measure.ts'

interface ReadingFormProps {
  readonly line: Measured
  readonly today: string
  readonly onDone: () => void
}

const NO_TITLES = {}
const NO_WORK = { title: '', due: '', owner: '' }

/** The number, the day, what it means, and what is done where it lies outside its limits. */
export function ReadingForm({ line, today, onDone }: ReadingFormProps): ReactNode {
  const words = useText()
  const api = useApi()
  const id = useId()
  // What stands and still asks something is finished first; a new number comes after it.
  const standing = unfinished(line)
  const [{ value, at, conclusion }, setTyped] = useState(begunWith(standing, today))
  const [work, setWork] = useState(NO_WORK)
  const save = useMutation({
    mutationFn: (body: ReadingBody) => api.send('POST', 'guides/measure/readings', { body }),
    onSuccess: onDone,
    onSettled: () => api.refresh(),
  })
  const number = numberIn(value)
  const asksWork = number !== null && isOut(line, number)
  const write = (): void => {
    if (number === null || at === '') return
    save.mutate({
      metric: line.id,
      reading: standing === undefined ? null : { id: standing.id, version: standing.version },
      value: number,
      at,
      conclusion: conclusion.trim() === '' ? null : conclusion,
      followUp: asksWork ? followUpOf(work) : null,
    })
  }
  return (
    <form
      className="inplace"
      onSubmit={(event) => {
        event.preventDefault()
        write()
      }}
    >
      <div className="pair">
        <div className="field">
          <label htmlFor={`${id}value`}>
            {words('measurement.value')}
            {line.unit === null ? '' : ` (${line.unit})`}
          </label>
          <input
            id={`${id}value`}
            className="in"
            inputMode="decimal"
            value={value}
            onChange={({ target }) => setTyped({ value: target.value, at, conclusion })}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}at`}>{words('measurement.at')}</label>
          <DayInput id={`${id}at`} value={at} onChange={(day) => setTyped({ value, at: day, conclusion })} />
        </div>
      </div>
      <TextArea
        label={words('measurement.conclusion')}
        why={words('guide.measure.conclusion.why')}
        value={conclusion}
        onChange={(text) => setTyped({ value, at, conclusion: text })}
      />
      {asksWork ? <WorkFields work={work} onChange={setWork} /> : null}
      <div className="btns">
        <button type="submit" className="btn" disabled={number === null || at === '' || save.isPending}>
          {words('guide.save')}
        </button>
      </div>
      <Problem error={save.error} />
    </form>
  )
}

function unfinished({ asks, readings }: Measured): Reading | undefined {
  return asks === 'conclude' || asks === 'answer' ? readings[0] : undefined
}

function begunWith(
  reading: Reading | undefined,
  today: string,
): { readonly value: string; readonly at: string; readonly conclusion: string } {
  if (reading === undefined) return { value: '', at: today, conclusion: '' }
  const { value, at, conclusion } = reading
  return { value: value === null ? '' : String(value), at: at ?? today, conclusion: conclusion ?? '' }
}

function followUpOf({ title, owner, due }: typeof NO_WORK): ReadingBody['followUp'] {
  return title.trim() === '' ? null : { title, owner: owner || null, due: due || null }
}

interface WorkFieldsProps {
  readonly work: typeof NO_WORK
  readonly onChange: (work: typeof NO_WORK) => void
}

function WorkFields({ work, onChange }: WorkFieldsProps): ReactNode {
  const words = useText()
  const id = useId()
  return (
    <fieldset className="plainset">
      <legend>{words('guide.measure.work.ask')}</legend>
      <p className="why">{words('guide.measure.work.why')}</p>
      <div className="field">
        <label htmlFor={`${id}title`}>{words('guide.measure.work.title')}</label>
        <input
          id={`${id}title`}
          className="in"
          maxLength={200}
          value={work.title}
          onChange={({ target }) => onChange({ ...work, title: target.value })}
        />
      </div>
      <div className="pair">
        <div className="field">
          <label htmlFor={`${id}owner`}>{words('action.owner')}</label>
          <RecordPicker
            id={`${id}owner`}
            targets={['person']}
            values={work.owner === '' ? [] : [work.owner]}
            titles={NO_TITLES}
            isMany={false}
            onChange={([owner]) => onChange({ ...work, owner: owner ?? '' })}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}due`}>{words('action.due')}</label>
          <DayInput id={`${id}due`} value={work.due} onChange={(due) => onChange({ ...work, due })} />
        </div>
      </div>
    </fieldset>
  )
}
