import type { ReactNode } from 'react'
import type { AnyRecord } from '../../../kernel/isms.ts'
import { useRiskMap } from './method.ts'
import { PlaceLevel } from './PlaceLevel.tsx'

interface NowCellProps {
  readonly row: AnyRecord
}

/** The level of a risk as it is. */
export function NowCell({ row }: NowCellProps): ReactNode {
  const map = useRiskMap()
  const risk = map?.risks.find(({ id }) => id === row.id)
  return map === null || risk === undefined ? null : <PlaceLevel map={map} place={risk.now} />
}
