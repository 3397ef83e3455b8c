import type { ReactNode } from 'react'
import { Go } from '../../Go.tsx'
import { type Density, Level } from '../../kit/Level.tsx'
import { useSpeech } from '../../text.ts'
import type { TodayReply } from './today.ts'

interface TopRisksProps {
  readonly risks: TodayReply['risks']
}

const DENSITIES: readonly Density[] = [1, 2, 3, 4]

/** The gravest risks of today, with who answers for them. */
export function TopRisks({ risks }: TopRisksProps): ReactNode {
  const { words, list } = useSpeech()
  return (
    <section className="sect" aria-labelledby="risks">
      <div className="head">
        <h2 id="risks">{words('today.risks', { n: risks.length })}</h2>
        <span className="small end">
          <Go to="risk-map">{words('nav.riskMap')}</Go>
        </span>
      </div>
      {risks.length === 0 ? <p className="empty">{words('today.noRisks')}</p> : null}
      <ul className="lines small">
        {risks.map(({ id, number, title, level, owners, isAbove }) => (
          <li key={id}>
            <Go to={`registers/risk/${id}`}>{`${number} ${title}`}</Go>
            <br />
            <Level density={DENSITIES.find((one) => one === level.density) ?? 1}>{level.name}</Level>{' '}
            <span className="quiet">
              {owners.length === 0 ? words('today.risk.nobody') : list(owners.map((owner) => owner.title))}
              {isAbove ? `, ${words('today.risk.above')}` : ''}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
