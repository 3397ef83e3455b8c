import { type ReactNode, useId } from 'react'

interface TextAreaProps {
  readonly label: string
  /** Why it is asked, or what a good answer says. */
  readonly why: string
  readonly value: string
  readonly rows?: number
  readonly onChange: (text: string) => void
}

/** A question that is answered in a sentence or more. */
export function TextArea({ label, why, value, rows = 2, onChange }: TextAreaProps): ReactNode {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className="in"
        rows={rows}
        value={value}
        aria-describedby={`${id}why`}
        onChange={({ target }) => onChange(target.value)}
      />
      <p className="why" id={`${id}why`}>
        {why}
      </p>
    </div>
  )
}
