import type { ReactNode } from 'react'
import { useText } from '../../text.ts'
import type { PathStep } from './path.ts'

const RING = { cx: 6, cy: 6, r: 4.8, fill: 'none', stroke: 'currentColor', strokeWidth: 1.4 } as const

const SHAPES: Readonly<Record<PathStep['state'], ReactNode>> = {
  done: <path d="M1 6.5l3.4 3.4L11 2.5" fill="none" stroke="currentColor" strokeWidth="2" />,
  busy: (
    <>
      <circle {...RING} />
      <path d="M6 1.2a4.8 4.8 0 010 9.6z" fill="currentColor" />
    </>
  ),
  open: <circle {...RING} />,
  waits: <circle {...RING} strokeDasharray="2 2.3" />,
}

const INKS: Readonly<Record<PathStep['state'], string>> = { done: 'ok', busy: 'ink', open: 'ink', waits: 'pale' }

/** Where a step stands, as a shape with its word. */
export function StepMark({
  state,
  isNamed = true,
}: {
  readonly state: PathStep['state']
  readonly isNamed?: boolean
}): ReactNode {
  const words = useText()
  const name = isNamed
    ? ({ role: 'img', 'aria-label': words(`path.state.${state}`) } as const)
    : { 'aria-hidden': true }
  return (
    <svg className={`mark ${INKS[state]}`} viewBox="0 0 12 12" {...name}>
      {SHAPES[state]}
    </svg>
  )
}
