import { type ReactNode, useId } from 'react'
import { useText } from '../../text.ts'
import { FieldFrame } from './FieldFrame.tsx'
import type { FieldProps } from './field-props.ts'

const ANSWERS = [
  { value: true, text: 'value.yes' },
  { value: false, text: 'value.no' },
  { value: null, text: 'value.unknown' },
] as const

/** Yes, no, or not known: not knowing is an answer and the first one. */
export function BooleanField({ field, text, value, fault, onChange }: FieldProps): ReactNode {
  const words = useText()
  const name = useId()
  return (
    <FieldFrame field={field} text={text} fault={fault} isGroup>
      {() => (
        <div className="seg">
          {ANSWERS.map((answer) => (
            <label key={answer.text}>
              <input
                type="radio"
                name={name}
                checked={(value ?? null) === answer.value}
                onChange={() => onChange(answer.value)}
              />
              {words(answer.text)}
            </label>
          ))}
        </div>
      )}
    </FieldFrame>
  )
}
