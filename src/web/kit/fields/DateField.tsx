import type { ReactNode } from 'react'
import { DayInput } from './DayInput.tsx'
import { FieldFrame } from './FieldFrame.tsx'
import type { FieldProps } from './field-props.ts'

/** A day, or a moment as the reader's clock shows it. */
export function DateField({ field, text, value, fault, onChange }: FieldProps): ReactNode {
  const shown = typeof value === 'string' ? value : ''
  return (
    <FieldFrame field={field} text={text} fault={fault}>
      {(wiring) =>
        field.kind === 'instant' ? (
          <input
            {...wiring}
            className="in short"
            type="datetime-local"
            value={localMoment(shown)}
            onChange={({ target }) => onChange(target.value === '' ? null : new Date(target.value).toISOString())}
          />
        ) : (
          <DayInput {...wiring} value={shown} onChange={(day) => onChange(day === '' ? null : day)} />
        )
      }
    </FieldFrame>
  )
}

function localMoment(instant: string): string {
  if (instant === '') return ''
  const at = new Date(instant)
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
