import type { ReactNode } from 'react'
import { useAddress } from '../../address.ts'
import { Mark } from '../../kit/Mark.tsx'
import { Said } from '../../kit/Said.tsx'
import { markOf, type ReadinessReply, sentencesOf } from '../../readiness.ts'
import type { Titles } from '../../replies.ts'
import { useSpeech } from '../../text.ts'
import { FindingBody } from './FindingBody.tsx'

interface FindingItemProps {
  readonly finding: ReadinessReply['major'][number]
  readonly answer: ReadinessReply
  readonly names: Titles
}

/** One expected finding on a line; opened, with its proof. Which one is open stands in the address. */
export function FindingItem({ finding, answer, names }: FindingItemProps): ReactNode {
  const speech = useSpeech()
  const address = useAddress()
  const owner = finding.remedy.owner === null ? undefined : names[finding.remedy.owner]
  const isOpen = address.get('open') === finding.rule
  return (
    <details className="finding" open={isOpen}>
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- a summary is pressed by key as by mouse */}
      <summary
        onClick={(event) => {
          event.preventDefault()
          address.set({ open: isOpen ? undefined : finding.rule }, { replace: true })
        }}
      >
        <Mark severity={markOf(finding)} />
        <span className="cl num">{finding.clause}</span>
        <span className="say">
          <Said text={sentencesOf(finding, speech).join(' ')} />
        </span>
        <span className="who">{owner?.title ?? ''}</span>
        <span className="since num">{finding.since === null ? '' : speech.shortDay(finding.since, answer.at)}</span>
      </summary>
      {isOpen ? <FindingBody finding={finding} answer={answer} /> : null}
    </details>
  )
}
