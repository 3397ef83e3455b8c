import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../../api.ts'
import { Problem } from '../../kit/Problem.tsx'
import { useSpeech } from '../../text.ts'
import type { Invitation } from './members.ts'

interface InvitationListProps {
  readonly invitations: readonly Invitation[]
  readonly isOpen: boolean
}

export function InvitationList({ invitations, isOpen }: InvitationListProps): ReactNode {
  const { words, list, moment } = useSpeech()
  const api = useApi()
  const withdraw = useMutation({
    mutationFn: (id: string) => api.send('DELETE', `invitations/${id}`),
    onSuccess: () => api.refresh(),
  })
  return (
    <section className="sect" aria-labelledby="invited">
      <h2 id="invited">{words('members.invited')}</h2>
      <ul className="lines small">
        {invitations.map(({ id, email, roles, expiresAt }) => (
          <li key={id}>
            {email}
            <span className="soft">{`, ${list(roles.map((role) => words(`accountRole.${role}`)))}`}</span>
            <span className="quiet">{`, ${words('members.until', { when: moment(expiresAt) })} `}</span>
            {isOpen ? (
              <button
                type="button"
                className="link"
                aria-label={words('members.withdraw.of', { email })}
                disabled={withdraw.isPending}
                onClick={() => withdraw.mutate(id)}
              >
                {words('members.withdraw')}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      <Problem error={withdraw.error} />
    </section>
  )
}
