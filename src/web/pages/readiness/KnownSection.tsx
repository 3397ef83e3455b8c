import type { ReactNode } from 'react'
import { Mark } from '../../kit/Mark.tsx'
import { RecordLink } from '../../kit/RecordLink.tsx'
import { Said } from '../../kit/Said.tsx'
import { useNames } from '../../names.ts'
import { type ExpectedFinding, markOf, sentencesOf } from '../../readiness.ts'
import { useSpeech } from '../../text.ts'

interface KnownSectionProps {
  readonly findings: readonly ExpectedFinding[]
}

/** What the organisation found itself and has in hand: an auditor sees it, and does not raise it again. */
export function KnownSection({ findings }: KnownSectionProps): ReactNode {
  const speech = useSpeech()
  const names = useNames(findings.map(({ inHand }) => inHand))
  if (findings.length === 0) return null
  return (
    <section aria-labelledby="known">
      <h2 id="known" className="under">
        {speech.words('readinessPage.known')}
      </h2>
      <ul className="lines hang small">
        {findings.map((finding) => (
          <li key={finding.rule}>
            <Mark severity={markOf(finding)} /> <Said text={sentencesOf(finding, speech).join(' ')} />{' '}
            {finding.inHand === null ? null : <RecordLink id={finding.inHand} titles={names} />}
          </li>
        ))}
      </ul>
    </section>
  )
}
