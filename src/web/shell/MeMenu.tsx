import { lazy, type ReactNode } from 'react'
import { useMe } from '../session.ts'
import { useText } from '../text.ts'
import { initials } from '../words.ts'
import { OnDemand } from '../kit/OnDemand.tsx'

const MeMenuList = lazy(async () => ({ default: (await import('./MeMenuList.tsx')).MeMenuList }))

export function MeMenu(): ReactNode {
  const words = useText()
  const { account } = useMe()
  return (
    <OnDemand asked={<MeMenuList />} className="me" label={words('shell.me', { name: account.name })}>
      <span aria-hidden="true">{initials(account.name)}</span>
    </OnDemand>
  )
}
