import type { ReactNode } from 'react'
import { Go } from '../../Go.tsx'
import { useSpeech } from '../../text.ts'
import { densityOf, lineSides, type MapCell, type RiskMapReply, risksIn, type Side, searchOf } from './map.ts'

interface MapTableProps {
  readonly map: RiskMapReply
  readonly side: Side
}

/** The matrix: likelihood upwards, consequence to the right; how many risks are in each cell, and where the line runs. */
export function MapTable({ map, side }: MapTableProps): ReactNode {
  const { words, number } = useSpeech()
  const { consequences, likelihoods, cells, risks } = map
  const isExpected = side === 'after' && risks.some(({ after }) => after.kind === 'target')
  const caption = words(isExpected ? 'riskMap.after.expected' : `riskMap.${side}`)
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={caption}>
      <table className="matrix">
        <caption className="label">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words('riskMap.likelihood')}</th>
            {consequences.map(({ value, name }) => (
              <th key={value} scope="col">
                {number(value)}
                <span className="hide">{` ${name ?? ''}`}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {likelihoods.toReversed().map((row, rowIndex) => (
            <tr key={row.value}>
              <th scope="row">
                {number(row.value)}
                <span className="hide">{` ${row.name ?? ''}`}</span>
              </th>
              {cells.slice(rowIndex * consequences.length, (rowIndex + 1) * consequences.length).map((cell, column) => (
                <Cell
                  key={cell.consequence}
                  map={map}
                  side={side}
                  cell={cell}
                  index={rowIndex * consequences.length + column}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface CellProps extends MapTableProps {
  readonly cell: MapCell
  readonly index: number
}

function Cell({ map, side, cell, index }: CellProps): ReactNode {
  const { words, number } = useSpeech()
  const inside = risksIn(map.risks, side, cell)
  const density = densityOf(map.levels, cell.level)
  const level = map.levels.find(({ key }) => key === cell.level)?.name ?? ''
  const classes = [density === null ? 'l0' : `l${density}`, ...lineSides(map.cells, map.consequences.length, index)]
  const where = { likelihood: number(cell.likelihood), consequence: number(cell.consequence), level }
  return (
    <td className={classes.join(' ')}>
      {inside.length === 0 ? (
        <span className="hide">{words('riskMap.cell.empty', where)}</span>
      ) : (
        <Go
          to="registers/risk"
          search={searchOf(inside)}
          isCurrent={false}
          label={words('riskMap.cell', {
            ...where,
            n: inside.length,
            names: inside.map((risk) => risk.number).join(', '),
          })}
        >
          {number(inside.length)}
        </Go>
      )}
    </td>
  )
}
