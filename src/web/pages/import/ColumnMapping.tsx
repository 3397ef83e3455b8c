import type { ReactNode } from 'react'
import { useSpeech } from '../../text.ts'
import type { ShownTable } from './plan.ts'

interface ColumnMappingProps {
  readonly table: ShownTable
  readonly onCorrect: (column: number, target: string | null) => void
}

/** Every column of the sheet with a few of its values, and the field that it goes to. */
export function ColumnMapping({ table, onCorrect }: ColumnMappingProps): ReactNode {
  const { words, has } = useSpeech()
  return (
    <table className="stack mapping">
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
            <th scope="row" className="name">
              {header}
            </th>
            <td className="quiet">{samples.join(' · ')}</td>
            <td>
              <select
                className="in"
                aria-label={words('bring.goesToOf', { column: header })}
                value={target ?? ''}
                onChange={(event) => onCorrect(column, event.target.value === '' ? null : event.target.value)}
              >
                <option value="">{words('bring.nowhere')}</option>
                {table.targets.map(({ key, label }) => (
                  <option key={key} value={key}>
                    {label}
                  </option>
                ))}
              </select>
              {why !== null && has(`import.why.${why}`) ? (
                <span className="quiet">{` ${words(`import.why.${why}`)}`}</span>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
