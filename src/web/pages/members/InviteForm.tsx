import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { RecordId } from '../../../kernel/register.ts'
import { useApi } from '../../api.ts'
import { Entry } from '../../kit/Entry.tsx'
import { Problem } from '../../kit/Problem.tsx'
import { useSpeech } from '../../text.ts'
import { HandOver } from './HandOver.tsx'
import type { LinkReply, Role } from './members.ts'
import { PersonChoice } from './PersonChoice.tsx'
import { RoleChoice } from './RoleChoice.tsx'

interface InviteFormProps {
  readonly sendsMail: boolean
}

/** An invitation by mail where mail is set up, else as a link to hand over. */
export function InviteForm({ sendsMail }: InviteFormProps): ReactNode {
  const { words, language } = useSpeech()
  const api = useApi()
  const [email, setEmail] = useState('')
  const [roles, setRoles] = useState<readonly Role[]>([])
  const [person, setPerson] = useState<RecordId | null>(null)
  const invite = useMutation({
    mutationFn: () => api.send<LinkReply>('POST', 'invitations', { body: { email, roles, person, language } }),
    onSuccess: () => {
      setEmail('')
      setRoles([])
      setPerson(null)
      return api.refresh()
    },
  })
  return (
    <section className="sect" aria-labelledby="invite">
      <h2 id="invite">{words('members.invite')}</h2>
      <form
        className="after"
        onSubmit={(event) => {
          event.preventDefault()
          invite.mutate()
        }}
      >
        <Entry text="members.email" type="email" autoComplete="off" value={email} onChange={setEmail} />
        <RoleChoice roles={roles} onChange={setRoles} />
        <PersonChoice person={person} known={null} onChange={setPerson} />
        <Problem error={invite.error} />
        <button type="submit" className="btn" disabled={invite.isPending || roles.length === 0}>
          {words(sendsMail ? 'members.send' : 'members.makeLink')}
        </button>
        {roles.length === 0 ? <p className="small quiet after">{words('members.chooseRole')}</p> : null}
      </form>
      {invite.data === undefined ? null : <HandOver link={invite.data} />}
    </section>
  )
}
