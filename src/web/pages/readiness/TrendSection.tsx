import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../../api.ts'
import { useAsOf } from '../../as-of.ts'
import { addMonths } from '../../days.ts'
import { ListError } from '../../kit/list/ListError.tsx'
import type { ForecastReply, Stage, TrendReply } from '../../readiness.ts'
import { useMembership } from '../../session.ts'
import { useSpeech } from '../../text.ts'
import { CountMarks } from './CountMarks.tsx'
import { ForecastList } from './ForecastList.tsx'
import { TrendPlot } from './TrendPlot.tsx'
import { NARROW, type TrendPoint, WIDE } from './trend.ts'

interface TrendSectionProps {
  readonly stage: Stage
}

const BACK_MONTHS = 12
const AHEAD_MONTHS = 12

/** How the number of findings went, and how it will go if nobody acts: a plot, with the figures and the reasons behind it. */
export function TrendSection({ stage }: TrendSectionProps): ReactNode {
  const { words, day: written } = useSpeech()
  const api = useApi()
  const { day, today } = useAsOf()
  const { firstDay } = useMembership()
  // From a day that is looked back at, the year before it is told and the year after it as it was foreseen then.
  const pivot = day < today ? day : today
  const back = addMonths(pivot, -BACK_MONTHS)
  const from = firstDay !== null && firstDay > back ? firstDay : back
  const to = addMonths(pivot, AHEAD_MONTHS)
  const past = useQuery(api.read<TrendReply>('readiness/trend', { stage, from, to: pivot }, {}))
  const ahead = useQuery(api.read<ForecastReply>('readiness/forecast', { stage, from: pivot, to }, {}))
  const failed = [past, ahead].find(({ isError }) => isError)
  if (failed?.error) return <ListError error={failed.error} onRetry={() => void failed.refetch()} />
  if (past.data === undefined || ahead.data === undefined) return null
  const coming = ahead.data.steps.map(pointOf)
  const [now] = coming
  const last = coming.at(-1)
  if (now === undefined || last === undefined) return null
  const steps = [...past.data.steps.map(pointOf).filter(({ at }) => at < now.at), ...coming]
  const turn = coming.findLast(({ major }, index) => index > 0 && major !== coming[index - 1]?.major) ?? last
  const values = { now: now.major, later: last.major, day: written(turn.at) }
  const audits = ahead.data.audits.map((audit) => ({ at: audit.at, name: words(`stage.${audit.stage}`) }))
  const plot = { steps, from, to, today: pivot, isNow: pivot === today, audits }
  return (
    <section className="sect" aria-labelledby="trend">
      <h2 id="trend">{words(values.now === values.later ? 'trend.same' : 'trend.changes', values)}</h2>
      <figure className="plot">
        <figcaption>{words('trend.caption', { day: written(pivot) })}</figcaption>
        <TrendPlot {...plot} shape={WIDE} className="wide" />
        <TrendPlot {...plot} shape={NARROW} className="narrow" />
        <p className="sevs narrow">
          <CountMarks counts={last} isWhole />
        </p>
        <TrendTable steps={steps} />
      </figure>
      <ForecastList forecast={ahead.data} />
    </section>
  )
}

function TrendTable({ steps }: { readonly steps: readonly TrendPoint[] }): ReactNode {
  const { words, day } = useSpeech()
  return (
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
              <td>{day(step.at)}</td>
              <td className="r">{step.major}</td>
              <td className="r">{step.minor}</td>
              <td className="r">{step.ofi}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

function pointOf({
  at,
  counts: { major, minor, ofi },
}: TrendReply['steps'][number] | ForecastReply['steps'][number]): TrendPoint {
  return { at, major, minor, ofi }
}
