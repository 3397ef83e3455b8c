import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useAddress, useParam } from './address.ts'
import type { Search } from './search.ts'

interface GoProps {
  /** Below the organisation: `registers/risk`; empty for its first page. */
  readonly to: string
  readonly search?: Search
  readonly className?: string
  readonly children: ReactNode
  readonly exact?: boolean
  /** Whether this is where we are, for links that differ in what stands behind the `?`. */
  readonly isCurrent?: boolean
  readonly label?: string
  readonly tabIndex?: number
  readonly onFocus?: () => void
}

/** A link inside the organisation. The day that is looked at comes along. */
export function Go({
  to,
  search = {},
  className,
  children,
  exact = true,
  isCurrent,
  label,
  tabIndex,
  onFocus,
}: GoProps): ReactNode {
  const address = useAddress()
  const organisation = useParam('organisation')
  return (
    <Link
      to={to === '' ? `/${organisation}` : `/${organisation}/${to}`}
      search={{ at: address.get('at') ?? undefined, mode: address.get('mode') ?? undefined, ...search }}
      activeOptions={{ exact, includeSearch: false }}
      activeProps={isCurrent === undefined ? { 'aria-current': 'page' } : {}}
      {...(isCurrent === true ? { 'aria-current': 'true' as const } : {})}
      {...(className === undefined ? {} : { className })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(tabIndex === undefined ? {} : { tabIndex })}
      {...(onFocus === undefined ? {} : { onFocus })}
    >
      {children}
    </Link>
  )
}
