import type { ReactNode } from 'react'
import { FieldFrame } from './FieldFrame.tsx'
import type { FieldProps } from './field-props.ts'

export function TextField({ field, text, value, fault, onChange }: FieldProps): ReactNode {
  const shown = typeof value === 'string' ? value : ''
  const change = (next: string): void => onChange(next === '' ? null : next)
  return (
    <FieldFrame field={field} text={text} fault={fault}>
      {(wiring) =>
        field.kind === 'longText' ? (
          <textarea
            {...wiring}
            className="in"
            rows={3}
            maxLength={field.options.max}
            value={shown}
            onChange={(event) => change(event.target.value)}
          />
        ) : (
          <input
            {...wiring}
            className="in"
            type="text"
            maxLength={field.options.max}
            value={shown}
            onChange={(event) => change(event.target.value)}
          />
        )
      }
    </FieldFrame>
  )
}
