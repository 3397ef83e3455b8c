import { type ReactNode, useState } from 'react'
import { objective } from '../../../../modules/objectives/registers/objective.ts'
import { Go } from '../../../Go.tsx'
import { Mark } from '../../../kit/Mark.tsx'
import type { Titles } from '../../../replies.ts'
import { useSpeech } from '../../../text.ts'
import { FieldsForm } from '../FieldsForm.tsx'
import { GoalForm } from './GoalForm.tsx'
import type { Goal, ObjectivesReply } from './objectives.ts'

interface GoalsPartProps {
  readonly reply: ObjectivesReply
  readonly isOpen: boolean
}

/** What wants to be reached, goal by goal; what the interview proposed stands ready and is made one's own. */
export function GoalsPart({ reply, isOpen }: GoalsPartProps): ReactNode {
  const { words } = useSpeech()
  const { objectives } = reply
  return (
    <>
      <p className="text partwhy">{words('guide.objectives.goals.why')}</p>
      {objectives.length === 0 ? (
        <p className="empty">
          {words('guide.objectives.goals.none')} <Go to="interview">{words('nav.interview')}</Go>
        </p>
      ) : (
        <ul className="choices">
          {objectives.map((goal) => (
            <GoalLine key={goal.id} goal={goal} titles={reply.titles} canEdit={isOpen && goal.canEdit} />
          ))}
        </ul>
      )}
      {isOpen && reply.can.write ? <GoalForm reply={reply} /> : null}
    </>
  )
}

/** Asked in the order in which one thinks: what, how much, by when, who, with what. */
const FIELDS = [
  'title',
  'what',
  'metric',
  'target',
  'unit',
  'targetDate',
  'responsible',
  'due',
  'resources',
  'evaluationMethod',
  'policyTheme',
  'risks',
  'requirements',
  'notMeasurableReason',
] as const

interface GoalLineProps {
  readonly goal: Goal
  readonly titles: Titles
  readonly canEdit: boolean
}

function GoalLine({ goal, titles, canEdit }: GoalLineProps): ReactNode {
  const { words, list } = useSpeech()
  const [isChanging, setChanging] = useState(false)
  const { id, number, title, what, gaps } = goal
  const act = words(gaps.length > 0 ? 'guide.objectives.fill' : 'guide.objectives.change')
  return (
    <li>
      <p>
        <Mark severity={gaps.length > 0 ? 'question' : 'ok'} isNamed={false} /> <b>{title}</b>{' '}
        <Go to={`registers/objective/${id}`} className="small">
          {number}
        </Go>
      </p>
      <GoalSentence goal={goal} titles={titles} />
      {what === null ? null : <p className="small soft">{what}</p>}
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
      {isChanging ? (
        <FieldsForm register={objective} id={id} fields={FIELDS} onDone={() => setChanging(false)} />
      ) : null}
    </li>
  )
}

/** The number, the day and the name, as far as they are known. */
export function GoalSentence({ goal, titles }: Pick<GoalLineProps, 'goal' | 'titles'>): ReactNode {
  const { number, day } = useSpeech()
  const { target, unit, targetDate, responsible, notMeasurableReason } = goal
  const parts = [
    target === null ? notMeasurableReason : `${number(target)}${unit === null ? '' : ` ${unit}`}`,
    targetDate === null ? null : day(targetDate),
    titles[responsible ?? '']?.title,
  ].filter((part) => part !== null && part !== undefined)
  return parts.length === 0 ? null : <p className="small num">{parts.join(' · ')}</p>
}
