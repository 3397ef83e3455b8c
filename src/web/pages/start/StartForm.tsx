import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useId, useState } from 'react'
import { Refused, request } from '../../client.ts'
import { Entry } from '../../kit/Entry.tsx'
import { Problem } from '../../kit/Problem.tsx'
import { meQuery } from '../../session.ts'
import { startQuery } from '../../start.ts'
import { useSpeech } from '../../text.ts'

interface StartFormProps {
  /** The first account comes along; later only an organisation is asked for. */
  readonly isFirst: boolean
  readonly onMade: (slug: string) => void
}

/** Ours to demand, and no more than this: length is what makes a password hard to guess (NIST SP 800-63B). */
const LEAST = 12

export function StartForm({ isFirst, onMade }: StartFormProps): ReactNode {
  const { words, language } = useSpeech()
  const client = useQueryClient()
  const [organisation, setOrganisation] = useState('')
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [isDirector, setIsDirector] = useState(false)
  const why = useId()
  const make = useMutation({
    mutationFn: () =>
      isFirst
        ? request<{ readonly slug: string }>('POST', '/start', {
            body: { name, email, password, language, isDirector, organisation: { name: organisation } },
          })
        : request<{ readonly slug: string }>('POST', '/organisations', { body: { name: organisation } }),
    onSuccess: async ({ slug }) => {
      onMade(slug)
      await client.invalidateQueries({ queryKey: meQuery.queryKey })
      await client.invalidateQueries({ queryKey: startQuery.queryKey })
    },
  })
  const faults = make.error instanceof Refused ? make.error.faults : []
  const fault = (path: string): string | undefined => faults.find((one) => one.path === path)?.message
  return (
    <form
      className="narrowform"
      onSubmit={(event) => {
        event.preventDefault()
        make.mutate()
      }}
    >
      <Entry
        text="start.organisation"
        autoComplete="organization"
        value={organisation}
        fault={fault('organisation.name') ?? fault('name')}
        onChange={setOrganisation}
      />
      {isFirst ? (
        <>
          <Entry text="account.name" autoComplete="name" value={name} fault={fault('name')} onChange={setName} />
          <Entry
            text="account.email"
            type="email"
            autoComplete="username"
            value={email}
            fault={fault('email')}
            onChange={setEmail}
          />
          <Entry
            text="account.newPassword"
            type="password"
            autoComplete="new-password"
            minLength={LEAST}
            value={password}
            fault={fault('password')}
            onChange={setPassword}
          />
          <div className="field">
            <label>
              <input
                type="checkbox"
                checked={isDirector}
                aria-describedby={why}
                onChange={(event) => setIsDirector(event.target.checked)}
              />{' '}
              {words('start.director')}
            </label>
            <p className="why" id={why}>
              {words('start.director.why')}
            </p>
          </div>
        </>
      ) : null}
      <Problem error={make.error} />
      <button type="submit" className="btn" disabled={make.isPending}>
        {words(isFirst ? 'start.do' : 'start.another.do')}
      </button>
    </form>
  )
}
