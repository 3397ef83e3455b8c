import type { ReactNode } from 'react'
import { useAsOf } from '../../as-of.ts'
import { Go } from '../../Go.tsx'
import { useText } from '../../text.ts'
import type { RiskMapReply } from './map.ts'

interface MapEmptyProps {
  readonly map: RiskMapReply
}

/** No map without a method with scales, and none without risks: what comes first. */
export function MapEmpty({ map }: MapEmptyProps): ReactNode {
  const words = useText()
  const { tense } = useAsOf()
  const lack = map.method === null ? 'noMethod' : map.cells.length === 0 ? 'noScales' : 'noRisks'
  const to = {
    noMethod: 'registers/risk_method',
    noScales: `registers/risk_method/${map.method?.id ?? ''}`,
    noRisks: 'registers/risk',
  }
  return (
    <div className="empty">
      <p className="text">{words(tense === 'past' ? 'list.noneThen' : `riskMap.${lack}`)}</p>
      {tense === 'past' ? null : (
        <p className="btns">
          <Go to={to[lack]} className="btn">
            {words(`riskMap.${lack}.do`)}
          </Go>
        </p>
      )}
    </div>
  )
}
