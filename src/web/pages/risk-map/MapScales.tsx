import type { ReactNode } from 'react'
import { useSpeech } from '../../text.ts'
import type { RiskMapReply } from './map.ts'

interface MapScalesProps {
  readonly map: RiskMapReply
}

/** What the values along the sides are called, for who does not know the method by heart. */
export function MapScales({ map }: MapScalesProps): ReactNode {
  const { words } = useSpeech()
  return (
    <details className="behind">
      <summary>{words('riskMap.scales')}</summary>
      <div className="mapscales">
        <Scale title={words('riskMap.likelihood.title')} values={map.likelihoods} />
        <Scale title={words('riskMap.consequence.title')} values={map.consequences} />
      </div>
    </details>
  )
}

interface ScaleProps {
  readonly title: string
  readonly values: RiskMapReply['likelihoods']
}

function Scale({ title, values }: ScaleProps): ReactNode {
  const { words, number } = useSpeech()
  return (
    <div>
      <h3>{title}</h3>
      <dl className="facts inner">
        {values.map(({ value, name }) => (
          <div key={value} className="fact">
            <dt className="num">{number(value)}</dt>
            <dd>{name ?? words('value.unnamed')}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
