import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../../api.ts'
import { Go } from '../../Go.tsx'
import { useText } from '../../text.ts'
import { MapLead } from './MapLead.tsx'
import { MapLegend } from './MapLegend.tsx'
import { MapNotes } from './MapNotes.tsx'
import { MapTable } from './MapTable.tsx'
import type { RiskMapReply } from './map.ts'

/** The map under the list of risks. Where there is nothing to draw it keeps out of the way: the list says what to do first. */
export function MapBelow(): ReactNode {
  const words = useText()
  const api = useApi()
  const { data } = useQuery(api.read<RiskMapReply>('risk-map'))
  if (data === undefined || data.cells.length === 0 || data.risks.length === 0) return null
  return (
    <section className="sect" aria-labelledby="map">
      <h2 id="map">
        <MapLead map={data} />
      </h2>
      <MapNotes map={data} />
      <div className="maps">
        <MapTable map={data} side="now" />
        <MapTable map={data} side="after" />
      </div>
      <MapLegend map={data} />
      <p className="small after">
        <Go to="risk-map">{words('riskMap.own')}</Go>
      </p>
    </section>
  )
}
