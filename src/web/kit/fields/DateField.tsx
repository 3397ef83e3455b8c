import type { ReactNode } from 'react'
import { isDay } from '../../days.ts'
import { FieldFrame } from './FieldFrame.tsx'
import type { FieldProps } from './field-props.ts'

/** A day, or a moment as the reader's clock shows it. */
export function DateField({ field, text, value, fault, onChange }: FieldProps): ReactNode {
  const shown = typeof value === 'string' ? value : ''
  const isInstant = field.kind === 'instant'
  const change = (next: string): void => {
    if (next === '') onChange(null)
    else if (isInstant) onChange(new Date(next).toISOString())
    else if (isDay(next)) onChange(next)
  }
  return (
    <FieldFrame field={field} text={text} fault={fault}>
      {(wiring) => (
        <input
          {...wiring}
          className="in short"
          type={isInstant ? 'datetime-local' : 'date'}
          value={isInstant ? localMoment(shown) : shown}
          onChange={(event) => change(event.target.value)}
        />
      )}
    </FieldFrame>
  )
}

function localMoment(instant: string): string {
  if (instant === '') return ''
  const at = new Date(instant)
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
