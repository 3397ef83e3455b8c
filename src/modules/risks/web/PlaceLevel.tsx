import type { ReactNode } from 'react'
import { Level } from '../../../web/kit/Level.tsx'
import { Mark } from '../../../web/kit/Mark.tsx'
import { densityOf, placeText, type RiskMapReply, type RiskPlace } from '../../../web/pages/risk-map/map.ts'
import { useSpeech } from '../../../web/text.ts'

interface PlaceLevelProps {
  readonly map: RiskMapReply
  readonly place: RiskPlace
}

/** A place on the map in the width of a column: the number with its density, the level by name for whoever asks. */
export function PlaceLevel({ map, place }: PlaceLevelProps): ReactNode {
  const { words, number } = useSpeech()
  const density = densityOf(map.levels, place.level)
  const whole = placeText(map.levels, place, number)
  if (place.misplaced !== null) {
    return (
      <span className="fault" title={words(`riskMap.misplaced.${place.misplaced}`)}>
        <Mark severity="minor" isNamed={false} /> {whole === '' ? words('value.unknown') : whole}
      </span>
    )
  }
  if (density === null) return whole
  return (
    <Level density={density}>
      <span title={whole}>{place.score === null ? whole : number(place.score)}</span>
      <span className="hide">{whole}</span>
    </Level>
  )
}
