import type { ReactNode } from 'react'
import { Go } from '../../Go.tsx'
import { Mark } from '../../kit/Mark.tsx'
import { Said } from '../../kit/Said.tsx'
import { type ExpectedFinding, markOf, sentencesOf } from '../../readiness.ts'
import { useSpeech } from '../../text.ts'
import { useWhen } from '../../when.ts'
import { countsOf } from './counts.ts'

interface PreviewSectionProps {
  readonly findings: readonly ExpectedFinding[]
}

const SHOWN = 5

/** At stage 1: what stage 2 would raise if it were today. */
export function PreviewSection({ findings }: PreviewSectionProps): ReactNode {
  const speech = useSpeech()
  const { words } = speech
  const when = useWhen()
  if (findings.length === 0) return null
  return (
    <section aria-labelledby="preview">
      <h2 id="preview" className="under">
        {words('readinessPage.preview', { when })}
      </h2>
      <p className="small sevs">
        {countsOf(findings).map(({ severity, n }) => (
          <span key={severity} className={`sev ${severity}`}>
            <Mark severity={severity} isNamed={false} />
            {`${n} ${words(`severity.${severity}.many`, { n })}`}
          </span>
        ))}
      </p>
      <ul className="lines hang small">
        {findings.slice(0, SHOWN).map((finding) => (
          <li key={finding.rule}>
            <Mark severity={markOf(finding)} /> <Said text={sentencesOf(finding, speech).join(' ')} />
          </li>
        ))}
      </ul>
      <p className="small after">
        <Go to="readiness" search={{ stage: 'S2' }} isCurrent={false}>
          {words('readinessPage.preview.all', { n: findings.length })}
        </Go>
      </p>
    </section>
  )
}
