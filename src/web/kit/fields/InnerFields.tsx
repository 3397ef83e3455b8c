import type { ReactNode } from 'react'
import type { Fields } from '../../../kernel/register.ts'
import type { Titles, Values } from '../../replies.ts'
import { isShort } from '../values.ts'
import { FieldInput } from './FieldInput.tsx'
import type { FaultOf } from './field-props.ts'

interface InnerFieldsProps {
  readonly fields: Fields
  readonly text: string
  readonly values: Values
  readonly titles: Titles
  readonly innerFault?: FaultOf | undefined
  readonly onChange: (values: Values) => void
}

/** The inputs of one row or group: short ones side by side, long ones below them. */
export function InnerFields({ fields, text, values, titles, innerFault, onChange }: InnerFieldsProps): ReactNode {
  return (
    <div className="inners">
      {Object.entries(fields).map(([name, field]) => (
        <div key={name} className={isShort(field) ? undefined : 'whole'}>
          <FieldInput
            field={field}
            text={`${text}.${name}`}
            value={values[name]}
            titles={titles}
            fault={innerFault?.(name)}
            innerFault={(inner) => innerFault?.(`${name}.${inner}`)}
            onChange={(value) => onChange({ ...values, [name]: value })}
          />
        </div>
      ))}
    </div>
  )
}
