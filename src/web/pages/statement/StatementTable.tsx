import type { ReactNode } from 'react'
import { useAddress } from '../../address.ts'
import { useTermTitles } from '../../kit/catalogue.ts'
import type { Titles } from '../../replies.ts'
import { useSpeech } from '../../text.ts'
import { byTheme, type Line, type Version } from './lines.ts'
import { StatementRow } from './StatementRow.tsx'

interface StatementTableProps {
  readonly lines: readonly Line[]
  readonly titles: Titles
  /** The version with which the last column compares. */
  readonly since: Version | null
  readonly canEdit: boolean
}

const COLUMNS = ['ref', 'control', 'included', 'why', 'status', 'evidence'] as const

export function StatementTable({ lines, titles, since, canEdit }: StatementTableProps): ReactNode {
  const { words } = useSpeech()
  const address = useAddress()
  const named = useTermTitles('control_2022')
  const open = address.get('open')
  const span = COLUMNS.length + (since === null ? 0 : 1)
  return (
    <table className="list stack soa">
      <caption className="hide">{words('soa.caption')}</caption>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              {words(`soa.column.${column}`)}
            </th>
          ))}
          {since === null ? null : (
            <th scope="col">{words('soa.column.since', { version: since.versionLabel ?? since.number })}</th>
          )}
        </tr>
      </thead>
      {byTheme(lines).map(([theme, own]) => (
        <tbody key={theme}>
          <tr className="grp">
            <th colSpan={span} scope="rowgroup" id={`theme-${theme}`}>
              {words(`theme.${theme}`)}{' '}
              <span>
                {words('soa.group', {
                  n: own.length,
                  excluded: own.filter((line) => line.included === false).length,
                  undecided: own.filter((line) => line.included === null).length,
                  unproven: own.filter((line) => line.included === true && line.evidence === null).length,
                })}
              </span>
            </th>
          </tr>
          {own.map((line) => (
            <StatementRow
              key={line.id}
              line={line}
              title={(line.annexA === null ? undefined : named.get(line.annexA)) ?? line.title}
              titles={titles}
              hasSince={since !== null}
              canEdit={canEdit}
              isOpen={open === line.ref}
              span={span}
              onOpen={(isOpen) => address.set({ open: isOpen ? line.ref : undefined }, { replace: true })}
            />
          ))}
        </tbody>
      ))}
    </table>
  )
}
