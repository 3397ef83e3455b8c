import { type ReactNode, useState } from 'react'
import { Go } from '../../Go.tsx'
import { useText } from '../../text.ts'
import { MapPlace } from './MapPlace.tsx'
import { type MappedRisk, movedRisks, type RiskMapReply } from './map.ts'

interface MapMovesProps {
  readonly map: RiskMapReply
}

const SHOWN = 50

/** Which risk goes from where to where; behind it every risk, for who would rather read than look. */
export function MapMoves({ map }: MapMovesProps): ReactNode {
  const words = useText()
  const moved = movedRisks(map.risks)
  return (
    <section className="sect" aria-labelledby="moves">
      <h2 id="moves">{words('riskMap.moves', { n: moved.length })}</h2>
      {moved.length === 0 ? (
        <p className="empty">{words('riskMap.moves.none')}</p>
      ) : (
        <MovesTable map={map} risks={moved} />
      )}
      <details className="behind">
        <summary>{words('riskMap.all', { n: map.risks.length })}</summary>
        <MovesTable map={map} risks={map.risks} />
      </details>
    </section>
  )
}

function MovesTable({ map, risks }: MapMovesProps & { readonly risks: readonly MappedRisk[] }): ReactNode {
  const words = useText()
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? risks : risks.slice(0, SHOWN)
  return (
    <>
      <table className="list stack moves">
        <thead>
          <tr>
            <th scope="col">{words('field.number')}</th>
            <th scope="col">{words('riskMap.risk')}</th>
            <th scope="col">{words('riskMap.column.now')}</th>
            <th scope="col">{words('riskMap.column.after')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((risk) => (
            <tr key={risk.id}>
              <td className="id">{risk.number}</td>
              <td className="name">
                <Go to={`registers/risk/${risk.id}`}>{risk.title}</Go>
              </td>
              <td>
                <MapPlace map={map} place={risk.now} />
              </td>
              <td data-l="→">
                <MapPlace map={map} place={risk.after} before={risk.now} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < risks.length ? (
        <p className="small after">
          <button type="button" className="link" onClick={() => setWhole(true)}>
            {words('riskMap.showAll', { n: risks.length })}
          </button>
        </p>
      ) : null}
    </>
  )
}
