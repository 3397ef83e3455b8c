import type { ReactNode } from 'react'
import type { Register } from '../../../kernel/register.ts'
import type { ListReply } from '../../replies.ts'
import { useText } from '../../text.ts'
import { columnText, isAmount } from '../columns.ts'
import { Cell } from '../list/Cell.tsx'

interface ChildrenTableProps {
  readonly register: Register
  readonly reply: ListReply
  readonly onOpen: (id: string) => void
}

/** The children of a record in the columns of their own list, less those that their parent says already. */
export function ChildrenTable({ register, reply, onOpen }: ChildrenTableProps): ReactNode {
  const words = useText()
  const columns = register.list.filter((column) => column !== register.parent && column !== 'number')
  const side = (column: string): string | undefined => (isAmount(register.fields[column]) ? 'r' : undefined)
  return (
    <div className="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">{words('field.number')}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className={side(column)}>
                {words(columnText(register, column))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {reply.rows.map((row) => (
            <tr key={row.id}>
              <td className="nowrap">
                <button type="button" className="link" onClick={() => onOpen(row.id)}>
                  {row.number}
                </button>
              </td>
              {columns.map((column) => (
                <td key={column} className={side(column)}>
                  <Cell register={register} column={column} row={row} titles={reply.titles} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
