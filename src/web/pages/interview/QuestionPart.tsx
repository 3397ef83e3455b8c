import type { ReactNode } from 'react'
import { interview } from '../../../modules/interviews/register.ts'
import { Go } from '../../Go.tsx'
import { FieldInput } from '../../kit/fields/FieldInput.tsx'
import { useText } from '../../text.ts'
import { capital } from '../../words.ts'
import type { Answering } from './answers.ts'
import type { QuestionTold } from './interview.ts'

interface QuestionPartProps {
  readonly question: QuestionTold
  readonly answers: Answering
}

/** One question: its field, what does not fit with another answer, and what it led to. */
export function QuestionPart({ question, answers }: QuestionPartProps): ReactNode {
  const words = useText()
  const { name, value, remarks } = question
  const field = Object.entries(interview.fields).find(([known]) => known === name)?.[1]
  if (field === undefined) return null
  return (
    <div className="question">
      <FieldInput
        field={field}
        text={`interview.${name}`}
        value={name in answers.typed ? answers.typed[name] : value}
        titles={{}}
        fault={answers.faultOf(name)}
        onChange={(next) => answers.change(name, next)}
      />
      {remarks.length === 0 ? null : (
        <div className="note" role="status">
          {remarks.map((id) => (
            <p key={id}>{words(`interview.remark.${id}`)}</p>
          ))}
        </div>
      )}
      <LedPart led={question.led} />
    </div>
  )
}

/** The drafts that an answer led to, as they stand now. */
function LedPart({ led }: Pick<QuestionTold, 'led'>): ReactNode {
  const words = useText()
  const total = led.reduce((sum, { records }) => sum + records.length, 0)
  if (total === 0) return null
  return (
    <details className="led small">
      <summary>{words('interviewPage.led', { n: total })}</summary>
      <dl>
        {led.map(({ register, records }) => (
          <div key={register}>
            <dt>{capital(words(`${register}.plural`))}</dt>
            <dd>
              <ul className="lines">
                {records.map(({ id, number, title }) => (
                  <li key={id}>
                    <Go to={`registers/${register}/${id}`}>{title === number ? number : `${number} ${title}`}</Go>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
