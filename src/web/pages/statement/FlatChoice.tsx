import type { ReactNode } from 'react'

interface FlatChoiceProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly options: readonly Value[]
  readonly text: (value: Value) => string
  readonly canEdit: boolean
  readonly onChange: (value: Value) => void
}

/** A choice edited in place: reads as text until one comes near. */
export function FlatChoice<Value extends string>(props: FlatChoiceProps<Value>): ReactNode {
  const { label, value, options, text, canEdit, onChange } = props
  if (!canEdit) return text(value)
  return (
    <select
      className="in flat"
      aria-label={label}
      value={value}
      onChange={(event) => {
        const chosen = options.find((option) => option === event.target.value)
        if (chosen !== undefined) onChange(chosen)
      }}
    >
      {options.map((option) => (
        <option key={option} value={option}>
          {text(option)}
        </option>
      ))}
    </select>
  )
}
