import { useSuspenseQuery } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { meQuery } from '../session.ts'
import { PlainPage } from '../shell/PlainPage.tsx'
import { startQuery } from '../start.ts'
import { useText } from '../text.ts'
import { StartChoice } from './start/StartChoice.tsx'
import { StartForm } from './start/StartForm.tsx'

/** First run: the first account and organisation, then what to begin with. Later: another organisation. */
export function StartPage(): ReactNode {
  const words = useText()
  const { data: start } = useSuspenseQuery(startQuery)
  const { data: me } = useSuspenseQuery(meQuery)
  const [made, setMade] = useState<string | null>(null)
  if (made !== null) return <StartChoice slug={made} />
  if (me === null && !start.isFirst) return <Navigate to="/sign-in" />
  return (
    <PlainPage
      title={words(me === null ? 'start.title' : 'start.another')}
      lead={words(me === null ? 'start.lead' : 'start.another.lead')}
    >
      <StartForm isFirst={me === null} onMade={setMade} />
    </PlainPage>
  )
}
