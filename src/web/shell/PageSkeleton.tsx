import type { ReactNode } from 'react'
import { useText } from '../text.ts'

/** A page on its way: a head and some lines, in the places where they will be. */
export function PageSkeleton(): ReactNode {
  const words = useText()
  return (
    <div role="status" aria-label={words('state.loading')}>
      <div className="bone head-bone" />
      <div className="bone" style={{ width: '62%' }} />
      <div className="bone" style={{ width: '54%' }} />
    </div>
  )
}
