import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../api.ts'
import { ListError } from '../kit/list/ListError.tsx'
import { PageSkeleton } from '../shell/PageSkeleton.tsx'
import { useText } from '../text.ts'
import { InvitationList } from './members/InvitationList.tsx'
import { InviteForm } from './members/InviteForm.tsx'
import { MemberList } from './members/MemberList.tsx'
import type { MembersReply } from './members/members.ts'

/** Who may sign in here, as what, and as which person of the ISMS. */
export function MembersPage(): ReactNode {
  const words = useText()
  const api = useApi()
  const members = useQuery(api.read<MembersReply>('members'))
  if (members.isPending) return <PageSkeleton />
  if (members.isError) return <ListError error={members.error} onRetry={() => void members.refetch()} />
  const reply = members.data
  return (
    <>
      <div className="head">
        <h1>{words('nav.members')}</h1>
      </div>
      <p className="lead">{words('members.lead', { n: reply.members.length, invited: reply.invitations.length })}</p>
      <div className="two">
        <div>
          <MemberList members={reply.members} />
          {reply.invitations.length > 0 ? <InvitationList invitations={reply.invitations} /> : null}
        </div>
        <InviteForm sendsMail={reply.sendsMail} />
      </div>
    </>
  )
}
