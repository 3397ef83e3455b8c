import type { CSSProperties, ReactNode } from 'react'
import { Mark } from '../../kit/Mark.tsx'
import { useSpeech } from '../../text.ts'
import type { Line } from './lines.ts'

interface EvidenceAgeProps {
  readonly line: Line
}

const DAYS_PER_MONTH = 30.4
/** The line runs on a little past the own term, so that what is too old still has a place. */
const BEYOND = 1.3

/** How old the newest accepted evidence is against the own term; the age is in words, the line shows how much is left. */
export function EvidenceAge({ line }: EvidenceAgeProps): ReactNode {
  const { words, shortDay } = useSpeech()
  if (line.included !== true) return null
  const [action] = line.actions
  if (line.evidence === null) {
    return line.implementationStatus === 'implemented' || action === undefined ? (
      <span className="age none">
        <i />
        <span className="fault">
          <Mark severity="minor" isNamed={false} /> {words('soa.noEvidence')}
        </span>
      </span>
    ) : (
      <span className="quiet">
        {action.due === null ? words('soa.action') : words('soa.actionBy', { day: shortDay(action.due, action.due) })}
      </span>
    )
  }
  const { ageDays, intervalMonths, isFresh } = line.evidence
  const term = intervalMonths * DAYS_PER_MONTH * BEYOND
  const place: CSSProperties = { '--a': Math.min(1, ageDays / term), '--m': 1 / BEYOND }
  return (
    <span className="age" style={place}>
      <i />
      <span className={isFresh ? undefined : 'fault'}>
        {isFresh ? null : <Mark severity="minor" isNamed={false} />} {words('soa.age', { n: ageDays })}
      </span>
    </span>
  )
}
