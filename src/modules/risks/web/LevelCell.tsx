import type { ReactNode } from 'react'
import type { AnyRecord } from '../../../kernel/isms.ts'
import { Level } from '../../../web/kit/Level.tsx'
import { densityOf } from '../../../web/pages/risk-map/map.ts'
import { useRiskMap } from './method.ts'

interface LevelCellProps {
  readonly row: AnyRecord
}

/** A level by the name that the method gives it; a word that the method does not know stands as it was typed. */
export function LevelCell({ row }: LevelCellProps): ReactNode {
  const map = useRiskMap()
  const { level } = row
  if (typeof level !== 'string') return null
  const density = map === null ? null : densityOf(map.levels, level)
  const name = map?.levels.find(({ key }) => key === level)?.name ?? level
  return density === null ? name : <Level density={density}>{name}</Level>
}
