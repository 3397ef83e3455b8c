import type { ReactNode } from 'react'
import { FieldFrame } from './FieldFrame.tsx'
import type { FieldProps } from './field-props.ts'
import { RecordPicker } from './RecordPicker.tsx'

export function LinkField({ field, text, value, titles, fault, onChange }: FieldProps): ReactNode {
  const isMany = field.kind === 'links'
  const values = [value].flat().filter((id) => typeof id === 'string')
  return (
    <FieldFrame field={field} text={text} fault={fault}>
      {({ id, ...wiring }) => (
        <RecordPicker
          id={id}
          wiring={wiring}
          targets={field.options.targets ?? []}
          values={values}
          titles={titles}
          isMany={isMany}
          onChange={(ids) => onChange(isMany ? ids : (ids[0] ?? null))}
        />
      )}
    </FieldFrame>
  )
}
