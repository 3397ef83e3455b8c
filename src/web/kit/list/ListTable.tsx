import { type KeyboardEvent, type ReactNode, useState } from 'react'
import type { AnyRecord } from '../../../kernel/isms.ts'
import type { Register } from '../../../kernel/register.ts'
import type { Titles } from '../../replies.ts'
import { useText } from '../../text.ts'
import { capital } from '../../words.ts'
import { narrowColumns } from '../columns.ts'
import { ColumnHead } from './ColumnHead.tsx'
import { ListRow } from './ListRow.tsx'
import type { ListState } from './list-state.ts'

interface ListTableProps {
  readonly register: Register
  readonly state: ListState
  readonly rows: readonly AnyRecord[]
  readonly titles: Titles
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (chosen: ReadonlySet<string>) => void
}

/** The rows. Arrows go up and down, Enter opens beside, space chooses, Escape shuts what is open. */
export function ListTable({ register, state, rows, titles, chosen, onChoose }: ListTableProps): ReactNode {
  const words = useText()
  const [at, setAt] = useState(0)
  const columns = state.open === null ? state.columns : narrowColumns(register, state.columns)
  const toggle = (id: string): void => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    onChoose(next)
  }
  const press = (event: KeyboardEvent<HTMLTableElement>): void => {
    if (!(event.target instanceof HTMLAnchorElement)) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const row = rows[at]
    if (step !== 0) focusRow(event.currentTarget, Math.min(Math.max(at + step, 0), rows.length - 1))
    else if (event.key === ' ' && row !== undefined) toggle(row.id)
    else if (event.key === 'Escape' && state.open !== null) state.setOpen(null)
    else return
    event.preventDefault()
  }
  const areAll = rows.every((row) => chosen.has(row.id))
  return (
    <div className="scroll">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows between the links of the rows */}
      <table className="list stack one" onKeyDown={press}>
        <caption className="hide">{capital(words(`${register.name}.plural`))}</caption>
        <thead>
          <tr>
            <th scope="col" className="pick">
              <input
                type="checkbox"
                aria-label={words('list.chooseAll')}
                checked={areAll}
                onChange={() => onChoose(new Set(areAll ? [] : rows.map((row) => row.id)))}
              />
            </th>
            {columns.map((column) => (
              <ColumnHead key={column} register={register} column={column} sort={state.sort} onSort={state.setSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <ListRow
              key={row.id}
              register={register}
              columns={columns}
              row={row}
              titles={titles}
              isOpen={row.id === state.open}
              isChosen={chosen.has(row.id)}
              isAt={index === Math.min(at, rows.length - 1)}
              onFocus={() => setAt(index)}
              onChoose={() => toggle(row.id)}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function focusRow(table: HTMLTableElement, index: number): void {
  table.tBodies[0]?.rows[index]?.querySelector<HTMLAnchorElement>('td.name a')?.focus()
}
