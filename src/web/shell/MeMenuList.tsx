import { Menu } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { request } from '../client.ts'
import { useMe, useMembership } from '../session.ts'
import { useSpeech } from '../text.ts'
import { initials } from '../words.ts'

export function MeMenuList(): ReactNode {
  const { words, list } = useSpeech()
  const { account } = useMe()
  const { roles, person } = useMembership()
  const client = useQueryClient()
  const navigate = useNavigate()
  const signOut = async (): Promise<void> => {
    await request('POST', '/auth/sign-out', { body: {} })
    await navigate({ to: '/sign-in' })
    client.clear()
  }
  return (
    <Menu defaultOpened position="bottom-end" width={280}>
      <Menu.Target>
        <button type="button" className="me" aria-label={words('shell.me', { name: account.name })}>
          {initials(account.name)}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{words('shell.account')}</Menu.Label>
        <p className="small mefacts">
          <b>{account.name}</b>
          <br />
          <span className="quiet">{account.email}</span>
          <br />
          <span className="quiet">{list(roles.map((role) => words(`accountRole.${role}`)))}</span>
          {person === null ? (
            <>
              <br />
              <span className="quiet">{words('shell.noPerson')}</span>
            </>
          ) : null}
        </p>
        <Menu.Divider />
        <Menu.Item onClick={() => void signOut()}>{words('shell.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
