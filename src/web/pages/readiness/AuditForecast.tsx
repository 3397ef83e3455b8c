import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../../api.ts'
import { useAsOf } from '../../as-of.ts'
import { Go } from '../../Go.tsx'
import { Mark } from '../../kit/Mark.tsx'
import type { ForecastReply, Stage } from '../../readiness.ts'
import { useSpeech } from '../../text.ts'
import { capital } from '../../words.ts'
import { CountMarks } from './CountMarks.tsx'

/** What each planned audit of the coming year would find on its own day, if nobody acts until then. */
export function AuditForecast({ stage }: { readonly stage: Stage }): ReactNode {
  const { words, day: written } = useSpeech()
  const api = useApi()
  const { day, today } = useAsOf()
  const from = day < today ? day : today
  const forecast = useQuery(api.read<ForecastReply>('readiness/forecast', { stage, from }, {}))
  const audits = forecast.data?.audits ?? []
  if (audits.length === 0) return null
  return (
    <section aria-labelledby="audits">
      <h2 id="audits" className="under">
        {words('forecast.audits')}
      </h2>
      <ul className="lines small">
        {audits.map(({ stage: kind, at, counts, ready }) => (
          <li key={`${kind}${at}`}>
            <Go to="readiness" search={{ stage: kind, at }} isCurrent={false}>
              {capital(words(`stage.${kind}`))}
            </Go>{' '}
            <span className="quiet">{written(at)}</span>
            <p className="sevs">
              <CountMarks counts={counts} />
              {ready.ok ? (
                <span>
                  <Mark severity="ok" isNamed={false} /> {words('forecast.ready')}
                </span>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
