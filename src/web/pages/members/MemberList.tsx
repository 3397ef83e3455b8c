import { type ReactNode, useState } from 'react'
import { useAsOf } from '../../as-of.ts'
import { Go } from '../../Go.tsx'
import { useSpeech } from '../../text.ts'
import { MemberDialog } from './MemberDialog.tsx'
import type { Member } from './members.ts'

interface MemberListProps {
  readonly members: readonly Member[]
}

export function MemberList({ members }: MemberListProps): ReactNode {
  const { words, recent, list } = useSpeech()
  const { today } = useAsOf()
  const [open, setOpen] = useState<string | null>(null)
  const opened = members.find(({ id }) => id === open)
  return (
    <section className="sect" aria-labelledby="members">
      <h2 id="members">{words('members.who')}</h2>
      <table className="list stack">
        <thead>
          <tr>
            <th scope="col">{words('account.name')}</th>
            <th scope="col">{words('members.roles')}</th>
            <th scope="col">{words('members.person')}</th>
            <th scope="col">{words('members.seen')}</th>
            <th scope="col">
              <span className="hide">{words('members.change')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <tr key={member.id}>
              <td className="name">
                {member.account.name} <span className="quiet">{member.account.email}</span>
              </td>
              <td>{list(member.roles.map((role) => words(`accountRole.${role}`)))}</td>
              <td>
                {member.person === null ? (
                  <span className="quiet">{words('members.noPerson')}</span>
                ) : (
                  <Go to={`registers/person/${member.person.id}`}>{member.person.title}</Go>
                )}
              </td>
              <td className="nowrap">
                {member.lastSeenAt === null ? words('members.never') : recent(member.lastSeenAt, today)}
              </td>
              <td>
                <button type="button" className="link" onClick={() => setOpen(member.id)}>
                  {words('members.change')}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {opened === undefined ? null : <MemberDialog member={opened} onClose={() => setOpen(null)} />}
    </section>
  )
}
