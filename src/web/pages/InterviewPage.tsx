import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useAddress } from '../address.ts'
import { useApi } from '../api.ts'
import { useAsOf } from '../as-of.ts'
import { Go } from '../Go.tsx'
import { ListError } from '../kit/list/ListError.tsx'
import { PageSkeleton } from '../shell/PageSkeleton.tsx'
import { useText } from '../text.ts'
import { useAnswers } from './interview/answers.ts'
import { ChapterForm } from './interview/ChapterForm.tsx'
import { ChapterNav } from './interview/ChapterNav.tsx'
import { DraftsPart } from './interview/DraftsPart.tsx'
import { END, type InterviewReply } from './interview/interview.ts'

/** The start interview: a handful of questions at a time, kept as they are answered, and at the end what follows from them. */
export function InterviewPage(): ReactNode {
  const api = useApi()
  const words = useText()
  const { tense } = useAsOf()
  const address = useAddress()
  const interview = useQuery({ ...api.read<InterviewReply>('interview', {}, {}), placeholderData: keepPreviousData })
  const answers = useAnswers(interview.data?.record ?? null)
  if (interview.isError) return <ListError error={interview.error} onRetry={() => void interview.refetch()} />
  if (interview.data === undefined) return <PageSkeleton />
  const { chapters, answered, total, can } = interview.data
  const isReadOnly = !can.answer || tense !== 'present'
  const asked = address.get('chapter')
  const chapter = asked === END ? undefined : (chapters.find(({ name }) => name === asked) ?? chapters[0])
  return (
    <>
      <InterviewHead hasRecord={interview.data.record !== null} />
      <p className="lead">
        {words('interviewPage.lead', { answered, total })} {words('interviewPage.draft')}
      </p>
      {isReadOnly ? <p className="note plain">{words('interviewPage.readOnly')}</p> : null}
      <div className="interview">
        <ChapterNav chapters={chapters} opened={chapter?.name ?? END} />
        {chapter === undefined ? (
          <DraftsPart reply={interview.data} isReadOnly={isReadOnly} isSaving={answers.isSaving} />
        ) : (
          <ChapterForm
            key={chapter.name}
            chapter={chapter}
            chapters={chapters}
            answers={answers}
            isReadOnly={isReadOnly}
          />
        )}
      </div>
    </>
  )
}

function InterviewHead({ hasRecord }: { readonly hasRecord: boolean }): ReactNode {
  const words = useText()
  return (
    <div className="head">
      <h1>{words('nav.interview')}</h1>
      {hasRecord ? (
        <div className="do">
          <Go to="registers/interview" className="ghost">
            {words('interviewPage.history')}
          </Go>
        </div>
      ) : null}
    </div>
  )
}
