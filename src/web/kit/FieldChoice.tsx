import type { ReactNode } from 'react'
import type { Register } from '../../kernel/register.ts'
import { useText } from '../text.ts'

interface FieldChoiceProps {
  readonly register: Register
  readonly names: readonly string[]
  readonly value: string
  readonly onChange: (name: string) => void
}

/** Which field of a register it is about. */
export function FieldChoice({ register, names, value, onChange }: FieldChoiceProps): ReactNode {
  const words = useText()
  return (
    <label className="field">
      <span className="label">{words('filter.field')}</span>
      <select className="in" value={value} onChange={(event) => onChange(event.target.value)}>
        {names.map((name) => (
          <option key={name} value={name}>
            {words(`${register.name}.${name}`)}
          </option>
        ))}
      </select>
    </label>
  )
}
