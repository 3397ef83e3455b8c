import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../api.ts'
import { ListError } from '../kit/list/ListError.tsx'
import { PageSkeleton } from '../shell/PageSkeleton.tsx'
import { useText } from '../text.ts'
import { MapEmpty } from './risk-map/MapEmpty.tsx'
import { MapLead } from './risk-map/MapLead.tsx'
import { MapLegend } from './risk-map/MapLegend.tsx'
import { MapMoves } from './risk-map/MapMoves.tsx'
import { MapNotes } from './risk-map/MapNotes.tsx'
import { MapScales } from './risk-map/MapScales.tsx'
import { MapTable } from './risk-map/MapTable.tsx'
import type { RiskMapReply } from './risk-map/map.ts'

/** Where the risks stand in the matrix of the method that holds: as they are, and after treatment. */
export function RiskMapPage(): ReactNode {
  const words = useText()
  const api = useApi()
  const map = useQuery(api.read<RiskMapReply>('risk-map'))
  return (
    <>
      <div className="head">
        <h1>{words('nav.riskMap')}</h1>
      </div>
      {map.isPending ? <PageSkeleton /> : null}
      {map.isError ? <ListError error={map.error} onRetry={() => void map.refetch()} /> : null}
      {map.isSuccess ? <MapBody map={map.data} /> : null}
    </>
  )
}

function MapBody({ map }: { readonly map: RiskMapReply }): ReactNode {
  if (map.cells.length === 0 || map.risks.length === 0) return <MapEmpty map={map} />
  return (
    <>
      <p className="lead">
        <MapLead map={map} />
      </p>
      <MapNotes map={map} />
      <div className="maps">
        <MapTable map={map} side="now" />
        <MapTable map={map} side="after" />
      </div>
      <MapLegend map={map} />
      <MapScales map={map} />
      <MapMoves map={map} />
    </>
  )
}
