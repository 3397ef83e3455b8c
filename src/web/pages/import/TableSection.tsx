import { type ReactNode, useState } from 'react'
import { registers } from '../../registers.ts'
import { useText } from '../../text.ts'
import { capital } from '../../words.ts'
import { ColumnMapping } from './ColumnMapping.tsx'
import type { ShownTable, TableCorrection } from './plan.ts'
import { RowFates } from './RowFates.tsx'

interface TableSectionProps {
  readonly table: ShownTable
  readonly correction: TableCorrection
  readonly onCorrect: (correction: TableCorrection) => void
}

/** One table of a workbook: what it was taken for, its columns, and what becomes of its rows. */
export function TableSection({ table, correction, onCorrect }: TableSectionProps): ReactNode {
  const words = useText()
  const [isShown, setShown] = useState(table.confidence < 1 && table.register !== null)
  return (
    <section className="sect" aria-label={`${table.file} ${table.sheet}`}>
      <div className="head">
        <h2>{table.register === null ? words('bring.leftOut') : capital(words(`${table.register}.plural`))}</h2>
        <span className="small quiet end">
          {words('bring.where', { file: table.file, sheet: table.sheet, row: table.headerRow })}
        </span>
      </div>
      <div className="bar">
        <label className="compared">
          <span className="label">{words('bring.takenFor')}</span>
          <select
            className="in"
            value={table.register ?? ''}
            onChange={(event) => onCorrect({ register: event.target.value === '' ? null : event.target.value })}
          >
            <option value="">{words('bring.leaveOut')}</option>
            {registers.map(({ name }) => (
              <option key={name} value={name}>
                {capital(words(`${name}.plural`))}
              </option>
            ))}
          </select>
        </label>
        {table.register === null ? null : (
          <button type="button" className="link" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
            {words('bring.columns', {
              n: table.columns.filter(({ target }) => target !== null).length,
              total: table.columns.length,
            })}
          </button>
        )}
      </div>
      {isShown && table.register !== null ? (
        <ColumnMapping
          table={table}
          onCorrect={(column, target) =>
            onCorrect({ ...correction, columns: { ...correction.columns, [String(column)]: target } })
          }
        />
      ) : null}
      {table.register === null ? null : (
        <RowFates
          rows={table.rows}
          counts={table.counts}
          leftOut={correction.leaveOut ?? []}
          onLeaveOut={(rows) => onCorrect({ ...correction, leaveOut: [...rows] })}
        />
      )}
    </section>
  )
}
