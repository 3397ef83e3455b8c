import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useAddress } from '../address.ts'
import { Refused, request } from '../client.ts'
import { Entry } from '../kit/Entry.tsx'
import { Problem } from '../kit/Problem.tsx'
import { meQuery } from '../session.ts'
import { PlainPage } from '../shell/PlainPage.tsx'
import { useText } from '../text.ts'

export function SignInPage(): ReactNode {
  const words = useText()
  const client = useQueryClient()
  const navigate = useNavigate()
  const to = useAddress().get('to')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const signIn = useMutation({
    mutationFn: () => request('POST', '/auth/sign-in/email', { body: { email, password } }),
    onSuccess: async () => {
      client.removeQueries({ queryKey: meQuery.queryKey })
      await navigate({ href: inside(to) })
    },
  })
  return (
    <PlainPage title={words('signIn.title')}>
      <form
        className="narrowform"
        onSubmit={(event) => {
          event.preventDefault()
          signIn.mutate()
        }}
      >
        <Entry text="account.email" type="email" autoComplete="username" value={email} onChange={setEmail} />
        <Entry
          text="account.password"
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
        />
        {isWrong(signIn.error) ? (
          <p className="note major" role="alert">
            {words('signIn.wrong')}
          </p>
        ) : (
          <Problem error={signIn.error} />
        )}
        <p className="btns">
          <button type="submit" className="btn" disabled={signIn.isPending}>
            {words('signIn.do')}
          </button>
          <Link to="/reset" className="ghost">
            {words('signIn.forgotten')}
          </Link>
        </p>
      </form>
    </PlainPage>
  )
}

/** The library of identities answers in its own words, in English; ours say no more than it does. */
function isWrong(error: Error | null): boolean {
  return error instanceof Refused && (error.kind === 'unauthenticated' || error.kind === 'invalid')
}

/** ATTACKER: `to` comes from the address, so it may only name a page of our own. */
function inside(to: string | null): string {
  return to !== null && /^\/(?![/\\])/.test(to) ? to : '/'
}
