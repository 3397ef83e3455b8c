import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../api.ts'
import { useAsOf } from '../as-of.ts'
import { Refused } from '../client.ts'
import { ListError } from '../kit/list/ListError.tsx'
import { PageSkeleton } from '../shell/PageSkeleton.tsx'
import { useText } from '../text.ts'
import { EventSection } from './members/EventSection.tsx'
import { InvitationList } from './members/InvitationList.tsx'
import { InviteForm } from './members/InviteForm.tsx'
import { MailSection } from './members/MailSection.tsx'
import { MemberList } from './members/MemberList.tsx'
import type { MembersReply } from './members/members.ts'
import { TokenSection } from './members/TokenSection.tsx'
import { WorkspaceSection } from './members/WorkspaceSection.tsx'

/** Who may sign in here, as what, and as which person of the ISMS; and the tokens of whoever looks. */
export function MembersPage(): ReactNode {
  const words = useText()
  const api = useApi()
  const members = useQuery({ ...api.read<MembersReply>('members'), retry: false })
  const isForbidden = members.error instanceof Refused && members.error.kind === 'forbidden'
  return (
    <>
      <div className="head">
        <h1>{words('nav.members')}</h1>
      </div>
      {members.isPending ? <PageSkeleton /> : null}
      {isForbidden ? <p className="lead">{words('members.notYours')}</p> : null}
      {members.isError && !isForbidden ? (
        <ListError error={members.error} onRetry={() => void members.refetch()} />
      ) : null}
      {members.isSuccess ? <MembersBody reply={members.data} /> : null}
      {members.isPending ? null : <TokenSection />}
      {members.isSuccess ? <MailSection /> : null}
      {members.isSuccess ? <WorkspaceSection /> : null}
      {members.isSuccess ? <EventSection events={members.data.events} /> : null}
    </>
  )
}

function MembersBody({ reply }: { readonly reply: MembersReply }): ReactNode {
  const words = useText()
  const { tense } = useAsOf()
  const { members, invitations, sendsMail } = reply
  const isOpen = tense === 'present'
  return (
    <>
      <p className="lead">
        {words('members.lead', {
          n: members.length,
          invited: invitations.length,
          unlinked: members.filter(({ person }) => person === null).length,
        })}
      </p>
      <div className={isOpen ? 'two' : undefined}>
        <div>
          <MemberList members={members} isOpen={isOpen} />
          {invitations.length > 0 ? <InvitationList invitations={invitations} isOpen={isOpen} /> : null}
        </div>
        {isOpen ? <InviteForm sendsMail={sendsMail} /> : null}
      </div>
    </>
  )
}
