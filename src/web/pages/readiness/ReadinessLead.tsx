import type { ReactNode } from 'react'
import type { ReadinessReply } from '../../readiness.ts'
import { Sentence } from '../../Sentence.tsx'
import { useSpeech } from '../../text.ts'
import { useWhen } from '../../when.ts'

interface ReadinessLeadProps {
  readonly answer: ReadinessReply
}

export function ReadinessLead({ answer }: ReadinessLeadProps): ReactNode {
  const { words } = useSpeech()
  const when = useWhen()
  const values = {
    stage: words(`stage.${answer.stage}.named`),
    when,
    majors: answer.major.length,
    minors: answer.minor.length,
    ofis: answer.ofi.length,
    questions: answer.ready.questions,
  }
  const ready = answer.ready.ok
    ? 'readinessPage.ready'
    : answer.ready.majors > 0
      ? 'readinessPage.notReady'
      : 'readinessPage.waits'
  return (
    <p className="lead">
      <Sentence id={ready} values={values} parts={{ b: <strong /> }} />{' '}
      <Sentence id="readinessPage.would" values={values} parts={{ b: <strong /> }} />{' '}
      {answer.stage === 'S1' ? words('readinessPage.stage1') : null}
    </p>
  )
}
