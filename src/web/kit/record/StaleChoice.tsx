import { type ReactNode, useId, useState } from 'react'
import type { AnyRecord } from '../../../kernel/isms.ts'
import type { Register } from '../../../kernel/register.ts'
import type { Titles, Values } from '../../replies.ts'
import { useSpeech } from '../../text.ts'
import type { Conflict } from '../difference.ts'
import { Value } from '../Value.tsx'

interface StaleChoiceProps {
  readonly register: Register
  /** The record as it is now. */
  readonly record: AnyRecord
  readonly titles: Titles
  /** Who saved first. */
  readonly by: string | null
  readonly typed: Values
  readonly conflicts: readonly Conflict[]
  readonly onChosen: (typed: Values) => void
}

type Side = 'mine' | 'theirs'

/** Somebody saved first: both versions side by side, and for every field that both changed a choice. Nothing is lost. */
export function StaleChoice(props: StaleChoiceProps): ReactNode {
  const { register, record, titles, by, typed, conflicts, onChosen } = props
  const { words, moment } = useSpeech()
  const id = useId()
  const [sides, setSides] = useState<Readonly<Record<string, Side>>>({})
  const merge = (): void => {
    const given = new Set(conflicts.filter(({ name }) => sides[name] === 'theirs').map(({ name }) => name))
    onChosen(Object.fromEntries(Object.entries(typed).filter(([name]) => !given.has(name))))
  }
  const isChosen = conflicts.every(({ name }) => name in sides)
  return (
    <div className="note major stale" role="alert">
      <p>
        <b>
          {by === null
            ? words('stale.title', { version: record.version })
            : words('stale.titleBy', { version: record.version, name: by, when: moment(record.recordedAt) })}
        </b>
      </p>
      <p>{words(conflicts.length === 0 ? 'stale.noConflict' : 'stale.choose', { n: conflicts.length })}</p>
      {conflicts.length === 0 ? null : (
        <div className="scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">{words('filter.field')}</th>
                <th scope="col">{words('stale.mine')}</th>
                <th scope="col">{words('stale.theirs', { version: record.version })}</th>
              </tr>
            </thead>
            <tbody>
              {conflicts.map(({ name, field, mine, theirs }) => (
                <tr key={name}>
                  <th scope="row">{words(`${register.name}.${name}`)}</th>
                  {(['mine', 'theirs'] as const).map((side) => (
                    <td key={side}>
                      <label className="choice">
                        <input
                          type="radio"
                          name={`${id}${name}`}
                          checked={sides[name] === side}
                          onChange={() => setSides({ ...sides, [name]: side })}
                        />
                        <span>
                          <Value
                            field={field}
                            text={`${register.name}.${name}`}
                            value={side === 'mine' ? mine : theirs}
                            titles={titles}
                          />
                        </span>
                      </label>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="btns">
        <button type="button" className="btn" disabled={!isChosen} onClick={merge}>
          {words('stale.go', { version: record.version })}
        </button>
      </p>
    </div>
  )
}
