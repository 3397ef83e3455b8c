import type { ReactNode } from 'react'
import type { AnyRecord } from '../../../kernel/isms.ts'
import type { Register } from '../../../kernel/register.ts'
import { useAddress } from '../../address.ts'
import { Go } from '../../Go.tsx'
import type { Titles } from '../../replies.ts'
import { useText } from '../../text.ts'
import { columnText, isAmount } from '../columns.ts'
import { Cell } from './Cell.tsx'

interface ListRowProps {
  readonly register: Register
  readonly columns: readonly string[]
  readonly row: AnyRecord
  readonly titles: Titles
  readonly isOpen: boolean
  readonly isChosen: boolean
  /** Whether Tab leads to this row: one row of a list is enough, the arrows do the rest. */
  readonly isAt: boolean
  readonly onFocus: () => void
  readonly onChoose: () => void
}

export function ListRow(props: ListRowProps): ReactNode {
  const { register, columns, row, titles, isOpen, isChosen, isAt, onFocus, onChoose } = props
  const words = useText()
  const { search } = useAddress()
  const named = columns.includes(register.title) ? register.title : (columns[0] ?? 'number')
  return (
    <tr aria-selected={isOpen || isChosen}>
      <td className="pick drop">
        <input
          type="checkbox"
          aria-label={words('list.choose', { number: row.number })}
          checked={isChosen}
          onChange={onChoose}
        />
      </td>
      {columns.map((column) => (
        <td
          key={column}
          className={cellClass(register, column, named)}
          data-l={column === named || column === 'number' ? undefined : words(columnText(register, column))}
        >
          {column === named ? (
            <Go
              to={`registers/${register.name}`}
              search={{ ...search, open: row.id }}
              tabIndex={isAt ? 0 : -1}
              onFocus={onFocus}
            >
              <Cell register={register} column={column} row={row} titles={titles} isPlain />
            </Go>
          ) : (
            <Cell register={register} column={column} row={row} titles={titles} />
          )}
        </td>
      ))}
    </tr>
  )
}

function cellClass(register: Register, column: string, named: string): string | undefined {
  if (column === named) return 'name'
  if (column === 'number') return 'id'
  return isAmount(register.fields[column]) ? 'r' : undefined
}
