import type { ReactNode } from 'react'
import { questionSentence } from '../../../modules/readiness/domain/wording.ts'
import { Go } from '../../Go.tsx'
import { Mark } from '../../kit/Mark.tsx'
import type { Question } from '../../readiness.ts'
import { useSpeech } from '../../text.ts'

interface QuestionSectionProps {
  readonly questions: readonly Question[]
}

const OBJECTS = 6

/** What only a person can answer; the answer is itself evidence. */
export function QuestionSection({ questions }: QuestionSectionProps): ReactNode {
  const speech = useSpeech()
  const { words } = speech
  return (
    <section aria-labelledby="questions">
      <h2 id="questions" className="under">
        {words('readinessPage.questions')}
      </h2>
      <p className="small quiet after">
        {words(questions.length > 0 ? 'readinessPage.questions.why' : 'readinessPage.questions.none')}
      </p>
      <ul className="lines hang small">
        {questions.map((question) => (
          <li key={`${question.rule}${question.key}`}>
            <Mark severity="question" /> {questionSentence(speech, question)}
            <br />
            <span className="quiet">{question.clause}</span>{' '}
            {question.objects.slice(0, OBJECTS).map(({ id, register, number }) => (
              <span key={id}>
                <Go to={`registers/${register}/${id}`}>{number}</Go>{' '}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
