import type { ReactNode } from 'react'
import { FieldFrame } from './FieldFrame.tsx'
import type { FieldProps } from './field-props.ts'
import { TermPicker } from './TermPicker.tsx'

export function TermField({ field, text, value, fault, onChange }: FieldProps): ReactNode {
  const isMany = field.kind === 'terms'
  const values = [value].flat().filter((id) => typeof id === 'string')
  return (
    <FieldFrame field={field} text={text} fault={fault}>
      {({ id, ...wiring }) => (
        <TermPicker
          id={id}
          wiring={wiring}
          set={field.options.set ?? 'clause'}
          values={values}
          isMany={isMany}
          onChange={(ids) => onChange(isMany ? ids : (ids[0] ?? null))}
        />
      )}
    </FieldFrame>
  )
}
