import type { ReactNode } from 'react'
import { Level } from '../../kit/Level.tsx'
import { useSpeech } from '../../text.ts'
import { densityOf, placeText, type RiskMapReply, type RiskPlace } from './map.ts'

interface MapPlaceProps {
  readonly map: RiskMapReply
  readonly place: RiskPlace
  /** Where the risk was: what did not move is told in a word. */
  readonly before?: RiskPlace
}

/** A risk's place in words: score and level, and what is still expected. */
export function MapPlace({ map, place, before }: MapPlaceProps): ReactNode {
  const { words, number } = useSpeech()
  if (place.kind === null) return <span className="quiet">{words('value.unknown')}</span>
  const isSame = before !== undefined && place.kind === before.kind
  if (isSame) return <span className="quiet">{words('riskMap.same')}</span>
  const density = densityOf(map.levels, place.level)
  const text = placeText(map.levels, place, number)
  return (
    <>
      {density === null ? text : <Level density={density}>{text}</Level>}
      {place.kind === 'target' ? <span className="quiet">{`, ${words('riskMap.expected')}`}</span> : null}
      {place.misplaced === null ? null : (
        <span className="quiet">{`, ${words(`riskMap.misplaced.${place.misplaced}`)}`}</span>
      )}
    </>
  )
}
