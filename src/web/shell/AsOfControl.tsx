import { Popover } from '@mantine/core'
import { type ReactNode, useId, useState } from 'react'
import type { AsOfMode } from '../../kernel/isms.ts'
import { useAsOf } from '../as-of.ts'
import { addDays, addMonths } from '../days.ts'
import { DayInput } from '../kit/fields/DayInput.tsx'
import { useSpeech } from '../text.ts'

const WEEK = 7
const MODES: readonly AsOfMode[] = ['known', 'true']

/** The small time machine: what it said on a past day, what is foreseen for a day to come. */
export function AsOfControl(): ReactNode {
  const { words, day: written } = useSpeech()
  const asOf = useAsOf()
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  const jumps = [
    { text: 'asof.quarterAgo', day: addMonths(asOf.today, -3) },
    { text: 'asof.monthAgo', day: addMonths(asOf.today, -1) },
    { text: 'asof.inMonth', day: addMonths(asOf.today, 1) },
    { text: 'asof.inQuarter', day: addMonths(asOf.today, 3) },
  ]
  return (
    <div className="asof" role="group" aria-label={words('asof.label')}>
      <button
        type="button"
        className="bare step"
        aria-label={words('asof.earlier')}
        onClick={() => asOf.go(addDays(asOf.day, -WEEK))}
      >
        {'‹'}
      </button>
      <Popover opened={isOpen} onChange={setOpen} position="bottom-start" trapFocus returnFocus>
        <Popover.Target>
          <button type="button" className="bare when" onClick={() => setOpen(!isOpen)}>
            <span className="quiet">{words('asof.at')}</span>{' '}
            <b>{words(`asof.day.${asOf.tense === 'past' ? asOf.mode : asOf.tense}`, { day: written(asOf.day) })}</b>
          </button>
        </Popover.Target>
        <Popover.Dropdown className="float">
          <div>
            <label className="label" htmlFor={`${id}day`}>
              {words('asof.pick')}
            </label>
            <DayInput id={`${id}day`} value={asOf.day} onChange={(day) => day !== '' && asOf.go(day)} />
          </div>
          <div className="jumps">
            {jumps.map(({ text, day }) => (
              <button key={text} type="button" className="link" onClick={() => asOf.go(day)}>
                {words(text)}
              </button>
            ))}
          </div>
          <fieldset disabled={asOf.tense !== 'past'}>
            <legend className="label">{words('asof.mode')}</legend>
            {MODES.map((mode) => (
              <label key={mode} className="choice">
                <input
                  type="radio"
                  name={`${id}mode`}
                  checked={asOf.mode === mode}
                  onChange={() => asOf.go(asOf.day, mode)}
                />
                <span>
                  {words(`asof.mode.${mode}`)}
                  <br />
                  <span className="quiet">{words(`asof.mode.${mode}.why`)}</span>
                </span>
              </label>
            ))}
          </fieldset>
          {asOf.tense === 'present' ? null : (
            <button type="button" className="ghost" onClick={() => asOf.go(asOf.today)}>
              {words('asof.back')}
            </button>
          )}
        </Popover.Dropdown>
      </Popover>
      <button
        type="button"
        className="bare step"
        aria-label={words('asof.later')}
        onClick={() => asOf.go(addDays(asOf.day, WEEK))}
      >
        {'›'}
      </button>
    </div>
  )
}
