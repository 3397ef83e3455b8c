import type { ReactNode } from 'react'
import { findRegister } from '../../registers.ts'
import { useSpeech } from '../../text.ts'
import { columnText } from '../../kit/columns.ts'
import type { WordedTable } from './plan.ts'

interface ColumnMappingProps {
  readonly register: string
  readonly table: WordedTable
  readonly onCorrect: (column: number, target: string | null) => void
}

/** Every column of the sheet with a few of its values, and the field that it goes to. */
export function ColumnMapping({ register: name, table, onCorrect }: ColumnMappingProps): ReactNode {
  const { words, has } = useSpeech()
  const register = findRegister(name)
  const label = (target: string): string => {
    const key = register === null ? target : columnText(register, target)
    return has(key) ? words(key) : has(`${name}.${target}`) ? words(`${name}.${target}`) : target
  }
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{words('bring.column')}</th>
          <th scope="col">{words('bring.samples')}</th>
          <th scope="col">{words('bring.goesTo')}</th>
        </tr>
      </thead>
      <tbody>
        {table.columns.map(({ column, header, target, why, samples }) => (
          <tr key={column}>
            <th scope="row">{header}</th>
            <td className="quiet">{samples.join(' · ')}</td>
            <td>
              <select
                className="in flat"
                aria-label={words('bring.goesToOf', { column: header })}
                value={target ?? ''}
                onChange={(event) => onCorrect(column, event.target.value === '' ? null : event.target.value)}
              >
                <option value="">{words('bring.nowhere')}</option>
                {table.targets.map((one) => (
                  <option key={one} value={one}>
                    {label(one)}
                  </option>
                ))}
              </select>
              {why !== null && has(`bring.why.${why}`) ? (
                <span className="quiet">{` ${words(`bring.why.${why}`)}`}</span>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
