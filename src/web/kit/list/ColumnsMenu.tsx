import { Popover } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Register } from '../../../kernel/register.ts'
import { useText } from '../../text.ts'
import { allColumns, columnText } from '../columns.ts'
import type { ListState } from './list-state.ts'

interface ColumnsMenuProps {
  readonly register: Register
  readonly state: ListState
}

/** Which columns the list shows. They keep the order of the declaration. */
export function ColumnsMenu({ register, state }: ColumnsMenuProps): ReactNode {
  const words = useText()
  const all = allColumns(register)
  const toggle = (column: string): void => {
    const shown = new Set(state.columns)
    if (!shown.delete(column)) shown.add(column)
    shown.add(register.title)
    state.setColumns(all.filter((known) => shown.has(known)))
  }
  return (
    <Popover position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className="link">
          {words('list.columns', { n: state.columns.length, total: all.length })}
        </button>
      </Popover.Target>
      <Popover.Dropdown className="float tall">
        <fieldset>
          <legend className="label">{words('list.columns.label')}</legend>
          {all.map((column) => (
            <label key={column} className="choice">
              <input
                type="checkbox"
                checked={state.columns.includes(column)}
                disabled={column === register.title}
                onChange={() => toggle(column)}
              />
              <span>{words(columnText(register, column))}</span>
            </label>
          ))}
        </fieldset>
        <button type="button" className="link" onClick={() => state.setColumns(null)}>
          {words('list.columns.reset')}
        </button>
      </Popover.Dropdown>
    </Popover>
  )
}
