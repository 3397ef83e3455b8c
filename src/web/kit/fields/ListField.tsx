import type { ReactNode } from 'react'
import { emptyFields } from '../../../kernel/empty.ts'
import { useText } from '../../text.ts'
import { isObject } from '../difference.ts'
import { FieldFrame } from './FieldFrame.tsx'
import type { FieldProps } from './field-props.ts'
import { InnerFields } from './InnerFields.tsx'

/** Rows of the same shape inside the record: each can be added, changed and taken away. */
export function ListField({ field, text, value, titles, fault, innerFault, onChange }: FieldProps): ReactNode {
  const words = useText()
  const rows: readonly unknown[] = Array.isArray(value) ? value : []
  const fields = field.options.fields ?? {}
  const change = (index: number, row: unknown): void => onChange(rows.map((old, at) => (at === index ? row : old)))
  const isInside = rows.some((_, index) =>
    Object.keys(fields).some((name) => innerFault?.(`${index}.${name}`) !== undefined),
  )
  return (
    <FieldFrame field={field} text={text} fault={isInside ? undefined : fault} isGroup>
      {() => (
        <>
          <ol className="innerrows">
            {rows.map((row, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- rows of a list have no identity of their own
              <li key={index}>
                <InnerFields
                  fields={fields}
                  text={text}
                  values={isObject(row) ? row : {}}
                  titles={titles}
                  innerFault={(inner) => innerFault?.(`${index}.${inner}`)}
                  onChange={(next) => change(index, next)}
                />
                <button
                  type="button"
                  className="link small"
                  onClick={() => onChange(rows.filter((_, at) => at !== index))}
                >
                  {words('form.takeRow', { n: index + 1 })}
                </button>
              </li>
            ))}
          </ol>
          <button type="button" className="ghost" onClick={() => onChange([...rows, emptyFields(fields)])}>
            {words('form.addRow')}
          </button>
        </>
      )}
    </FieldFrame>
  )
}
