import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../../api.ts'
import { Go } from '../../Go.tsx'
import { findingsOf, type ReadinessReply, sentencesOf } from '../../readiness.ts'
import { remedyLink } from '../../remedy.ts'
import { useSpeech } from '../../text.ts'
import { AskSomebody } from '../asking/AskSomebody.tsx'
import { nextOnPath, type PathReply, type PathStep } from '../path/path.ts'

interface NextStepsProps {
  readonly answer: ReadinessReply
}

const STEPS = 3

/** Three findings as things to do, those of the path's next steps first: what clears each, and the way to it. */
export function NextSteps({ answer }: NextStepsProps): ReactNode {
  const { words } = useSpeech()
  const api = useApi()
  const path = useQuery(api.read<PathReply>('path', {}))
  if (path.isPending) return null
  const open = findingsOf(answer).filter(({ inHand }) => inHand === null)
  const steps = nextOnPath(open, path.data).slice(0, STEPS)
  return (
    <section className="sect" aria-labelledby="steps">
      <div className="head">
        <h2 id="steps">{words('today.steps', { n: steps.length })}</h2>
        <span className="small end">
          <Go to="readiness">{words('today.allFindings')}</Go>
        </span>
      </div>
      {steps.length === 0 ? <p className="empty">{words('today.noSteps')}</p> : null}
      <ol className="steps">
        {steps.map(({ key, finding, step }, index) =>
          finding === null ? (
            <StepLine key={key} step={step} isFirst={index === 0} />
          ) : (
            <FindingLine key={key} finding={finding} isFirst={index === 0} />
          ),
        )}
      </ol>
    </section>
  )
}

interface FindingLineProps {
  readonly finding: ReturnType<typeof findingsOf>[number]
  readonly isFirst: boolean
}

function FindingLine({ finding, isFirst }: FindingLineProps): ReactNode {
  const speech = useSpeech()
  const { words } = speech
  return (
    <li>
      <div>
        <h3>{words(finding.remedy.key)}</h3>
        <p>
          {sentencesOf(finding, speech).join(' ')}{' '}
          <span className="quiet">{words('expected.clause', { clause: finding.clause })}</span>
        </p>
        <p>
          <AskSomebody
            asked={{
              title: words(finding.remedy.key),
              // What several findings together say is no rule of the catalogue.
              ...(finding.rule.startsWith('R-') ? { rule: finding.rule } : {}),
              objects: finding.objects.map(({ id }) => id),
              assignee: finding.remedy.owner,
            }}
          />
        </p>
      </div>
      <Go {...remedyLink(finding)} className={isFirst ? 'btn do' : 'ghost do'}>
        {words('today.open')}
      </Go>
    </li>
  )
}

/** A step of which nothing stands yet. */
function StepLine({
  step: { number, waitsFor },
  isFirst,
}: {
  readonly step: PathStep
  readonly isFirst: boolean
}): ReactNode {
  const { words } = useSpeech()
  const [wait] = waitsFor
  return (
    <li>
      <div>
        <h3>{words(`path.step.${number}.title`)}</h3>
        <p>
          {words(`path.step.${number}.why`)}{' '}
          <span className="quiet">
            {wait === undefined
              ? words('today.step', { n: number })
              : words('today.step.waits', { n: number, wait, more: waitsFor.length - 1 })}
          </span>
        </p>
      </div>
      <Go to="path" search={{ step: String(number) }} className={isFirst ? 'btn do' : 'ghost do'}>
        {words('today.open')}
      </Go>
    </li>
  )
}
