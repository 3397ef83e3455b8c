import { type ReactNode, useId } from 'react'
import { STAGES, type Stage } from '../../readiness.ts'
import { useText } from '../../text.ts'
import { capital } from '../../words.ts'

interface StageChoiceProps {
  /** Undefined until it is known which audit comes next. */
  readonly stage: Stage | undefined
  readonly onChange: (stage: Stage) => void
}

export function StageChoice({ stage, onChange }: StageChoiceProps): ReactNode {
  const words = useText()
  const name = useId()
  return (
    <fieldset className="seg">
      <legend className="hide">{words('readinessPage.stage')}</legend>
      {STAGES.map((one) => (
        <label key={one}>
          <input type="radio" name={name} checked={one === stage} onChange={() => onChange(one)} />
          {capital(words(`stage.${one}`))}
        </label>
      ))}
    </fieldset>
  )
}
