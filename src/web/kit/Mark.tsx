import type { ReactNode } from 'react'
import { useText } from '../text.ts'

export const SEVERITIES = ['major', 'minor', 'improve', 'question', 'ok'] as const
export type Severity = (typeof SEVERITIES)[number]

interface MarkProps {
  readonly severity: Severity
  /** Says the word to those who hear the page. Leave it out only where the word stands beside the mark. */
  readonly isNamed?: boolean
}

const SHAPES: Readonly<Record<Severity, ReactNode>> = {
  major: <path d="M6 0l6 6-6 6-6-6z" fill="currentColor" />,
  minor: <path d="M6 .8L12 11.2H0z" fill="currentColor" />,
  improve: <circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" strokeWidth="2" />,
  question: (
    <>
      <path
        d="M3.2 3.9C3.2 2.3 4.4 1.2 6 1.2s2.8 1 2.8 2.4c0 2-2.7 2-2.7 4.1"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
      />
      <circle cx="6.1" cy="10.4" r="1.2" fill="currentColor" />
    </>
  ),
  ok: <path d="M1 6.5l3.4 3.4L11 2.5" fill="none" stroke="currentColor" strokeWidth="2" />,
}

/** A severity as a shape: told apart without colour, and always with its word. */
export function Mark({ severity, isNamed = true }: MarkProps): ReactNode {
  const words = useText()
  const name = isNamed
    ? ({ role: 'img', 'aria-label': words(`severity.${severity}`) } as const)
    : { 'aria-hidden': true }
  return (
    <svg className={`mark ${severity}`} viewBox="0 0 12 12" {...name}>
      {SHAPES[severity]}
    </svg>
  )
}
