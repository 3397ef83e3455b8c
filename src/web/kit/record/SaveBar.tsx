import { type ReactNode, useId, useState } from 'react'
import { useText } from '../../text.ts'
import { DayInput } from '../fields/DayInput.tsx'
import type { Saving } from './saving.ts'

interface SaveBarProps {
  /** The version that a save makes; null for a new record. */
  readonly version: number | null
  readonly saving: Saving
}

/** The reason is asked where one saves; so is the day from which it holds, for whoever needs another than today. */
export function SaveBar({ version, saving }: SaveBarProps): ReactNode {
  const words = useText()
  const id = useId()
  const [hasDay, setHasDay] = useState(false)
  const { said, say } = saving
  return (
    <div className="savebar">
      <div className="field grow">
        <label htmlFor={`${id}reason`}>{words(version === null ? 'form.reason.new' : 'form.reason')}</label>
        <input
          id={`${id}reason`}
          className="in"
          value={said.reason}
          placeholder={words('form.reason.where')}
          onChange={(event) => say({ ...said, reason: event.target.value })}
        />
      </div>
      {hasDay ? (
        <div className="field">
          <label htmlFor={`${id}from`}>{words('form.validFrom')}</label>
          <DayInput id={`${id}from`} value={said.validFrom} onChange={(day) => say({ ...said, validFrom: day })} />
        </div>
      ) : (
        <button type="button" className="ghost" onClick={() => setHasDay(true)}>
          {words('form.otherDay')}
        </button>
      )}
      <button type="submit" className="btn" disabled={!saving.isReady}>
        {saving.isPending ? words('form.saving') : null}
        {saving.isPending ? null : version === null ? words('form.create') : words('form.save', { version })}
      </button>
    </div>
  )
}
