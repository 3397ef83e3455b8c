import type { ReactNode } from 'react'
import type { Register } from '../../../kernel/register.ts'
import type { Titles, Values } from '../../replies.ts'
import { FieldInput } from './FieldInput.tsx'

interface FieldInputsProps {
  readonly register: Register
  /** In the order in which they are asked. */
  readonly names: readonly string[]
  readonly values: Values
  readonly titles: Titles
  /** What was set with one of them: itself, and what goes along with it. */
  readonly onChange: (set: Values) => void
}

/** Some fields of a register, one below the other. */
export function FieldInputs({ register, names, values, titles, onChange }: FieldInputsProps): ReactNode {
  return names.map((name) => {
    const field = register.fields[name]
    return field === undefined ? null : (
      <FieldInput
        key={name}
        field={field}
        text={`${register.name}.${name}`}
        value={values[name]}
        titles={titles}
        values={values}
        onChange={(value, also) => onChange({ ...also, [name]: value })}
      />
    )
  })
}
