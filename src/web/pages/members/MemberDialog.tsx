import { Modal } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useApi } from '../../api.ts'
import { RecordPicker } from '../../kit/fields/RecordPicker.tsx'
import { Problem } from '../../kit/Problem.tsx'
import { useText } from '../../text.ts'
import { HandOver } from './HandOver.tsx'
import type { LinkReply, Member } from './members.ts'
import { RoleChoice } from './RoleChoice.tsx'

interface MemberDialogProps {
  readonly member: Member
  readonly onClose: () => void
}

/** What somebody may do here, as whom; a new password for him; or the end of his access. */
export function MemberDialog({ member, onClose }: MemberDialogProps): ReactNode {
  const words = useText()
  const api = useApi()
  const [roles, setRoles] = useState(member.roles)
  const [person, setPerson] = useState(member.person?.id ?? null)
  const done = async (): Promise<void> => {
    await api.refresh()
    onClose()
  }
  const save = useMutation({
    mutationFn: () => api.send('PATCH', `members/${member.id}`, { body: { roles, person } }),
    onSuccess: done,
  })
  const remove = useMutation({ mutationFn: () => api.send('DELETE', `members/${member.id}`), onSuccess: done })
  const reset = useMutation({
    mutationFn: () => api.send<LinkReply>('POST', `members/${member.id}/reset`),
  })
  const titles =
    member.person === null
      ? {}
      : { [member.person.id]: { register: 'person', number: member.person.number, title: member.person.title } }
  return (
    <Modal opened onClose={onClose} title={member.account.name} size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate()
        }}
      >
        <RoleChoice roles={roles} onChange={setRoles} />
        <div className="field">
          <RecordPicker
            label={words('members.person')}
            targets={['person']}
            values={person === null ? [] : [person]}
            titles={titles}
            isMany={false}
            onChange={(ids) => setPerson(ids[0] ?? null)}
          />
          <p className="why">{words('members.person.why')}</p>
        </div>
        <Problem error={save.error ?? remove.error ?? reset.error} />
        <p className="btns">
          <button type="submit" className="btn" disabled={save.isPending || roles.length === 0}>
            {words('members.save')}
          </button>
          <button type="button" className="ghost" disabled={reset.isPending} onClick={() => reset.mutate()}>
            {words('members.reset')}
          </button>
          <button type="button" className="ghost" disabled={remove.isPending} onClick={() => remove.mutate()}>
            {words('members.remove')}
          </button>
        </p>
        {reset.data === undefined ? null : <HandOver link={reset.data} />}
      </form>
    </Modal>
  )
}
