import type { ReactNode } from 'react'
import type { compareStatements } from '../../../modules/statements/contract.ts'
import type { ReplyOf } from '../../client.ts'
import { isNothing } from '../../kit/difference.ts'
import { Value } from '../../kit/Value.tsx'
import { findRegister } from '../../registers.ts'
import { useText } from '../../text.ts'

interface DifferenceTableProps {
  readonly reply: ReplyOf<typeof compareStatements>
}

export function DifferenceTable({ reply }: DifferenceTableProps): ReactNode {
  const words = useText()
  const register = findRegister('statement_line')
  if (register === null) return null
  if (reply.rows.length === 0) return <p className="empty">{words('difference.same')}</p>
  return (
    <table className="list">
      <caption className="hide">{words('soa.show.difference')}</caption>
      <thead>
        <tr>
          <th scope="col">{words('soa.column.ref')}</th>
          <th scope="col">{words('soa.column.control')}</th>
          <th scope="col">{words('difference.what')}</th>
        </tr>
      </thead>
      <tbody>
        {reply.rows.map((row) => (
          <tr key={row.control}>
            <td className="id">{row.ref}</td>
            <td className="name">{row.title}</td>
            <td>
              {row.kind === 'changed' ? (
                <dl className="facts">
                  {row.fields.map((name) => {
                    const field = register.fields[name]
                    if (field === undefined) return null
                    const value = (of: unknown): ReactNode => (
                      <Value field={field} text={`statement_line.${name}`} value={of} titles={reply.titles} />
                    )
                    return (
                      <div key={name} className="fact">
                        <dt>{words(`statement_line.${name}`)}</dt>
                        <dd>
                          {isNothing(row.before?.[name]) ? null : <del>{value(row.before?.[name])}</del>}{' '}
                          {isNothing(row.after?.[name]) ? null : <ins>{value(row.after?.[name])}</ins>}
                        </dd>
                      </div>
                    )
                  })}
                </dl>
              ) : (
                words(`difference.${row.kind}`)
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
