import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../../api.ts'
import { useAsOf } from '../../as-of.ts'
import { addMonths } from '../../days.ts'
import { ListError } from '../../kit/list/ListError.tsx'
import type { ForecastReply, Stage } from '../../readiness.ts'
import { useSpeech } from '../../text.ts'
import { TrendPlot } from './TrendPlot.tsx'

interface TrendSectionProps {
  readonly stage: Stage
}

const AHEAD_MONTHS = 6

/** How the number of findings went, and how it will go if nobody acts: a plot, with the figures behind it. */
export function TrendSection({ stage }: TrendSectionProps): ReactNode {
  const { words, day: written } = useSpeech()
  const api = useApi()
  const { today } = useAsOf()
  const to = addMonths(today, AHEAD_MONTHS)
  const trend = useQuery(api.read<ForecastReply>('readiness/forecast', { stage, from: today, to }))
  if (trend.isPending) return null
  if (trend.isError) return <ListError error={trend.error} onRetry={() => void trend.refetch()} />
  const { steps } = trend.data
  const now = steps.filter(({ at }) => at <= today).at(-1)
  const last = steps.at(-1)
  if (last === undefined) return null
  const values = { now: now?.major.length ?? 0, later: last.major.length, day: written(last.at) }
  const head = values.now === values.later ? 'trend.same' : 'trend.changes'
  return (
    <section className="sect" aria-labelledby="trend">
      <h2 id="trend">{words(head, values)}</h2>
      <figure className="plot">
        <figcaption>{words('trend.caption')}</figcaption>
        <div className="scroll">
          <TrendPlot steps={steps} from={today} to={to} today={today} />
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
                  <td className="r">{step.major.length}</td>
                  <td className="r">{step.minor.length}</td>
                  <td className="r">{step.ofi.length}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      </figure>
    </section>
  )
}
