import type { ReactNode } from 'react'
import type { RiskMap } from '../../../modules/risks/web/method.ts'
import type { Titles } from '../../replies.ts'
import { useSpeech } from '../../text.ts'
import type { TabledRisk } from './workshop.ts'

interface OpinionListProps {
  readonly risk: TabledRisk
  readonly map: RiskMap
  readonly names: Titles
}

/** Everybody's numbers in a line each, and whether they lie so far apart that it is worth talking about. */
export function OpinionList({ risk, map, names }: OpinionListProps): ReactNode {
  const { words } = useSpeech()
  const { opinions, spread } = risk
  if (opinions.length === 0) return null
  const most = Math.max(1, ...map.likelihoods.map(({ value }) => value), ...map.consequences.map(({ value }) => value))
  return (
    <div className="opinions small">
      {spread?.isWide === true ? (
        <p>
          <b>{words('workshop.apart')}</b>{' '}
          {words('workshop.range', {
            likelihoodFrom: spread.likelihood[0],
            likelihoodTo: spread.likelihood[1],
            consequenceFrom: spread.consequence[0],
            consequenceTo: spread.consequence[1],
          })}
        </p>
      ) : null}
      <table>
        <thead>
          <tr>
            <th scope="col">{words('workshop.who')}</th>
            <th scope="col">{words('risk_score.likelihood')}</th>
            <th scope="col">{words('risk_score.consequence')}</th>
          </tr>
        </thead>
        <tbody>
          {opinions.map(({ id, by, likelihood, consequence }) => (
            <tr key={id}>
              <td>{names[by]?.title ?? ''}</td>
              <td>
                <Bar value={likelihood} most={most} />
              </td>
              <td>
                <Bar value={consequence} most={most} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A number with its length: differences are seen before they are read. */
function Bar({ value, most }: { readonly value: number | null; readonly most: number }): ReactNode {
  if (value === null) return null
  return (
    <span className="said">
      <span className="num">{value}</span>
      <svg viewBox="0 0 60 8" aria-hidden="true">
        <rect width={(value / most) * 60} height="8" />
      </svg>
    </span>
  )
}
