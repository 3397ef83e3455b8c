import type { ReactNode } from 'react'
import { objective } from '../../../../modules/objectives/registers/objective.ts'
import { Go } from '../../../Go.tsx'
import type { Titles } from '../../../replies.ts'
import { useSpeech } from '../../../text.ts'
import { GapsItem } from './GapsItem.tsx'
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
            <GapsItem key={goal.id} register={objective} one={goal} fields={FIELDS} canEdit={isOpen && goal.canEdit}>
              <GoalSentence goal={goal} titles={reply.titles} />
              {goal.what === null ? null : <p className="small soft">{goal.what}</p>}
            </GapsItem>
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

interface GoalSentenceProps {
  readonly goal: Goal
  readonly titles: Titles
}

/** The number, the day and the name, as far as they are known. */
export function GoalSentence({ goal, titles }: GoalSentenceProps): ReactNode {
  const { number, day } = useSpeech()
  const { target, unit, targetDate, responsible, notMeasurableReason } = goal
  const parts = [
    target === null ? notMeasurableReason : `${number(target)}${unit === null ? '' : ` ${unit}`}`,
    targetDate === null ? null : day(targetDate),
    titles[responsible ?? '']?.title,
  ].filter((part) => part !== null && part !== undefined)
  return parts.length === 0 ? null : <p className="small num">{parts.join(' · ')}</p>
}
