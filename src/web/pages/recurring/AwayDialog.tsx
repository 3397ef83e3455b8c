import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useApi } from '../../api.ts'
import { useAsOf } from '../../as-of.ts'
import { Dialog } from '../../kit/Dialog.tsx'
import { DayInput } from '../../kit/fields/DayInput.tsx'
import { FieldInput } from '../../kit/fields/FieldInput.tsx'
import { Problem } from '../../kit/Problem.tsx'
import { findRegister } from '../../registers.ts'
import { useMembership } from '../../session.ts'
import { useText } from '../../text.ts'
import { PersonChoice } from './PersonChoice.tsx'
import type { Overview } from './recurring.ts'

interface AwayDialogProps {
  /** Whose work may be handed over; one’s own only where this is empty. */
  readonly people: Overview['people']
  readonly onClose: () => void
}

/** Who is away for a while hands over what falls in those days. */
export function AwayDialog({ people, onClose }: AwayDialogProps): ReactNode {
  const words = useText()
  const api = useApi()
  const { today } = useAsOf()
  const { person } = useMembership()
  const assignee = findRegister('occurrence')?.fields['assignee']
  const [whose, setWhose] = useState(person?.id ?? null)
  const [to, setTo] = useState<unknown>(null)
  const [from, setFrom] = useState(today)
  const [until, setUntil] = useState('')
  const hand = useMutation({
    mutationFn: () =>
      api.send<{ readonly count: number }>('POST', 'hand-over', { body: { person: whose, to, from, until } }),
    onSuccess: () => api.refresh(),
  })
  const isWhole = whose !== null && typeof to === 'string' && from !== '' && until !== ''
  return (
    <Dialog title={words('recurring.away')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          hand.mutate()
        }}
      >
        <p className="small soft field">{words('recurring.away.what')}</p>
        {people.length === 0 ? null : (
          <label className="field">
            <span className="label">{words('recurring.away.whose')}</span>
            <PersonChoice people={people} value={whose} none="" onChoose={setWhose} />
          </label>
        )}
        <div className="pair">
          <p className="field">
            <label className="label" htmlFor="away-from">
              {words('recurring.away.from')}
            </label>
            <DayInput id="away-from" value={from} onChange={setFrom} />
          </p>
          <p className="field">
            <label className="label" htmlFor="away-until">
              {words('recurring.away.until')}
            </label>
            <DayInput id="away-until" value={until} onChange={setUntil} />
          </p>
        </div>
        {assignee === undefined ? null : (
          <FieldInput field={assignee} text="occurrence.assignee" value={to} titles={{}} onChange={setTo} />
        )}
        <Problem error={hand.error} />
        {hand.data === undefined ? null : (
          <p role="status" className="field">
            {words('recurring.away.done', { n: hand.data.count })}
          </p>
        )}
        <p className="btns">
          <button type="submit" className="btn" disabled={!isWhole || hand.isPending}>
            {words('recurring.handOver.do')}
          </button>
        </p>
      </form>
    </Dialog>
  )
}
