import type { ReactNode } from 'react'
import { FieldFrame } from '../../../web/kit/fields/FieldFrame.tsx'
import type { FieldProps } from '../../../web/kit/fields/field-props.ts'
import { TextField } from '../../../web/kit/fields/TextField.tsx'
import { useText } from '../../../web/text.ts'
import { useRiskMap } from './method.ts'

/** A level of the method. It follows from the matrix; another may be chosen, and then a rule asks why. */
export function LevelInput(props: FieldProps): ReactNode {
  const words = useText()
  const map = useRiskMap()
  const { field, text, value, fault, onChange } = props
  if (map === null || map.levels.length === 0) return <TextField {...props} />
  const isKnown = map.levels.some(({ key }) => key === value)
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
          {typeof value === 'string' && !isKnown ? <option value={value}>{value}</option> : null}
          {map.levels.map(({ key, name }) => (
            <option key={key} value={key}>
              {name ?? key}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  )
}
