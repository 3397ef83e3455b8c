import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { request } from '../client.ts'
import { Entry } from '../kit/Entry.tsx'
import { Problem } from '../kit/Problem.tsx'
import { PlainPage } from '../shell/PlainPage.tsx'
import { useText } from '../text.ts'

/** Asks for a link to a new password. The answer is the same whether the address is known or not. */
export function ForgottenPage(): ReactNode {
  const words = useText()
  const [email, setEmail] = useState('')
  const ask = useMutation({ mutationFn: () => request('POST', '/reset', { body: { email } }) })
  return (
    <PlainPage title={words('reset.title')}>
      {ask.isSuccess ? (
        <p className="text" role="status">
          {words('reset.sent')}
        </p>
      ) : (
        <form
          className="narrowform"
          onSubmit={(event) => {
            event.preventDefault()
            ask.mutate()
          }}
        >
          <Entry text="account.email" type="email" autoComplete="username" value={email} onChange={setEmail} />
          <Problem error={ask.error} />
          <p className="btns">
            <button type="submit" className="btn" disabled={ask.isPending}>
              {words('reset.ask')}
            </button>
            <Link to="/sign-in" className="ghost">
              {words('signIn.do')}
            </Link>
          </p>
        </form>
      )}
    </PlainPage>
  )
}
