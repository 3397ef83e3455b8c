import { type ReactNode, useState } from 'react'
import { Mark } from '../../kit/Mark.tsx'
import { useText } from '../../text.ts'
import { FATES, type Fate, type ShownRow, type ShownTable } from './plan.ts'

interface RowFatesProps {
  readonly rows: readonly ShownRow[]
  /** Of all rows, where there are too many to show. */
  readonly counts: ShownTable['counts']
  readonly leftOut: readonly number[]
  readonly onLeaveOut: (rows: readonly number[]) => void
}

const SHOWN = 12
const MORE = 100

/** What becomes of every row, those that need a look first. */
export function RowFates({ rows, counts, leftOut, onLeaveOut }: RowFatesProps): ReactNode {
  const words = useText()
  const [fate, setFate] = useState<Fate | null>(rows.some((row) => row.fate === 'fault') ? 'fault' : null)
  const [most, setMost] = useState(SHOWN)
  const chosen = inOrder(fate === null ? rows : rows.filter((row) => row.fate === fate))
  const toggle = (row: number): void =>
    onLeaveOut(leftOut.includes(row) ? leftOut.filter((other) => other !== row) : [...leftOut, row])
  return (
    <>
      <div className="views">
        {[null, ...FATES].map((one) => {
          const n = one === null ? FATES.reduce((sum, each) => sum + counts[each], 0) : counts[one]
          return n === 0 ? null : (
            <button
              key={one ?? 'all'}
              type="button"
              className="view"
              aria-pressed={one === fate}
              onClick={() => setFate(one)}
            >
              {one === null ? words('bring.rows', { n }) : words(`bring.fate.${one}.n`, { n })}
            </button>
          )
        })}
      </div>
      <table className="list stack">
        <thead>
          <tr>
            <th scope="col">{words('bring.row')}</th>
            <th scope="col">{words('bring.title')}</th>
            <th scope="col">{words('bring.fate')}</th>
            <th scope="col">{words('bring.remarks')}</th>
          </tr>
        </thead>
        <tbody>
          {chosen.slice(0, most).map((row) => (
            <tr key={row.row}>
              <td className="id num">{row.row}</td>
              <td className="name">{row.title}</td>
              <td className="nowrap">
                {row.fate === 'fault' ? <Mark severity="minor" isNamed={false} /> : null}{' '}
                {words(`bring.fate.${row.fate}`)}{' '}
                {row.fate === 'fault' || leftOut.includes(row.row) ? (
                  <button type="button" className="link" onClick={() => toggle(row.row)}>
                    {words(leftOut.includes(row.row) ? 'bring.takeIn' : 'bring.leaveOut')}
                  </button>
                ) : null}
              </td>
              <td>
                {[...row.faults, ...row.remarks].map(({ column, message }) => (
                  <p key={`${column} ${message}`} className="soft">
                    {column === null ? null : (
                      <span className="quiet">{`${words('bring.inColumn', { column: columnLetters(column) })}: `}</span>
                    )}
                    {message}
                  </p>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {chosen.length > most ? (
        <p className="small after">
          <button type="button" className="link" onClick={() => setMost(most + MORE)}>
            {words('list.more')}
          </button>
        </p>
      ) : null}
    </>
  )
}

/** What needs a look first: faults, then rows that were read otherwise than they stand; empty rows at the end. */
function inOrder(rows: readonly ShownRow[]): readonly ShownRow[] {
  return rows.toSorted((a, b) => weightOf(a) - weightOf(b) || a.row - b.row)
}

function weightOf({ fate, faults, remarks }: ShownRow): number {
  if (faults.length > 0) return 0
  if (fate === 'skip') return LAST
  return remarks.length > 0 ? 1 : 2
}

const LAST = 3
const LETTERS = 26
const FIRST_LETTER = 64

/** A column as Excel calls it: 1 is A, 27 is AA. */
function columnLetters(column: number): string {
  const last = ((column - 1) % LETTERS) + 1
  const rest = (column - last) / LETTERS
  return `${rest > 0 ? columnLetters(rest) : ''}${String.fromCodePoint(FIRST_LETTER + last)}`
}
