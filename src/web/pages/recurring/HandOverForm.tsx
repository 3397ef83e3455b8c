import { type ReactNode, useState } from 'react'
import { FieldInput } from '../../kit/fields/FieldInput.tsx'
import { findRegister } from '../../registers.ts'
import { useText } from '../../text.ts'

interface HandOverFormProps {
  readonly isBusy: boolean
  readonly onSay: (set: { readonly to: string; readonly reason: string }) => void
}

/** This time somebody else does it. */
export function HandOverForm({ isBusy, onSay }: HandOverFormProps): ReactNode {
  const words = useText()
  const field = findRegister('occurrence')?.fields['assignee']
  const [to, setTo] = useState<unknown>(null)
  const [reason, setReason] = useState('')
  if (field === undefined) return null
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (typeof to === 'string') onSay({ to, reason: reason.trim() })
      }}
    >
      <p className="small soft field">{words('recurring.handOver.what')}</p>
      <FieldInput field={field} text="occurrence.assignee" value={to} titles={{}} onChange={setTo} />
      <label className="field">
        <span className="label">{words('recurring.handOver.reason')}</span>
        <input className="in" value={reason} onChange={(event) => setReason(event.target.value)} />
      </label>
      <p className="btns">
        <button type="submit" className="btn" disabled={isBusy || typeof to !== 'string'}>
          {words('recurring.handOver.do')}
        </button>
      </p>
    </form>
  )
}
