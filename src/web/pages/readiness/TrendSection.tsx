import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../../api.ts'
import { useAsOf } from '../../as-of.ts'
import { addMonths } from '../../days.ts'
import { ListError } from '../../kit/list/ListError.tsx'
import type { ForecastReply, ForecastStep, Stage } from '../../readiness.ts'
import { useMembership } from '../../session.ts'
import { useSpeech } from '../../text.ts'
import { type TrendPoint, usePast } from './past.ts'
import { TrendPlot } from './TrendPlot.tsx'

interface TrendSectionProps {
  readonly stage: Stage
}

const BACK_MONTHS = 12
const AHEAD_MONTHS = 6

/** How the number of findings went, and how it will go if nobody acts: a plot, with the figures behind it. */
export function TrendSection({ stage }: TrendSectionProps): ReactNode {
  const { words, day: written } = useSpeech()
  const api = useApi()
  const { today } = useAsOf()
  const { firstDay } = useMembership()
  const back = addMonths(today, -BACK_MONTHS)
  const from = firstDay !== null && firstDay > back ? firstDay : back
  const to = addMonths(today, AHEAD_MONTHS)
  const past = usePast(stage, from, today)
  const ahead = useQuery(api.read<ForecastReply>('readiness/forecast', { stage, from: today, to }, {}))
  if (ahead.isPending) return null
  if (ahead.isError) return <ListError error={ahead.error} onRetry={() => void ahead.refetch()} />
  const coming = ahead.data.steps.map(pointOf)
  const [now] = coming
  const last = coming.at(-1)
  if (now === undefined || last === undefined) return null
  const steps = [...past, ...coming]
  const values = { now: now.major, later: last.major, day: written(last.at) }
  const head = values.now === values.later ? 'trend.same' : 'trend.changes'
  return (
    <section className="sect" aria-labelledby="trend">
      <h2 id="trend">{words(head, values)}</h2>
      <figure className="plot">
        <figcaption>{words('trend.caption')}</figcaption>
        <div className="scroll" role="region" aria-label={words('trend.label')} tabIndex={0}>
          <TrendPlot steps={steps} from={from} to={to} today={today} />
        </div>
        <details className="behind">
          <summary>{words('trend.behind')}</summary>
          <table>
            <thead>
              <tr>
                <th scope="col">{words('trend.day')}</th>
                {(['major', 'minor', 'improve'] as const).map((severity) => (
                  <th key={severity} scope="col" className="r">
                    {words(`severity.${severity}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {steps.map((step) => (
                <tr key={step.at}>
                  <td>{written(step.at)}</td>
                  <td className="r">{step.major}</td>
                  <td className="r">{step.minor}</td>
                  <td className="r">{step.ofi}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      </figure>
    </section>
  )
}

function pointOf({ at, major, minor, ofi }: ForecastStep): TrendPoint {
  return { at, major: major.length, minor: minor.length, ofi: ofi.length }
}
