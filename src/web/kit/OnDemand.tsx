import { type ReactNode, Suspense, useState } from 'react'

interface OnDemandProps {
  /** What takes the button's place once it is pressed: the same button with its menu open. */
  readonly asked: ReactNode
  readonly className: string
  readonly label?: string
  readonly children: ReactNode
}

/** A button whose menu is fetched when it is first pressed: what floats is a third of the first page's script. */
export function OnDemand({ asked, className, label, children }: OnDemandProps): ReactNode {
  const [isAsked, setAsked] = useState(false)
  const button = (
    <button
      type="button"
      className={className}
      aria-haspopup="true"
      aria-expanded={isAsked}
      aria-label={label}
      onClick={() => setAsked(true)}
    >
      {children}
    </button>
  )
  return isAsked ? <Suspense fallback={button}>{asked}</Suspense> : button
}
