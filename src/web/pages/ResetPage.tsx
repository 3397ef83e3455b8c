import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useParam } from '../address.ts'
import { request } from '../client.ts'
import { Entry } from '../kit/Entry.tsx'
import { Problem } from '../kit/Problem.tsx'
import { PlainPage } from '../shell/PlainPage.tsx'
import { useText } from '../text.ts'

const LEAST = 12

export function ResetPage(): ReactNode {
  const words = useText()
  const token = useParam('token')
  const [password, setPassword] = useState('')
  const asked = useQuery({
    queryKey: ['/reset', token],
    queryFn: () => request<{ readonly email: string }>('GET', `/reset/${encodeURIComponent(token)}`),
    retry: false,
  })
  const reset = useMutation({
    mutationFn: () => request('POST', `/reset/${encodeURIComponent(token)}`, { body: { password } }),
  })
  if (asked.isError) {
    return (
      <PlainPage title={words('reset.title')} lead={words('reset.gone')}>
        <Link to="/reset" className="btn">
          {words('reset.ask')}
        </Link>
      </PlainPage>
    )
  }
  if (reset.isSuccess) {
    return (
      <PlainPage title={words('reset.title')} lead={words('reset.done')}>
        <Link to="/sign-in" className="btn">
          {words('signIn.do')}
        </Link>
      </PlainPage>
    )
  }
  return (
    <PlainPage title={words('reset.title')}>
      <form
        className="narrowform"
        onSubmit={(event) => {
          event.preventDefault()
          reset.mutate()
        }}
      >
        <p className="field soft">{asked.data?.email ?? ''}</p>
        <Entry
          text="account.newPassword"
          type="password"
          autoComplete="new-password"
          minLength={LEAST}
          value={password}
          onChange={setPassword}
        />
        <Problem error={reset.error} />
        <button type="submit" className="btn" disabled={reset.isPending || asked.isPending}>
          {words('reset.do')}
        </button>
      </form>
    </PlainPage>
  )
}
