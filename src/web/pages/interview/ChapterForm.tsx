import type { ReactNode } from 'react'
import { Go } from '../../Go.tsx'
import { Problem } from '../../kit/Problem.tsx'
import { useText } from '../../text.ts'
import type { Answering } from './answers.ts'
import { type ChapterTold, END } from './interview.ts'
import { QuestionPart } from './QuestionPart.tsx'

interface ChapterFormProps {
  readonly chapter: ChapterTold
  readonly chapters: readonly ChapterTold[]
  readonly answers: Answering
  readonly isReadOnly: boolean
}

/** The questions of one chapter. There is nothing to press: each answer is kept when it is given. */
export function ChapterForm({ chapter, chapters, answers, isReadOnly }: ChapterFormProps): ReactNode {
  const words = useText()
  const at = chapters.findIndex(({ name }) => name === chapter.name)
  const before = chapters[at - 1]
  const after = chapters[at + 1]
  return (
    <section aria-labelledby="chapter">
      <h2 id="chapter" className="under">
        {words(`interview.chapter.${chapter.name}`)}
      </h2>
      <p className="small quiet after">{words(`interview.chapter.${chapter.name}.why`)}</p>
      <fieldset className="questions" disabled={isReadOnly}>
        <legend className="hide">{words(`interview.chapter.${chapter.name}`)}</legend>
        {chapter.questions.map((question) => (
          <QuestionPart key={question.name} question={question} answers={answers} />
        ))}
      </fieldset>
      <Problem error={answers.error} />
      <p className="small quiet" role="status">
        {answers.isSaving ? words('interviewPage.saving') : answers.isSaved ? words('interviewPage.saved') : ' '}
      </p>
      <p className="btns wrap">
        {before === undefined ? null : (
          <Go to="interview" search={{ chapter: before.name }} className="ghost" isCurrent={false}>
            {words('interviewPage.previous')}
          </Go>
        )}
        <Go to="interview" search={{ chapter: after?.name ?? END }} className="btn" isCurrent={false}>
          {words(after === undefined ? 'interviewPage.toEnd' : 'interviewPage.next')}
        </Go>
      </p>
    </section>
  )
}
