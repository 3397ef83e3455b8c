import type { ReactNode } from 'react'
import { useText } from '../../text.ts'

interface ListSkeletonProps {
  readonly columns: number
}

const ROWS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]

/** Rows on their way, of the size that they will have. */
export function ListSkeleton({ columns }: ListSkeletonProps): ReactNode {
  const words = useText()
  const cells = Array.from({ length: Math.max(columns, 3) }, (_, index) => index)
  return (
    <div role="status" aria-label={words('state.loading')}>
      <table className="list" aria-hidden="true">
        <thead>
          <tr>
            {cells.map((cell) => (
              <th key={cell}>
                <span className="bone" />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ROWS.map((row) => (
            <tr key={row}>
              {cells.map((cell) => (
                <td key={cell}>
                  <span className="bone" style={{ width: `${50 + ((row * 7 + cell * 13) % 40)}%` }} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
