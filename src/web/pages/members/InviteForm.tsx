import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { RecordId } from '../../../kernel/register.ts'
import { useApi } from '../../api.ts'
import { Entry } from '../../kit/Entry.tsx'
import { RecordPicker } from '../../kit/fields/RecordPicker.tsx'
import { Problem } from '../../kit/Problem.tsx'
import { useSpeech } from '../../text.ts'
import { HandOver } from './HandOver.tsx'
import type { LinkReply, Role } from './members.ts'
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
        <Entry text="account.email" type="email" autoComplete="off" value={email} onChange={setEmail} />
        <RoleChoice roles={roles} onChange={setRoles} />
        <div className="field">
          <RecordPicker
            label={words('members.person')}
            targets={['person']}
            values={person === null ? [] : [person]}
            titles={{}}
            isMany={false}
            onChange={(ids) => setPerson(ids[0] ?? null)}
          />
          <p className="why">{words('members.person.why')}</p>
        </div>
        <Problem error={invite.error} />
        <button type="submit" className="btn" disabled={invite.isPending || roles.length === 0}>
          {words(sendsMail ? 'members.send' : 'members.makeLink')}
        </button>
      </form>
      {invite.data === undefined ? null : <HandOver link={invite.data} />}
    </section>
  )
}
