import { useLocation, useRouter } from '@tanstack/react-router'
import type { MouseEvent, ReactNode } from 'react'
import { useAddress, useParam } from './address.ts'
import type { Search } from './search.ts'

interface GoProps {
  /** Below the organisation: `registers/risk`; empty for its first page. */
  readonly to: string
  readonly search?: Search
  readonly className?: string
  /** Left out only inside a `Sentence`, which puts its words in. */
  readonly children?: ReactNode
  /** Whether this is where we are; told by the path where it is not given. */
  readonly isCurrent?: boolean
  readonly label?: string
  readonly tabIndex?: number
  readonly onFocus?: () => void
}

/** A link inside the organisation. The day that is looked at comes along. */
export function Go({ to, search = {}, className, children, isCurrent, label, tabIndex, onFocus }: GoProps): ReactNode {
  const router = useRouter()
  const address = useAddress()
  const { pathname } = useLocation()
  const organisation = useParam('organisation')
  const path = to === '' ? `/${organisation}` : `/${organisation}/${to}`
  const target = {
    to: path,
    search: { at: address.get('at') ?? undefined, mode: address.get('mode') ?? undefined, ...search },
  }
  const isHere = isCurrent ?? (pathname === path || (to !== '' && pathname.startsWith(`${path}/`)))
  const follow = (event: MouseEvent): void => {
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    ) {
      return
    }
    event.preventDefault()
    void router.navigate({ ...target, resetScroll: pathname !== path })
  }
  return (
    <a
      href={router.buildLocation(target).href}
      className={className}
      aria-current={isHere ? 'page' : undefined}
      aria-label={label}
      tabIndex={tabIndex}
      onFocus={onFocus}
      onClick={follow}
    >
      {children}
    </a>
  )
}
