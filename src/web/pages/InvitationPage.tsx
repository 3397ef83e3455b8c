import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useParam } from '../address.ts'
import { request } from '../client.ts'
import { Entry } from '../kit/Entry.tsx'
import { Problem } from '../kit/Problem.tsx'
import { meQuery } from '../session.ts'
import { PlainPage } from '../shell/PlainPage.tsx'
import { useSpeech } from '../text.ts'

interface Invitation {
  readonly email: string
  readonly organisation: { readonly name: string }
  readonly roles: readonly string[]
  readonly hasAccount: boolean
}

const LEAST = 12

export function InvitationPage(): ReactNode {
  const { words, list, language } = useSpeech()
  const token = useParam('token')
  const client = useQueryClient()
  const navigate = useNavigate()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const path = `/invitations/${encodeURIComponent(token)}`
  const invitation = useQuery({ queryKey: [path], queryFn: () => request<Invitation>('GET', path), retry: false })
  const accept = useMutation({
    mutationFn: (hasAccount: boolean) =>
      request<{ readonly slug: string }>('POST', path, {
        body: hasAccount ? { password } : { name, password, language },
      }),
    onSuccess: async ({ slug }) => {
      client.removeQueries({ queryKey: meQuery.queryKey })
      await navigate({ to: `/${slug}` })
    },
  })
  if (invitation.isError) {
    return (
      <PlainPage title={words('invitation.gone')} lead={words('invitation.gone.why')}>
        <Link to="/sign-in" className="ghost">
          {words('signIn.do')}
        </Link>
      </PlainPage>
    )
  }
  const data = invitation.data
  if (data === undefined) return <PlainPage title={words('state.loading')}>{null}</PlainPage>
  return (
    <PlainPage
      title={data.organisation.name}
      lead={words('invitation.lead', {
        email: data.email,
        roles: list(data.roles.map((role) => words(`accountRole.${role}`))),
      })}
    >
      <form
        className="narrowform"
        onSubmit={(event) => {
          event.preventDefault()
          accept.mutate(data.hasAccount)
        }}
      >
        {data.hasAccount ? null : <Entry text="account.name" autoComplete="name" value={name} onChange={setName} />}
        <Entry
          text={data.hasAccount ? 'account.password' : 'account.newPassword'}
          type="password"
          autoComplete={data.hasAccount ? 'current-password' : 'new-password'}
          {...(data.hasAccount ? {} : { minLength: LEAST })}
          value={password}
          onChange={setPassword}
        />
        <Problem error={accept.error} />
        <button type="submit" className="btn" disabled={accept.isPending}>
          {words('invitation.accept')}
        </button>
      </form>
    </PlainPage>
  )
}
