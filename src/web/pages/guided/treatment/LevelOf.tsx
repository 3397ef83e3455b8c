import type { ReactNode } from 'react'
import { levelName, type RiskMap } from '../../../../modules/risks/web/method.ts'
import { Level } from '../../../kit/Level.tsx'
import { densityOf } from '../../risk-map/map.ts'

interface LevelOfProps {
  readonly map: RiskMap
  /** Key of the level in the method. */
  readonly level: string | null
}

/** A level by its name and its density; nothing where none is known. */
export function LevelOf({ map, level }: LevelOfProps): ReactNode {
  const density = densityOf(map.levels, level)
  return density === null ? levelName(map, level) : <Level density={density}>{levelName(map, level)}</Level>
}
