import type { ReactNode } from 'react'
import { useText } from '../../text.ts'
import { FieldFrame } from './FieldFrame.tsx'
import type { FieldProps } from './field-props.ts'

export function ChoiceField({ field, text, value, fault, onChange }: FieldProps): ReactNode {
  const words = useText()
  return (
    <FieldFrame field={field} text={text} fault={fault}>
      {(wiring) => (
        <select
          {...wiring}
          className="in"
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
        >
          <option value="">{words('value.choose')}</option>
          {(field.options.choices ?? []).map((choice) => (
            <option key={choice} value={choice}>
              {words(`${text}.${choice}`)}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  )
}
