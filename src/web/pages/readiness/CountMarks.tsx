import type { ReactNode } from 'react'
import { Mark, type Severity } from '../../kit/Mark.tsx'
import { useText } from '../../text.ts'

type Counted = 'major' | 'minor' | 'ofi'

interface CountMarksProps {
  readonly counts: Readonly<Record<Counted, number>>
  /** Whether a severity of which there is nothing is told as well. */
  readonly isWhole?: boolean
}

const SHOWN: readonly (readonly [Severity, Counted])[] = [
  ['major', 'major'],
  ['minor', 'minor'],
  ['improve', 'ofi'],
]

/** How many findings of each severity, each with its mark and its name. */
export function CountMarks({ counts, isWhole = false }: CountMarksProps): ReactNode {
  const words = useText()
  return SHOWN.filter(([, name]) => isWhole || counts[name] > 0).map(([severity, name]) => (
    <span key={severity} className={`sev ${severity}`}>
      <Mark severity={severity} isNamed={false} />
      {`${counts[name]} ${words(`severity.${severity}.many`, { n: counts[name] })}`}
    </span>
  ))
}
