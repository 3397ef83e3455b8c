import { type ReactNode, useId } from 'react'
import { useText } from '../../text.ts'

interface SingleProps<Option extends string> {
  /** Key of the question; `.why` says why it is asked. */
  readonly text: string
  readonly options: readonly Option[]
  readonly labelOf: (option: Option) => string
  readonly value: Option | null
  readonly onChange: (value: Option) => void
}

/** A question with one answer, each a sentence of its own. */
export function Single<Option extends string>(props: SingleProps<Option>): ReactNode {
  const { text, options, labelOf, value, onChange } = props
  const words = useText()
  const name = useId()
  return (
    <fieldset className="field">
      <legend>{words(text)}</legend>
      <p className="why">{words(`${text}.why`)}</p>
      {options.map((option) => (
        <label key={option} className="agree">
          <input type="radio" name={name} checked={value === option} onChange={() => onChange(option)} />
          <span>{labelOf(option)}</span>
        </label>
      ))}
    </fieldset>
  )
}
