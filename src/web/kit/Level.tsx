import type { ReactNode } from 'react'

export type Density = 1 | 2 | 3 | 4

interface LevelProps {
  readonly density: Density
  /** "16 zeer hoog", or only the number in a dense list. */
  readonly children: ReactNode
}

/** A level of risk as one of four densities of ink: never taken for a severity. */
export function Level({ density, children }: LevelProps): ReactNode {
  return (
    <span className={`lvl l${density}`}>
      <i />
      {children}
    </span>
  )
}
