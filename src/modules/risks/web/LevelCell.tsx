import type { ReactNode } from 'react'
import type { AnyRecord } from '../../../kernel/isms.ts'
import { Level } from '../../../web/kit/Level.tsx'
import { densityOf } from '../../../web/pages/risk-map/map.ts'
import { levelName, useRiskMap } from './method.ts'

interface LevelCellProps {
  readonly row: AnyRecord
}

/** A level by its name and its density. */
export function LevelCell({ row }: LevelCellProps): ReactNode {
  const map = useRiskMap()
  const { level } = row
  if (typeof level !== 'string') return null
  const density = map === null ? null : densityOf(map.levels, level)
  const name = map === null ? level : levelName(map, level)
  return density === null ? name : <Level density={density}>{name}</Level>
}
