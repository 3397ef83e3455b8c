import type { ReactNode } from 'react'
import { useText } from '../../text.ts'

interface SeveralProps<Option extends string> {
  /** Key of the question; `.why` says why it is asked. */
  readonly text: string
  readonly options: readonly Option[]
  readonly labelOf: (option: Option) => string
  readonly value: readonly Option[]
  readonly onChange: (value: readonly Option[]) => void
}

/** A question with several answers, each a sentence of its own. */
export function Several<Option extends string>(props: SeveralProps<Option>): ReactNode {
  const { text, options, labelOf, value, onChange } = props
  const words = useText()
  return (
    <fieldset className="field">
      <legend>{words(text)}</legend>
      <p className="why">{words(`${text}.why`)}</p>
      {options.map((option) => (
        <label key={option} className="agree">
          <input
            type="checkbox"
            checked={value.includes(option)}
            onChange={({ target }) =>
              onChange(options.filter((one) => (one === option ? target.checked : value.includes(one))))
            }
          />
          <span>{labelOf(option)}</span>
        </label>
      ))}
    </fieldset>
  )
}
