import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useId, useState } from 'react'
import { useApi } from '../../api.ts'
import { CopyButton } from '../../kit/CopyButton.tsx'
import { Entry } from '../../kit/Entry.tsx'
import { DayInput } from '../../kit/fields/DayInput.tsx'
import { Problem } from '../../kit/Problem.tsx'
import { useText } from '../../text.ts'
import { endOfLocalDay } from './members.ts'

interface Made {
  readonly id: string
  readonly token: string
}

/** Makes a token and shows it this one time: only its hash is kept. */
export function TokenForm(): ReactNode {
  const words = useText()
  const api = useApi()
  const id = useId()
  const [label, setLabel] = useState('')
  const [endsOn, setEndsOn] = useState('')
  const make = useMutation({
    mutationFn: () =>
      api.send<Made>('POST', 'tokens', {
        body: { label, expiresAt: endsOn === '' ? null : endOfLocalDay(endsOn) },
      }),
    onSuccess: () => {
      setLabel('')
      setEndsOn('')
      return api.refresh()
    },
  })
  return (
    <>
      <form
        className="tokenform after"
        onSubmit={(event) => {
          event.preventDefault()
          make.mutate()
        }}
      >
        <Entry text="members.token.label" autoComplete="off" value={label} onChange={setLabel} />
        <div className="field">
          <label htmlFor={`${id}ends`}>{words('members.token.endsOn')}</label>
          <DayInput id={`${id}ends`} value={endsOn} onChange={setEndsOn} />
        </div>
        <button type="submit" className="ghost" disabled={make.isPending || label.trim() === ''}>
          {words('members.token.make')}
        </button>
      </form>
      <Problem error={make.error} />
      {make.data === undefined ? null : (
        <div className="note plain" role="status">
          <p>{words('members.token.shown')}</p>
          <p className="hash">{make.data.token}</p>
          <p>
            <CopyButton value={make.data.token} label={words('members.token')} />
          </p>
        </div>
      )}
    </>
  )
}
