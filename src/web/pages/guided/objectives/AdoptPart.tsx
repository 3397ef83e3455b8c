import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../../../api.ts'
import { Go } from '../../../Go.tsx'
import { Mark } from '../../../kit/Mark.tsx'
import { Problem } from '../../../kit/Problem.tsx'
import { useSpeech } from '../../../text.ts'
import { GoalSentence } from './GoalsPart.tsx'
import type { Goal, ObjectivesReply } from './objectives.ts'

interface AdoptPartProps {
  readonly reply: ObjectivesReply
  readonly isOpen: boolean
}

/** The director sets the goals, all that lack nothing at once; what was set is told with name and day. */
export function AdoptPart({ reply, isOpen }: AdoptPartProps): ReactNode {
  const { words, day } = useSpeech()
  const { objectives, titles } = reply
  const drafts = objectives.filter(({ state }) => state === 'draft')
  const ready = drafts.filter(({ isWhole }) => isWhole)
  const unready = drafts.length - ready.length
  const set = objectives.filter(({ state }) => state === 'active')
  return (
    <>
      <p className="text partwhy">{words('guide.objectives.adopt.why')}</p>
      {unready === 0 ? null : (
        <p className="small">
          {words('guide.objectives.adopt.unready', { n: unready })}{' '}
          <Go to="guide-objectives" search={{ part: 'goals' }} isCurrent={false}>
            {words('guide.objectives.part.goals')}
          </Go>
        </p>
      )}
      {objectives.length === 0 ? <p className="empty">{words('guide.objectives.goals.none')}</p> : null}
      <ul className="choices">
        {ready.map((goal) => (
          <li key={goal.id}>
            <p>
              <Mark severity="question" isNamed={false} /> <b>{goal.title}</b>
            </p>
            <GoalSentence goal={goal} titles={titles} />
          </li>
        ))}
        {set.map((goal) => (
          <li key={goal.id}>
            <p>
              <Mark severity="ok" isNamed={false} /> <b>{goal.title}</b>
            </p>
            <p className="small soft">
              {words('guide.objectives.adopt.set', {
                name: titles[goal.approvedBy ?? '']?.title ?? '',
                day: goal.approvedAt === null ? '' : day(goal.approvedAt),
              })}
            </p>
          </li>
        ))}
      </ul>
      {isOpen && ready.length > 0 ? <Adopting ready={ready} approve={reply.can.approve} /> : null}
    </>
  )
}

interface AdoptingProps {
  readonly ready: readonly Goal[]
  readonly approve: ObjectivesReply['can']['approve']
}

function Adopting({ ready, approve }: AdoptingProps): ReactNode {
  const { words, has } = useSpeech()
  const api = useApi()
  const why = approve.ok ? null : `refusal.${approve.why}`
  const adopt = useMutation({
    mutationFn: () =>
      api.send('POST', 'guides/objectives/adopted', {
        body: { objectives: ready.map(({ id, version }) => ({ id, version })) },
      }),
    onSettled: () => api.refresh(),
  })
  return (
    <>
      <p className="btns">
        <button type="button" className="btn" disabled={!approve.ok || adopt.isPending} onClick={() => adopt.mutate()}>
          {words('guide.objectives.adopt', { n: ready.length })}
        </button>
      </p>
      {why !== null && has(why) ? <p className="small soft">{words(why)}</p> : null}
      <Problem error={adopt.error} />
    </>
  )
}
