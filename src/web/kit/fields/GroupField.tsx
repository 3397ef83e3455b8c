import type { ReactNode } from 'react'
import { isObject } from '../difference.ts'
import { FieldFrame } from './FieldFrame.tsx'
import type { FieldProps } from './field-props.ts'
import { InnerFields } from './InnerFields.tsx'

/** Fields that belong together under one name. */
export function GroupField({ field, text, value, titles, fault, onChange }: FieldProps): ReactNode {
  return (
    <FieldFrame field={field} text={text} fault={fault} isGroup>
      {() => (
        <div className="innergroup">
          <InnerFields
            fields={field.options.fields ?? {}}
            text={text}
            values={isObject(value) ? value : {}}
            titles={titles}
            onChange={onChange}
          />
        </div>
      )}
    </FieldFrame>
  )
}
