import type { ReactNode } from 'react'
import { Go } from '../../Go.tsx'
import { Mark, type Severity } from '../../kit/Mark.tsx'
import { type ExpectedFinding, type ReadinessReply, sentencesOf } from '../../readiness.ts'
import { useSpeech } from '../../text.ts'
import { useWhen } from '../../when.ts'

interface ExpectedTodayProps {
  readonly answer: ReadinessReply
}

/** What an auditor would find on this day, by severity, each a way to its proof. */
export function ExpectedToday({ answer }: ExpectedTodayProps): ReactNode {
  const speech = useSpeech()
  const { words } = speech
  const when = useWhen()
  const groups: readonly (readonly [Severity, readonly ExpectedFinding[]])[] = [
    ['major', answer.major],
    ['minor', answer.minor],
    ['improve', answer.ofi],
  ]
  return (
    <section className="sect" aria-labelledby="expected">
      <div className="head">
        <h2 id="expected">{words('today.expected', { when })}</h2>
        <span className="small quiet end">{words(`stage.${answer.stage}`)}</span>
      </div>
      {groups
        .filter(([, findings]) => findings.length > 0)
        .map(([severity, findings]) => (
          <div key={severity} className="bysev">
            <h3>
              <span className={`sev ${severity}`}>
                <Mark severity={severity} isNamed={false} />
              </span>
              <b>{findings.length}</b> <span>{words(`severity.${severity}.many`, { n: findings.length })}</span>
            </h3>
            <ul>
              {findings.map((finding) => (
                <li key={finding.rule}>
                  <Go to="readiness" search={{ open: finding.rule }}>
                    <i>{sentencesOf(finding, speech).join(' ')}</i> <span>{finding.clause}</span>
                  </Go>
                </li>
              ))}
            </ul>
          </div>
        ))}
      {groups.every(([, findings]) => findings.length === 0) ? (
        <p className="empty">{words('today.nothingExpected')}</p>
      ) : null}
      <p className="small quiet after">
        {words('readinessPage.forecast')} <Go to="readiness">{words('today.withProof')}</Go>
      </p>
    </section>
  )
}
