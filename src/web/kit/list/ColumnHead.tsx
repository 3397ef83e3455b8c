import type { ReactNode } from 'react'
import type { Register } from '../../../kernel/register.ts'
import { useText } from '../../text.ts'
import { columnText, isAmount, isSortable, nextSort } from '../columns.ts'

interface ColumnHeadProps {
  readonly register: Register
  readonly column: string
  readonly sort: string | null
  readonly onSort: (sort: string) => void
}

export function ColumnHead({ register, column, sort, onSort }: ColumnHeadProps): ReactNode {
  const words = useText()
  const label = words(columnText(register, column))
  const direction = sort === column || (sort === null && column === 'number') ? 1 : sort === `-${column}` ? -1 : 0
  return (
    <th
      scope="col"
      className={isAmount(register.fields[column]) ? 'r' : undefined}
      aria-sort={direction === 1 ? 'ascending' : direction === -1 ? 'descending' : undefined}
    >
      {isSortable(register, column) ? (
        <button type="button" className="sort" onClick={() => onSort(nextSort(sort ?? 'number', column))}>
          {label}
          {direction === 0 ? null : <span aria-hidden="true">{direction === 1 ? ' ↑' : ' ↓'}</span>}
        </button>
      ) : (
        label
      )}
    </th>
  )
}
