import { lazy, type ReactNode } from 'react'
import { OnDemand } from '../kit/OnDemand.tsx'
import { useMe } from '../session.ts'
import { useText } from '../text.ts'
import { initials } from '../words.ts'

const MeMenuList = lazy(async () => ({ default: (await import('./MeMenuList.tsx')).MeMenuList }))

export function MeMenu(): ReactNode {
  const words = useText()
  const { account } = useMe()
  const letters = initials(account.name)
  return (
    <OnDemand asked={<MeMenuList />} className="me" label={`${letters}, ${words('shell.me', { name: account.name })}`}>
      {letters}
    </OnDemand>
  )
}
