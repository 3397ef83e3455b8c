import type { ReactNode } from 'react'
import type { AnyRecord } from '../../../kernel/isms.ts'
import { useText } from '../../../web/text.ts'
import { useRiskMap } from './method.ts'
import { PlaceLevel } from './PlaceLevel.tsx'

interface AfterCellProps {
  readonly row: AnyRecord
}

/** The level that treatment leaves, or is expected to leave. */
export function AfterCell({ row }: AfterCellProps): ReactNode {
  const words = useText()
  const map = useRiskMap()
  const risk = map?.risks.find(({ id }) => id === row.id)
  if (map === null || risk === undefined) return null
  if (risk.after.kind === null) return <span className="quiet">{words('value.unknown')}</span>
  if (risk.after.kind === risk.now.kind) return <span className="quiet">{words('riskMap.same')}</span>
  return <PlaceLevel map={map} place={risk.after} />
}
