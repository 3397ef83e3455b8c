import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useAddress } from '../address.ts'
import { useApi } from '../api.ts'
import { Go } from '../Go.tsx'
import { ListError } from '../kit/list/ListError.tsx'
import { Mark } from '../kit/Mark.tsx'
import { PageSkeleton } from '../shell/PageSkeleton.tsx'
import { useSpeech } from '../text.ts'
import { LessonArticle } from './lessons/LessonArticle.tsx'
import type { LessonLine, LessonsReply } from './lessons/lessons.ts'

/** What everybody must know, as short lessons: those that are asked in front, the others to be followed at any time. */
export function LessonsPage(): ReactNode {
  const { words } = useSpeech()
  const api = useApi()
  const address = useAddress()
  const list = useQuery(api.read<LessonsReply>('lessons'))
  if (list.isPending) return <PageSkeleton />
  if (!list.isSuccess) return <ListError error={list.error} onRetry={() => void list.refetch()} />
  const { lessons, isKept } = list.data
  const opened = lessons.find(({ key }) => key === address.get('lesson'))
  if (opened !== undefined) return <LessonArticle key={opened.key} line={opened} isKept={isKept} />
  return (
    <>
      <div className="head">
        <h1>{words('nav.lessons')}</h1>
      </div>
      <p className="lead">{words('lessons.lead', { asked: lessons.filter(({ asked }) => asked !== null).length })}</p>
      {isKept ? null : <p className="note plain text">{words('lessons.notKept')}</p>}
      <ul className="lines lessons">
        {lessons.map((line) => (
          <LessonRow key={line.key} line={line} />
        ))}
      </ul>
    </>
  )
}

function LessonRow({
  line: { key, title, minutes, questions, passedAt, asked },
}: {
  readonly line: LessonLine
}): ReactNode {
  const { words, day, longDay } = useSpeech()
  return (
    <li className="duty">
      <span>
        <Go to="lessons" search={{ lesson: key }} isCurrent={false}>
          {title}
        </Go>
        <br />
        <span className="small quiet">
          {words('lessons.size', { minutes, questions })}
          {passedAt === null ? null : (
            <>
              {', '}
              <Mark severity="ok" /> {words('lessons.passedAt', { day: day(passedAt) })}
            </>
          )}
        </span>
        {asked === null ? null : (
          <>
            <br />
            <span className="small">
              {words(asked.due === null ? 'lessons.asked' : 'lessons.askedBy', {
                round: asked.title,
                day: asked.due === null ? '' : longDay(asked.due),
              })}
            </span>
          </>
        )}
      </span>
      <Go to="lessons" search={{ lesson: key }} isCurrent={false} className={asked === null ? 'ghost do' : 'btn do'}>
        {words('lessons.begin')} <span className="hide">{title}</span>
      </Go>
    </li>
  )
}
