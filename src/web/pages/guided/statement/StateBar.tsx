import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useId, useState } from 'react'
import { useApi } from '../../../api.ts'
import { DayInput } from '../../../kit/fields/DayInput.tsx'
import { RecordPicker } from '../../../kit/fields/RecordPicker.tsx'
import { Problem } from '../../../kit/Problem.tsx'
import { useText } from '../../../text.ts'
import type { LineSet } from '../../statement/lines.ts'
import type { GuideLine } from './guide-lines.ts'
import { useLinesSave } from './saving-lines.ts'

interface StateBarProps {
  readonly chosen: readonly GuideLine[]
  readonly onDone: () => void
}

const STATUSES = ['implemented', 'partly', 'not'] as const
const NO_TITLES = {}

/** What is said of all chosen lines at once: how far, who, and by when the rest is done. */
export function StateBar({ chosen, onDone }: StateBarProps): ReactNode {
  const words = useText()
  const save = useLinesSave()
  const [status, setStatus] = useState<(typeof STATUSES)[number] | null>(null)
  const [owner, setOwner] = useState<string | null>(null)
  const id = useId()
  const set: LineSet = {
    ...(status === null ? {} : { implementationStatus: status }),
    ...(owner === null ? {} : { owner }),
  }
  const isNothing = chosen.length === 0 || (status === null && owner === null)
  return (
    <div className="savebar bulk">
      <p className="small" role="status">
        {words('guide.statement.state.chosen', { n: chosen.length })}
      </p>
      <div className="field">
        <label htmlFor={`${id}status`}>{words('soa.column.status')}</label>
        <select
          id={`${id}status`}
          className="in"
          value={status ?? ''}
          onChange={(event) => setStatus(STATUSES.find((one) => one === event.target.value) ?? null)}
        >
          <option value="">{words('guide.statement.state.asItIs')}</option>
          {STATUSES.map((one) => (
            <option key={one} value={one}>
              {words(`statement_line.implementationStatus.${one}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}owner`}>{words('statement_line.owner')}</label>
        <RecordPicker
          id={`${id}owner`}
          targets={['person']}
          values={owner === null ? [] : [owner]}
          titles={NO_TITLES}
          isMany={false}
          onChange={([first]) => setOwner(first ?? null)}
        />
      </div>
      <button
        type="button"
        className="btn"
        disabled={isNothing || save.isPending}
        onClick={() =>
          save.mutate(
            chosen.map((line) => ({ line, set })),
            { onSuccess: onDone },
          )
        }
      >
        {words('guide.statement.state.save', { n: chosen.length })}
      </button>
      <Problem error={save.error} />
      <PlanBar chosen={chosen} onDone={onDone} />
    </div>
  )
}

/** An action for each chosen line on which work is left, on the name of its owner. */
function PlanBar({ chosen, onDone }: StateBarProps): ReactNode {
  const words = useText()
  const api = useApi()
  const [due, setDue] = useState('')
  const id = useId()
  const open = chosen.filter(
    ({ implementationStatus: status, owner, follows }) =>
      (status === 'partly' || status === 'not') && owner !== null && !follows.isPlanned,
  )
  const plan = useMutation({
    mutationFn: () =>
      api.send('POST', 'guides/statement/actions', { body: { lines: open.map((line) => line.id), due } }),
    onSuccess: onDone,
    onSettled: () => api.refresh(),
  })
  if (open.length === 0) return null
  return (
    <>
      <div className="field">
        <label htmlFor={id}>{words('guide.statement.state.due')}</label>
        <DayInput id={id} value={due} onChange={setDue} />
        <p className="why">{words('guide.statement.state.due.why')}</p>
      </div>
      <button type="button" className="ghost" disabled={due === '' || plan.isPending} onClick={() => plan.mutate()}>
        {words('guide.statement.state.act', { n: open.length })}
      </button>
      <Problem error={plan.error} />
    </>
  )
}
