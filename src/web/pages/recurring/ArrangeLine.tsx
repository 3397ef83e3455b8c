import { type ReactNode, useId } from 'react'
import { Go } from '../../Go.tsx'
import { DayInput } from '../../kit/fields/DayInput.tsx'
import { useRuleSpeech } from '../../text.ts'
import type { Arranged, ArrangeRow } from './arranging.ts'
import { PersonChoice } from './PersonChoice.tsx'
import type { Overview } from './recurring.ts'

interface ArrangeLineProps {
  readonly row: ArrangeRow
  readonly people: Overview['people']
  readonly isChosen: boolean
  readonly onChange: (to: Partial<Arranged>) => void
  readonly onChoose: (isOn: boolean) => void
}

const UNITS = ['day', 'week', 'month'] as const

/** One piece of work: whether it goes along, who does it, how often, and from which day. */
export function ArrangeLine({ row, people, isChosen, onChange, onChoose }: ArrangeLineProps): ReactNode {
  const { words } = useRuleSpeech()
  const id = useId()
  const { title, work, proposed, owner, every, unit, startsOn } = row
  return (
    <li className="arrangeline">
      <label className="agree">
        <input type="checkbox" checked={isChosen} onChange={(event) => onChoose(event.target.checked)} />
        <span>
          {title}
          <br />
          <span className="small quiet">
            {proposed === null
              ? work?.number
              : words('recurring.askedBy', { rule: words(`rule.${proposed.rule}.title`) })}
          </span>
        </span>
      </label>
      <div className="arrangefields">
        <label>
          <span className="label">{words('recurring.column.who')}</span>
          <PersonChoice
            people={people}
            value={owner}
            none={words('recurring.nobody')}
            isDisabled={!isChosen}
            onChoose={(person) => onChange({ owner: person })}
          />
        </label>
        <span>
          <label className="label" htmlFor={`${id}-every`}>
            {words('recurring.column.rhythm')}
          </label>
          <span className="everyunit">
            <input
              id={`${id}-every`}
              className="in short"
              type="number"
              min={1}
              max={520}
              value={every ?? ''}
              disabled={!isChosen}
              onChange={(event) => onChange({ every: event.target.value === '' ? null : Number(event.target.value) })}
            />
            <select
              className="in"
              aria-label={words('recurring_task.unit')}
              value={unit ?? ''}
              disabled={!isChosen}
              onChange={(event) => onChange({ unit: UNITS.find((one) => one === event.target.value) ?? null })}
            >
              <option value="" />
              {UNITS.map((one) => (
                <option key={one} value={one}>
                  {words(`recurring_task.unit.${one}`)}
                </option>
              ))}
            </select>
          </span>
        </span>
        <span>
          <label className="label" htmlFor={`${id}-first`}>
            {words('recurring.first')}
          </label>
          <DayInput id={`${id}-first`} value={startsOn ?? ''} onChange={(on) => onChange({ startsOn: on })} />
        </span>
        {work === null ? null : (
          <Go to={`registers/recurring_task/${work.id}`} className="small">
            {words('today.open')}
          </Go>
        )}
      </div>
    </li>
  )
}
