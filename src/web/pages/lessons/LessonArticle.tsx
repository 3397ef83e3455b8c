import { useMutation, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useApi } from '../../api.ts'
import { useAsOf } from '../../as-of.ts'
import { Go } from '../../Go.tsx'
import { ListError } from '../../kit/list/ListError.tsx'
import { Problem } from '../../kit/Problem.tsx'
import { RichText } from '../../kit/RichText.tsx'
import { PageSkeleton } from '../../shell/PageSkeleton.tsx'
import { useSpeech } from '../../text.ts'
import { LessonQuestion } from './LessonQuestion.tsx'
import type { LessonLine, LessonReply, MarkedReply } from './lessons.ts'

interface LessonArticleProps {
  readonly line: LessonLine
  readonly isKept: boolean
}

/** One lesson: the text, then its questions; what was answered is explained at once and kept. */
export function LessonArticle({ line, isKept }: LessonArticleProps): ReactNode {
  const { words } = useSpeech()
  const api = useApi()
  const lesson = useQuery(api.read<LessonReply>(`lessons/${line.key}`))
  if (lesson.isPending) return <PageSkeleton />
  if (!lesson.isSuccess) return <ListError error={lesson.error} onRetry={() => void lesson.refetch()} />
  const { title, minutes, questions, text } = lesson.data
  return (
    <div className="lesson">
      <p className="crumb">
        <Go to="lessons" isCurrent={false}>
          {words('nav.lessons')}
        </Go>
      </p>
      <h1>{title}</h1>
      <p className="lead">{words('lessons.size', { minutes, questions: questions.length })}</p>
      <article aria-label={title}>
        <RichText html={text} />
      </article>
      <LessonForm lesson={lesson.data} isKept={isKept} />
    </div>
  )
}

function LessonForm({ lesson, isKept }: { readonly lesson: LessonReply; readonly isKept: boolean }): ReactNode {
  const { words } = useSpeech()
  const api = useApi()
  const { tense } = useAsOf()
  const [chosen, setChosen] = useState<Readonly<Record<number, number>>>({})
  const answers = lesson.questions.flatMap((_, index) => chosen[index] ?? [])
  const follow = useMutation({
    mutationFn: () => api.send<MarkedReply>('POST', `lessons/${lesson.key}`, { body: { answers } }),
    onSuccess: () => api.refresh(),
  })
  const marked = follow.data ?? null
  const isWhole = answers.length === lesson.questions.length
  return (
    <section className="sect" aria-labelledby="questions">
      <h2 id="questions">{words('lessons.questions')}</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          follow.mutate()
        }}
      >
        {lesson.questions.map((question, index) => (
          <LessonQuestion
            key={question.ask}
            question={question}
            chosen={chosen[index] ?? null}
            marked={marked?.answers[index] ?? null}
            onChoose={(option) => setChosen({ ...chosen, [index]: option })}
          />
        ))}
        <Problem error={follow.error} />
        {marked !== null || tense !== 'present' ? null : (
          <p className="btns">
            <button type="submit" className="btn big" disabled={!isWhole || !isKept || follow.isPending}>
              {words('lessons.send')}
            </button>
          </p>
        )}
        {isKept ? null : <p className="small soft">{words('lessons.notKept')}</p>}
      </form>
      {marked === null ? null : (
        <div role="status" className="field">
          <p className="lead">{words(marked.isPassed ? 'lessons.passed' : 'lessons.failed')}</p>
          <p className="btns">
            {marked.isPassed ? (
              <Go to="" className="btn">
                {words('lessons.today')}
              </Go>
            ) : (
              <button
                type="button"
                className="btn"
                onClick={() => {
                  setChosen({})
                  follow.reset()
                }}
              >
                {words('lessons.again')}
              </button>
            )}
          </p>
        </div>
      )}
    </section>
  )
}
