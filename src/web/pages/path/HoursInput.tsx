import { type ReactNode, useState } from 'react'
import { availableHours } from '../../../modules/people/registers/available-hours.ts'
import { useSpeech } from '../../text.ts'

interface HoursInputProps {
  readonly label: string
  /** What was said; null where the plan counts on what is usual. */
  readonly value: number | null
  readonly usual: number
  readonly onSave: (hours: number | null) => void
}

/** The organisation's hours for a job have the same bounds. */
const { least = 0, most = 168 } = availableHours.fields.hoursPerWeek.options

/** Hours in a week, kept when one is done writing them; emptied it is what is usual again. */
export function HoursInput({ label, value, usual, onSave }: HoursInputProps): ReactNode {
  const { words, number } = useSpeech()
  const [typed, setTyped] = useState<string | null>(null)
  const hours = typed === null || typed.trim() === '' ? null : Number(typed.replace(',', '.'))
  const isWrong = hours !== null && !(hours >= least && hours <= most)
  const keep = (): void => {
    if (typed === null || isWrong) return
    setTyped(null)
    if (hours !== value) onSave(hours)
  }
  return (
    <>
      <input
        className="in hours num"
        type="text"
        inputMode="decimal"
        aria-label={label}
        aria-invalid={isWrong ? true : undefined}
        placeholder={number(Math.round(usual * 10) / 10)}
        value={typed ?? (value === null ? '' : number(value))}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={keep}
        onKeyDown={({ key }) => (key === 'Enter' ? keep() : null)}
      />{' '}
      {value === null ? <span className="small quiet">{words('pathPage.time.usual')}</span> : null}
      {isWrong ? (
        <span className="wrong" role="alert">
          {words('pathPage.time.wrong', { most })}
        </span>
      ) : null}
    </>
  )
}
