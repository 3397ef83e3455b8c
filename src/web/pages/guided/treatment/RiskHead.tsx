import type { ReactNode } from 'react'
import { Go } from '../../../Go.tsx'
import { useSpeech } from '../../../text.ts'
import { LevelOf } from './LevelOf.tsx'
import type { PartProps } from './part-props.ts'
import type { Treated } from './treatment.ts'

interface RiskHeadProps extends Pick<PartProps, 'map' | 'people'> {
  readonly risk: Treated
}

/** Which risk it is, how large, whose, and what could happen. */
export function RiskHead({ risk, map, people }: RiskHeadProps): ReactNode {
  const { words, list } = useSpeech()
  const owners = list(risk.owners.map((id) => people[id]?.title ?? ''))
  return (
    <>
      <h3>
        <Go to={`registers/risk/${risk.risk}`}>{risk.number}</Go> {risk.title}
      </h3>
      <p className="small">
        <LevelOf map={map} level={risk.score.level} />{' '}
        <span className="quiet">{words('guide.treatment.owner', { n: risk.owners.length, owners })}</span>
      </p>
      {risk.scenario === null ? null : <p className="small soft text">{risk.scenario}</p>}
    </>
  )
}
