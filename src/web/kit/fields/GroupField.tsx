import type { ReactNode } from 'react'
import { isObject } from '../difference.ts'
import { FieldFrame } from './FieldFrame.tsx'
import type { FieldProps } from './field-props.ts'
import { InnerFields } from './InnerFields.tsx'

/** Fields that belong together under one name. */
export function GroupField({ field, text, value, titles, fault, innerFault, onChange }: FieldProps): ReactNode {
  const fields = field.options.fields ?? {}
  const isInside = Object.keys(fields).some((name) => innerFault?.(name) !== undefined)
  return (
    <FieldFrame field={field} text={text} fault={isInside ? undefined : fault} isGroup>
      {() => (
        <div className="innergroup">
          <InnerFields
            fields={fields}
            text={text}
            values={isObject(value) ? value : {}}
            titles={titles}
            innerFault={innerFault}
            onChange={onChange}
          />
        </div>
      )}
    </FieldFrame>
  )
}
