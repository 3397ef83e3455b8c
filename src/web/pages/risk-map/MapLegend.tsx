import type { ReactNode } from 'react'
import { Level } from '../../kit/Level.tsx'
import { useSpeech } from '../../text.ts'
import { densityOf, type RiskMapReply } from './map.ts'

interface MapLegendProps {
  readonly map: RiskMapReply
}

/** What the inks and the line mean. */
export function MapLegend({ map }: MapLegendProps): ReactNode {
  const { words, number } = useSpeech()
  const span = ({ from, to }: RiskMapReply['levels'][number]): string =>
    from === null || to === null ? '' : from === to ? `${number(from)} ` : `${number(from)}–${number(to)} `
  const hasLine = map.cells.some(({ isAbove }) => isAbove === true)
  return (
    <p className="key maplegend">
      {map.levels.map((level) => (
        <Level key={level.key} density={densityOf(map.levels, level.key) ?? 1}>
          {`${span(level)}${level.name ?? level.key}`}
        </Level>
      ))}
      {hasLine ? (
        <span>
          <i className="linekey" />
          {words('riskMap.line', { version: map.method?.versionLabel ?? map.method?.number ?? '' })}
        </span>
      ) : null}
    </p>
  )
}
