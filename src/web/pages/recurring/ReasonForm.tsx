import { type ReactNode, useState } from 'react'
import { useText } from '../../text.ts'

interface ReasonFormProps {
  readonly act: 'skip' | 'miss'
  readonly isBusy: boolean
  readonly onSay: (reason: string) => void
}

/** Why it was not needed this time, or was left out. */
export function ReasonForm({ act, isBusy, onSay }: ReasonFormProps): ReactNode {
  const words = useText()
  const [reason, setReason] = useState('')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onSay(reason.trim())
      }}
    >
      <p className="small soft field">{words(`recurring.${act}.what`)}</p>
      <label className="field">
        <span className="label">{words(`recurring.${act}.reason`)}</span>
        <textarea className="in" rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
      </label>
      <p className="btns">
        <button type="submit" className="btn" disabled={isBusy || reason.trim() === ''}>
          {words(`recurring.${act}.do`)}
        </button>
      </p>
    </form>
  )
}
