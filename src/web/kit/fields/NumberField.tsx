import { type ReactNode, useState } from 'react'
import { numberIn } from '../number-in.ts'
import { FieldFrame } from './FieldFrame.tsx'
import type { FieldProps } from './field-props.ts'

/** A number, with comma or point. What cannot be read as one stays in the field and is not kept. */
export function NumberField({ field, text, value, fault, onChange }: FieldProps): ReactNode {
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typeof value === 'number' ? String(value) : ''
  const change = (next: string): void => {
    const number = numberIn(next)
    setTyped(next)
    if (next.trim() === '') onChange(null)
    else if (number !== null) onChange(number)
  }
  return (
    <FieldFrame field={field} text={text} fault={fault}>
      {(wiring) => (
        <input
          {...wiring}
          className="in short"
          type="text"
          inputMode={field.options.integer === true ? 'numeric' : 'decimal'}
          value={typed ?? shown}
          onChange={(event) => change(event.target.value)}
          onBlur={() => setTyped(null)}
        />
      )}
    </FieldFrame>
  )
}
