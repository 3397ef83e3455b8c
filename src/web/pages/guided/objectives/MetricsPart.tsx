import type { ReactNode } from 'react'
import { metric } from '../../../../modules/objectives/registers/metric.ts'
import { Go } from '../../../Go.tsx'
import type { Titles } from '../../../replies.ts'
import { useSpeech } from '../../../text.ts'
import { GapsItem } from './GapsItem.tsx'
import type { MetricLine, ObjectivesReply } from './objectives.ts'

interface MetricsPartProps {
  readonly reply: ObjectivesReply
  readonly isOpen: boolean
}

/** What is measured, by whom and how often: of the measures, and of the system itself. */
export function MetricsPart({ reply, isOpen }: MetricsPartProps): ReactNode {
  const { words } = useSpeech()
  const { metrics, unmeasured, titles } = reply
  return (
    <>
      <p className="text partwhy">{words('guide.objectives.metrics.why')}</p>
      {unmeasured.map((kind) => (
        <p key={kind} className="note plain">
          {words(`guide.objectives.unmeasured.${kind}`)}
        </p>
      ))}
      <ul className="choices">
        {metrics.map((line) => (
          <GapsItem key={line.id} register={metric} one={line} fields={FIELDS} canEdit={isOpen && line.canEdit}>
            <MetricFacts line={line} titles={titles} />
          </GapsItem>
        ))}
      </ul>
      {isOpen && reply.can.measure ? (
        <p className="btns">
          <Go to="registers/metric/new" className="ghost">
            {words('guide.objectives.metrics.add')}
          </Go>
        </p>
      ) : null}
    </>
  )
}

const FIELDS = [
  'title',
  'subject',
  'subjects',
  'method',
  'unit',
  'limitLow',
  'limitHigh',
  'frequencyMonths',
  'startsOn',
  'whenMeasured',
  'whoMeasures',
  'whenEvaluated',
  'whoEvaluates',
  'owner',
] as const

interface MetricFactsProps {
  readonly line: MetricLine
  readonly titles: Titles
}

/** Of what it is, how often and by whom, as far as they are known. */
function MetricFacts({ line: { subject, frequencyMonths, whoMeasures }, titles }: MetricFactsProps): ReactNode {
  const { words } = useSpeech()
  const facts = [
    subject === null ? null : words(`metric.subject.${subject}`),
    frequencyMonths === null ? null : words('guide.objectives.every', { n: frequencyMonths }),
    titles[whoMeasures ?? '']?.title,
  ].filter((fact) => fact !== null && fact !== undefined)
  return facts.length === 0 ? null : <p className="small soft">{facts.join(' · ')}</p>
}
