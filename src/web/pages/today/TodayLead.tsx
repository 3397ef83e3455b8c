import type { ReactNode } from 'react'
import { daysBetween } from '../../days.ts'
import { Go } from '../../Go.tsx'
import type { ReadinessReply } from '../../readiness.ts'
import { Sentence } from '../../Sentence.tsx'
import { useText } from '../../text.ts'
import { useWhen } from '../../when.ts'
import { type Audit, nextAudit } from './today.ts'

interface TodayLeadProps {
  readonly answer: ReadinessReply
  readonly audits: readonly Audit[]
  readonly day: string
}

/** The sentence that opens the page: when the auditor comes, and what he would find today. */
export function TodayLead({ answer, audits, day }: TodayLeadProps): ReactNode {
  const words = useText()
  const when = useWhen()
  const next = nextAudit(audits, day)
  const values = {
    majors: answer.major.length,
    minors: answer.minor.length,
    stage: words(`stage.${answer.stage}.named`),
    when,
  }
  const parts = { b: <strong />, a: <Go to="readiness" /> }
  return (
    <p className="lead">
      {next === null ? (
        <Sentence id="today.noAudit" parts={{ a: <Go to="registers/organisation" /> }} />
      ) : (
        <Sentence
          id="today.audit"
          values={{ days: daysBetween(day, next.date), stage: words(`stage.${next.stage}.named`) }}
          parts={parts}
        />
      )}{' '}
      <Sentence id="today.wouldFind" values={values} parts={parts} />{' '}
      {answer.question.length > 0 ? words('today.questions', { n: answer.question.length }) : null}
    </p>
  )
}
