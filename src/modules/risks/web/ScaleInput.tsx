import type { ReactNode } from 'react'
import { FieldFrame } from '../../../web/kit/fields/FieldFrame.tsx'
import type { FieldProps } from '../../../web/kit/fields/field-props.ts'
import { NumberField } from '../../../web/kit/fields/NumberField.tsx'
import type { Values } from '../../../web/replies.ts'
import { useText } from '../../../web/text.ts'

interface ScaleInputProps {
  readonly props: FieldProps
  readonly scale: readonly { readonly value: number; readonly name: string | null }[]
  /** What the matrix says once this value is chosen. */
  readonly also: (value: number | null) => Values
}

/** A value of a scale of the method, each with what it stands for. Without a method it is a plain number. */
export function ScaleInput({ props, scale, also }: ScaleInputProps): ReactNode {
  const words = useText()
  const { field, text, value, fault, onChange } = props
  if (scale.length === 0) return <NumberField {...props} />
  const isKnown = scale.some((step) => step.value === value)
  return (
    <FieldFrame field={field} text={text} fault={fault}>
      {(wiring) => (
        <select
          {...wiring}
          className="in"
          value={typeof value === 'number' ? String(value) : ''}
          onChange={(event) => {
            const chosen = event.target.value === '' ? null : Number(event.target.value)
            onChange(chosen, also(chosen))
          }}
        >
          <option value="">{words('value.choose')}</option>
          {typeof value === 'number' && !isKnown ? <option value={value}>{value}</option> : null}
          {scale.map((step) => (
            <option key={step.value} value={step.value}>
              {step.name === null ? step.value : `${step.value}, ${step.name}`}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  )
}
