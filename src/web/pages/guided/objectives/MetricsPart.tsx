import { type ReactNode, useState } from 'react'
import { metric } from '../../../../modules/objectives/registers/metric.ts'
import { Go } from '../../../Go.tsx'
import { Mark } from '../../../kit/Mark.tsx'
import type { Titles } from '../../../replies.ts'
import { useSpeech } from '../../../text.ts'
import { FieldsForm } from '../FieldsForm.tsx'
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
          <MetricItem key={line.id} line={line} titles={titles} canEdit={isOpen && line.canEdit} />
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

interface MetricItemProps {
  readonly line: MetricLine
  readonly titles: Titles
  readonly canEdit: boolean
}

function MetricItem({ line, titles, canEdit }: MetricItemProps): ReactNode {
  const { words, list } = useSpeech()
  const [isChanging, setChanging] = useState(false)
  const { id, number, title, subject, frequencyMonths, whoMeasures, gaps } = line
  const facts = [
    subject === null ? null : words(`metric.subject.${subject}`),
    frequencyMonths === null ? null : words('guide.objectives.every', { n: frequencyMonths }),
    titles[whoMeasures ?? '']?.title,
  ].filter((fact) => fact !== null && fact !== undefined)
  const act = words(gaps.length > 0 ? 'guide.objectives.fill' : 'guide.objectives.change')
  return (
    <li>
      <p>
        <Mark severity={gaps.length > 0 ? 'question' : 'ok'} isNamed={false} /> <b>{title}</b>{' '}
        <Go to={`registers/metric/${id}`} className="small">
          {number}
        </Go>
      </p>
      {facts.length === 0 ? null : <p className="small soft">{facts.join(' · ')}</p>}
      {gaps.length === 0 ? null : (
        <p className="small">{words('guide.objectives.gaps', { fields: list(gaps.map((gap) => words(gap))) })}</p>
      )}
      {canEdit ? (
        <button
          type="button"
          className="ghost"
          aria-expanded={isChanging}
          aria-label={words('guide.objectives.changeNamed', { act, title })}
          onClick={() => setChanging(!isChanging)}
        >
          {act}
        </button>
      ) : null}
      {isChanging ? <FieldsForm register={metric} id={id} fields={FIELDS} onDone={() => setChanging(false)} /> : null}
    </li>
  )
}
