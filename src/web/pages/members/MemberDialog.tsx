import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useId, useState } from 'react'
import { useApi } from '../../api.ts'
import { localDay } from '../../formats.ts'
import { Dialog } from '../../kit/Dialog.tsx'
import { DayInput } from '../../kit/fields/DayInput.tsx'
import { Problem } from '../../kit/Problem.tsx'
import { meQuery } from '../../session.ts'
import { useText } from '../../text.ts'
import { MemberDoor } from './MemberDoor.tsx'
import { endOfLocalDay, type Member } from './members.ts'
import { PersonChoice } from './PersonChoice.tsx'
import { RoleChoice } from './RoleChoice.tsx'

interface MemberDialogProps {
  readonly member: Member
  readonly onClose: () => void
}

/** What somebody may do here, as whom and until when; a new password for him; or the end of his access. */
export function MemberDialog({ member, onClose }: MemberDialogProps): ReactNode {
  const words = useText()
  const api = useApi()
  const client = useQueryClient()
  const id = useId()
  const [roles, setRoles] = useState(member.roles)
  const [person, setPerson] = useState(member.person?.id ?? null)
  const [endsOn, setEndsOn] = useState(member.endsAt === null ? '' : localDay(member.endsAt))
  const done = async (): Promise<void> => {
    // Whoever changed his own roles sees other pages from now on.
    if (member.isMe) await client.invalidateQueries({ queryKey: meQuery.queryKey })
    await api.refresh()
    onClose()
  }
  const save = useMutation({
    mutationFn: () =>
      api.send('PATCH', `members/${member.id}`, {
        body: { roles, person, endsAt: endsOn === '' ? null : endOfLocalDay(endsOn) },
      }),
    onSuccess: done,
  })
  return (
    <Dialog onClose={onClose} title={member.account.name} size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate()
        }}
      >
        <RoleChoice roles={roles} onChange={setRoles} />
        <PersonChoice person={person} known={member.person} onChange={setPerson} />
        <div className="field">
          <label htmlFor={`${id}ends`}>{words('members.endsOn')}</label>
          <DayInput id={`${id}ends`} value={endsOn} aria-describedby={`${id}why`} onChange={setEndsOn} />
          <p className="why" id={`${id}why`}>
            {words('members.endsOn.why')}
          </p>
        </div>
        <Problem error={save.error} />
        <p className="btns">
          <button type="submit" className="btn" disabled={save.isPending || roles.length === 0}>
            {words('members.save')}
          </button>
          <button type="button" className="ghost" onClick={onClose}>
            {words('form.cancel')}
          </button>
        </p>
      </form>
      <MemberDoor member={member} onRemoved={done} />
    </Dialog>
  )
}
