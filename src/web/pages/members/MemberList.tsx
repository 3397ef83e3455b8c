import { type ReactNode, useState } from 'react'
import { useAsOf } from '../../as-of.ts'
import { localDay } from '../../formats.ts'
import { Go } from '../../Go.tsx'
import { useSpeech } from '../../text.ts'
import { MemberDialog } from './MemberDialog.tsx'
import type { Member } from './members.ts'

interface MemberListProps {
  readonly members: readonly Member[]
  readonly isOpen: boolean
}

export function MemberList({ members, isOpen }: MemberListProps): ReactNode {
  const { words } = useSpeech()
  const [opened, setOpened] = useState<string | null>(null)
  const member = members.find(({ id }) => id === opened)
  return (
    <section className="sect" aria-labelledby="members">
      <h2 id="members">{words('members.who')}</h2>
      <table className="list stack">
        <thead>
          <tr>
            <th scope="col">{words('members.account')}</th>
            <th scope="col">{words('members.roles')}</th>
            <th scope="col">{words('members.person')}</th>
            <th scope="col">{words('members.seen')}</th>
            {isOpen ? (
              <th scope="col">
                <span className="hide">{words('members.change')}</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {members.map((one) => (
            <MemberRow key={one.id} member={one} onChange={isOpen ? () => setOpened(one.id) : null} />
          ))}
        </tbody>
      </table>
      {member === undefined ? null : <MemberDialog member={member} onClose={() => setOpened(null)} />}
    </section>
  )
}

interface MemberRowProps {
  readonly member: Member
  readonly onChange: (() => void) | null
}

function MemberRow({ member, onChange }: MemberRowProps): ReactNode {
  const { words, recent, list, day } = useSpeech()
  const { today } = useAsOf()
  const { account, roles, person, endsAt, lastSeenAt, isMe } = member
  return (
    <tr>
      <td className="name">
        {account.name}
        {isMe ? <span className="soft">{` ${words('members.you')}`}</span> : null}
        <br />
        <span className="quiet email">{account.email}</span>
      </td>
      <td>
        {list(roles.map((role) => words(`accountRole.${role}`)))}
        {endsAt === null ? null : (
          <>
            <br />
            <span className="quiet">{words('members.ends', { day: day(localDay(endsAt)) })}</span>
          </>
        )}
      </td>
      <td>
        {person === null ? (
          <span className="quiet">{words('members.noPerson')}</span>
        ) : (
          <Go to={`registers/person/${person.id}`}>{person.title}</Go>
        )}
      </td>
      <td data-l={words('members.seen')}>{lastSeenAt === null ? words('members.never') : recent(lastSeenAt, today)}</td>
      {onChange === null ? null : (
        <td>
          <button
            type="button"
            className="link"
            aria-label={words('members.change.of', { name: account.name })}
            onClick={onChange}
          >
            {words('members.change')}
          </button>
        </td>
      )}
    </tr>
  )
}
