import { Popover } from '@mantine/core'
import { type ReactNode, useId, useState } from 'react'
import type { AsOfMode } from '../../kernel/isms.ts'
import { useAsOf } from '../as-of.ts'
import { addMonths } from '../days.ts'
import { DayInput } from '../kit/fields/DayInput.tsx'
import { useText } from '../text.ts'
import { AsOfDay } from './AsOfDay.tsx'

const MODES: readonly AsOfMode[] = ['known', 'true']
const JUMPS = [
  { text: 'asof.quarterAgo', months: -3 },
  { text: 'asof.monthAgo', months: -1 },
  { text: 'asof.inMonth', months: 1 },
  { text: 'asof.inQuarter', months: 3 },
] as const

/** Any day, typed or picked; how a past one is read; and the way back to today. */
export function AsOfPicker(): ReactNode {
  const words = useText()
  const asOf = useAsOf()
  const [isOpen, setOpen] = useState(true)
  const id = useId()
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className="bare when" onClick={() => setOpen(!isOpen)}>
          <AsOfDay />
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
          {JUMPS.map(({ text, months }) => (
            <button key={text} type="button" className="link" onClick={() => asOf.go(addMonths(asOf.today, months))}>
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
  )
}
