import { type ReactNode, useId, useState } from 'react'
import type { Explanation } from '../../../../modules/catalogue/domain/explanations.ts'
import { Mark } from '../../../kit/Mark.tsx'
import { Problem } from '../../../kit/Problem.tsx'
import type { Titles } from '../../../replies.ts'
import { useSpeech } from '../../../text.ts'
import { ExplainedControl } from '../ExplainedControl.tsx'
import { Contrary } from './Contrary.tsx'
import { Decision } from './Decision.tsx'
import type { GuideLine } from './guide-lines.ts'
import { useLinesSave } from './saving-lines.ts'

interface ChooseLineProps {
  readonly line: GuideLine
  readonly title: string
  readonly explanation: Explanation | null
  readonly titles: Titles
  readonly canEdit: boolean
  /** Whether that happened just now, on this page. */
  readonly isDecided: boolean
  readonly onDecided: () => void
}

const ANSWERS = ['in', 'out'] as const
type Answer = (typeof ANSWERS)[number]

/** One control to decide on: what it is for, what speaks for it, and in or out with a reason that is ready to be changed. */
export function ChooseLine(props: ChooseLineProps): ReactNode {
  const { line, title, explanation, titles, canEdit, isDecided, onDecided } = props
  const { words } = useSpeech()
  const [answer, setAnswer] = useState<Answer | null>(null)
  const save = useLinesSave(onDecided)
  const name = useId()
  if (isDecided && line.included !== null) return <Decided line={line} title={title} />
  return (
    <li>
      <ExplainedControl number={line.ref} title={title} explanation={explanation} />
      <Contrary follows={line.follows} />
      {canEdit ? (
        <fieldset className="seg">
          <legend className="hide">{words('soa.includedOf', { ref: line.ref })}</legend>
          {ANSWERS.map((one) => (
            <label key={one}>
              <input type="radio" name={name} checked={answer === one} onChange={() => setAnswer(one)} />
              {words(`guide.statement.answer.${one}`)}
            </label>
          ))}
        </fieldset>
      ) : null}
      {answer === null ? null : (
        <Decision
          key={answer}
          isIn={answer === 'in'}
          line={line}
          titles={titles}
          isPending={save.isPending}
          onDecide={(set) => save.mutate([{ line, set }])}
        />
      )}
      <Problem error={save.error} />
    </li>
  )
}

/** What was decided; the eye and the keyboard stay here, though the form is gone. */
function Decided({ line, title }: { readonly line: GuideLine; readonly title: string }): ReactNode {
  const { words } = useSpeech()
  const reason = line.exclusionJustification ?? line.inclusionReasons.map(({ text }) => text ?? '').join(', ')
  return (
    <li>
      <p className="small" tabIndex={-1} ref={(node) => node?.focus()}>
        <Mark severity="ok" isNamed={false} />{' '}
        {words(`guide.statement.decided.${line.included === true ? 'in' : 'out'}`, { ref: line.ref, title, reason })}
      </p>
    </li>
  )
}
