import { type InputHTMLAttributes, type ReactNode, useId } from 'react'
import { useSpeech } from '../text.ts'

interface EntryProps
  extends Pick<InputHTMLAttributes<HTMLInputElement>, 'type' | 'autoComplete' | 'minLength' | 'pattern'> {
  /** Key of the label; `.why` below it where there is one. */
  readonly text: string
  readonly value: string
  readonly fault?: string | undefined
  readonly isOptional?: boolean
  readonly onChange: (value: string) => void
}

/** One line to fill in, for forms that belong to no register. */
export function Entry({ text, value, fault, isOptional = false, onChange, ...input }: EntryProps): ReactNode {
  const { words, has } = useSpeech()
  const id = useId()
  const hasWhy = has(`${text}.why`)
  return (
    <div className="field">
      <label htmlFor={id}>{words(text)}</label>
      <input
        {...input}
        id={id}
        className="in"
        value={value}
        required={!isOptional}
        aria-invalid={fault === undefined ? undefined : true}
        aria-describedby={hasWhy || fault !== undefined ? `${id}why` : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {hasWhy || fault !== undefined ? (
        <p className={fault === undefined ? 'why' : 'wrong'} id={`${id}why`}>
          {fault ?? words(`${text}.why`)}
        </p>
      ) : null}
    </div>
  )
}
