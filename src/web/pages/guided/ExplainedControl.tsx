import type { ReactNode } from 'react'
import type { Explanation } from '../../../modules/catalogue/domain/explanations.ts'
import { useSpeech } from '../../text.ts'

interface ExplainedControlProps {
  /** `A.5.1`, or the number of an own control. */
  readonly number: string
  readonly title: string
  readonly explanation: Explanation | null
}

/** A control by its name, with what it is for and what that means in a small company. */
export function ExplainedControl({ number, title, explanation }: ExplainedControlProps): ReactNode {
  const { words, language } = useSpeech()
  return (
    <>
      <h3>
        <span className="id">{number}</span> {title}
      </h3>
      {explanation === null ? null : (
        <>
          <p className="text">{explanation.purpose[language]}</p>
          <details>
            <summary className="small">{words('guide.statement.small')}</summary>
            <p className="small soft text">{explanation.small[language]}</p>
          </details>
        </>
      )}
    </>
  )
}
