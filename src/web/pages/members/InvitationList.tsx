import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../../api.ts'
import { Problem } from '../../kit/Problem.tsx'
import { useSpeech } from '../../text.ts'
import type { Invitation } from './members.ts'

interface InvitationListProps {
  readonly invitations: readonly Invitation[]
}

export function InvitationList({ invitations }: InvitationListProps): ReactNode {
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
        {invitations.map((invitation) => (
          <li key={invitation.id}>
            {invitation.email}
            <span className="quiet">{`, ${list(invitation.roles.map((role) => words(`accountRole.${role}`)))}, ${words(
              'members.until',
              { when: moment(invitation.expiresAt) },
            )} `}</span>
            <button
              type="button"
              className="link"
              disabled={withdraw.isPending}
              onClick={() => withdraw.mutate(invitation.id)}
            >
              {words('members.withdraw')}
            </button>
          </li>
        ))}
      </ul>
      <Problem error={withdraw.error} />
    </section>
  )
}
