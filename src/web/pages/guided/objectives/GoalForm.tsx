import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useId, useState } from 'react'
import { useApi } from '../../../api.ts'
import { DayInput } from '../../../kit/fields/DayInput.tsx'
import { RecordPicker } from '../../../kit/fields/RecordPicker.tsx'
import { numberIn } from '../../../kit/number-in.ts'
import { Problem } from '../../../kit/Problem.tsx'
import { useText } from '../../../text.ts'
import type { GoalBody, ObjectivesReply } from './objectives.ts'

const NOTHING = { title: '', what: '', metric: '', newTitle: '', unit: '', target: '', targetDate: '', responsible: '' }
type Typed = typeof NOTHING
const NO_TITLES = {}
const NEW = 'new'

/** One's own goal: what, how it is measured, how much and by when. */
export function GoalForm({ reply }: { readonly reply: ObjectivesReply }): ReactNode {
  const words = useText()
  const api = useApi()
  const id = useId()
  const [typed, setTyped] = useState(NOTHING)
  const add = useMutation({
    mutationFn: (body: GoalBody) => api.send('POST', 'guides/objectives', { body }),
    onSuccess: () => setTyped(NOTHING),
    onSettled: () => api.refresh(),
  })
  const body = bodyOf(typed)
  const text = (name: keyof Typed, label: string): ReactNode => (
    <div className="field">
      <label htmlFor={id + name}>{words(label)}</label>
      <input
        id={id + name}
        className="in"
        maxLength={200}
        value={typed[name]}
        onChange={({ target }) => setTyped({ ...typed, [name]: target.value })}
      />
    </div>
  )
  return (
    <details className="ready" open={reply.objectives.length === 0}>
      <summary>{words('guide.objectives.own')}</summary>
      <form
        className="inplace"
        onSubmit={(event) => {
          event.preventDefault()
          if (body !== null) add.mutate(body)
        }}
      >
        {text('title', 'guide.objectives.own.title')}
        {text('what', 'objective.what')}
        <div className="field">
          <label htmlFor={`${id}metric`}>{words('guide.objectives.own.metric')}</label>
          <select
            id={`${id}metric`}
            className="in"
            value={typed.metric}
            onChange={({ target }) => setTyped({ ...typed, metric: target.value })}
          >
            <option value="">{words('guide.objectives.own.choose')}</option>
            {reply.metrics.map((metric) => (
              <option key={metric.id} value={metric.id}>
                {metric.title}
              </option>
            ))}
            {reply.can.measure ? <option value={NEW}>{words('guide.objectives.own.new')}</option> : null}
          </select>
        </div>
        {typed.metric === NEW ? (
          <div className="pair">
            {text('newTitle', 'guide.objectives.own.newTitle')}
            {text('unit', 'guide.objectives.own.unit')}
          </div>
        ) : null}
        <div className="pair">
          {text('target', 'objective.target')}
          <div className="field">
            <label htmlFor={`${id}day`}>{words('objective.targetDate')}</label>
            <DayInput
              id={`${id}day`}
              value={typed.targetDate}
              onChange={(targetDate) => setTyped({ ...typed, targetDate })}
            />
          </div>
        </div>
        <div className="field">
          <label htmlFor={`${id}who`}>{words('objective.responsible')}</label>
          <RecordPicker
            id={`${id}who`}
            targets={['person']}
            values={typed.responsible === '' ? [] : [typed.responsible]}
            titles={NO_TITLES}
            isMany={false}
            onChange={([responsible]) => setTyped({ ...typed, responsible: responsible ?? '' })}
          />
        </div>
        <div className="btns">
          <button type="submit" className="btn" disabled={body === null || add.isPending}>
            {words('guide.objectives.own.add')}
          </button>
        </div>
        <Problem error={add.error} />
      </form>
    </details>
  )
}

/** Null while something is missing that every goal needs. */
function bodyOf({ title, what, metric, newTitle, unit, target, targetDate, responsible }: Typed): GoalBody | null {
  const number = numberIn(target)
  const by =
    metric === NEW ? { title: newTitle.trim(), unit: unit.trim(), subject: 'control' as const } : { id: metric }
  const isMeasured = 'id' in by ? by.id !== '' : by.title !== '' && by.unit !== ''
  if (title.trim() === '' || number === null || targetDate === '' || !isMeasured) return null
  return {
    title,
    what: what.trim() === '' ? null : what,
    metric: by,
    target: number,
    targetDate,
    responsible: responsible || null,
  }
}
