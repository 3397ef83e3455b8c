import { type ReactNode, useId } from 'react'
import { Mark } from '../../kit/Mark.tsx'
import { useText } from '../../text.ts'
import type { LessonReply, MarkedReply } from './lessons.ts'

interface LessonQuestionProps {
  readonly question: LessonReply['questions'][number]
  readonly chosen: number | null
  /** How it was marked; null while it can still be answered. */
  readonly marked: MarkedReply['answers'][number] | null
  readonly onChoose: (option: number) => void
}

/** One question with its options, and after the answer why it was right or what would go wrong. */
export function LessonQuestion({ question, chosen, marked, onChoose }: LessonQuestionProps): ReactNode {
  const words = useText()
  const id = useId()
  return (
    <fieldset
      className="question"
      disabled={marked !== null}
      aria-describedby={marked === null ? undefined : `${id}-why`}
    >
      <legend>{question.ask}</legend>
      {question.options.map((option, index) => (
        <label key={option} className="agree">
          <input type="radio" name={id} checked={chosen === index} onChange={() => onChoose(index)} />
          <span>
            {option}
            {marked?.right === index ? (
              <>
                {' '}
                <Mark severity="ok" /> <span className="small">{words('lessons.right')}</span>
              </>
            ) : null}
          </span>
        </label>
      ))}
      {marked === null ? null : (
        <p id={`${id}-why`} className="note plain field">
          <strong>{words(marked.isRight ? 'lessons.wasRight' : 'lessons.wasWrong')}</strong> {marked.why}
        </p>
      )}
    </fieldset>
  )
}
