import type { ReactNode } from 'react'
import { questionSentence } from '../../../modules/readiness/domain/wording.ts'
import { Mark } from '../../kit/Mark.tsx'
import type { Question } from '../../readiness.ts'
import { useSpeech } from '../../text.ts'
import { MissingFacts } from './MissingFacts.tsx'

interface QuestionSectionProps {
  readonly questions: readonly Question[]
}

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
            <span className="quiet">{question.clause}</span>
            <MissingFacts objects={question.objects} />
          </li>
        ))}
      </ul>
    </section>
  )
}
