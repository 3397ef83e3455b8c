import { type AriaAttributes, type ReactNode, useRef, useState } from 'react'
import { useAsOf } from '../../as-of.ts'
import { isDay } from '../../days.ts'
import { useSpeech } from '../../text.ts'
import { readDay } from '../day-text.ts'

interface DayInputProps extends AriaAttributes {
  readonly id?: string
  /** `YYYY-MM-DD`, or empty. */
  readonly value: string
  readonly onChange: (day: string) => void
}

/**
 * A day in the reader's own words, typed or picked. The browser's date field writes days in the browser's language, not in
 * the one that was chosen here; so it only lends its calendar.
 */
export function DayInput({ id, value, onChange, ...aria }: DayInputProps): ReactNode {
  const { words, day: written } = useSpeech()
  const { today } = useAsOf()
  const [typed, setTyped] = useState<string | null>(null)
  const calendar = useRef<HTMLInputElement>(null)
  const isWrong = typed !== null && typed.trim() !== '' && readDay(typed, today) === null
  const change = (text: string): void => {
    setTyped(text)
    const day = readDay(text, today)
    if (day !== null) onChange(day)
    else if (text.trim() === '') onChange('')
  }
  return (
    <span className="day">
      <input
        {...aria}
        id={id}
        className="in"
        type="text"
        autoComplete="off"
        placeholder={words('day.example')}
        value={typed ?? (isDay(value) ? written(value) : value)}
        aria-invalid={isWrong ? true : aria['aria-invalid']}
        onChange={(event) => change(event.target.value)}
        onBlur={() => isWrong || setTyped(null)}
      />
      <button
        type="button"
        className="bare calendar"
        aria-label={words('day.pick')}
        onClick={() => calendar.current?.showPicker()}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor">
          <path d="M2 4h12v10H2zM2 7h12M5 2v3M11 2v3" />
        </svg>
      </button>
      <input
        ref={calendar}
        className="lent"
        type="date"
        tabIndex={-1}
        aria-hidden="true"
        value={isDay(value) ? value : ''}
        onChange={(event) => {
          setTyped(null)
          onChange(event.target.value)
        }}
      />
      {isWrong ? (
        <span className="wrong" role="alert">
          {words('day.wrong')}
        </span>
      ) : null}
    </span>
  )
}
