import { lazy, type ReactNode } from 'react'
import { OnDemand } from '../kit/OnDemand.tsx'
import { useMembership } from '../session.ts'
import { useText } from '../text.ts'

const OrganisationMenuList = lazy(async () => ({
  default: (await import('./OrganisationMenuList.tsx')).OrganisationMenuList,
}))

/** The organisation at hand; pressed, the way to another. */
export function OrganisationMenu(): ReactNode {
  const words = useText()
  const here = useMembership()
  return (
    <OnDemand asked={<OrganisationMenuList />} className="bare org">
      {here.name}
      {here.isSample ? <span className="sample">{words('shell.sample')}</span> : null}
    </OnDemand>
  )
}
