import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useApi } from '../../api.ts'
import { Problem } from '../../kit/Problem.tsx'
import { useText } from '../../text.ts'
import { HandOver } from './HandOver.tsx'
import type { LinkReply, Member } from './members.ts'

interface MemberDoorProps {
  readonly member: Member
  readonly onRemoved: () => Promise<void>
}

/** A new password for somebody who lost it, and the end of his access, which is asked about twice. */
export function MemberDoor({ member, onRemoved }: MemberDoorProps): ReactNode {
  const words = useText()
  const api = useApi()
  const [isSure, setSure] = useState(false)
  const reset = useMutation({ mutationFn: () => api.send<LinkReply>('POST', `members/${member.id}/reset`) })
  const remove = useMutation({
    mutationFn: () => api.send('DELETE', `members/${member.id}`),
    onSuccess: onRemoved,
  })
  return (
    <div className="memberdoor">
      <p className="btns">
        <button type="button" className="ghost" disabled={reset.isPending} onClick={() => reset.mutate()}>
          {words('members.reset')}
        </button>
        {isSure ? null : (
          <button type="button" className="ghost" onClick={() => setSure(true)}>
            {words('members.remove')}
          </button>
        )}
      </p>
      {reset.data === undefined ? null : <HandOver link={reset.data} />}
      {isSure ? (
        <div className="note" role="alert">
          <p>{words('members.remove.sure', { name: member.account.name })}</p>
          <p className="btns">
            <button type="button" className="ghost" disabled={remove.isPending} onClick={() => remove.mutate()}>
              {words('members.remove.do')}
            </button>
            <button type="button" className="ghost" onClick={() => setSure(false)}>
              {words('form.cancel')}
            </button>
          </p>
        </div>
      ) : null}
      <Problem error={reset.error ?? remove.error} />
    </div>
  )
}
