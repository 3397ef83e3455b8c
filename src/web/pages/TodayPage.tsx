import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../api.ts'
import { useAsOf } from '../as-of.ts'
import { ListError } from '../kit/list/ListError.tsx'
import type { ReadinessReply } from '../readiness.ts'
import { PageSkeleton } from '../shell/PageSkeleton.tsx'
import { useRuleSpeech } from '../text.ts'
import { capital } from '../words.ts'
import { AuditDays } from './today/AuditDays.tsx'
import { ExpectedToday } from './today/ExpectedToday.tsx'
import { NextSteps } from './today/NextSteps.tsx'
import { SinceVisit } from './today/SinceVisit.tsx'
import { TodayLead } from './today/TodayLead.tsx'
import type { TodayReply } from './today/today.ts'
import { YearStrip } from './today/YearStrip.tsx'

/** What is the matter today, what to do first, and what falls due in the coming year. */
export function TodayPage(): ReactNode {
  const { words, longDay } = useRuleSpeech()
  const api = useApi()
  const { day } = useAsOf()
  const today = useQuery(api.read<TodayReply>('today'))
  const readiness = useQuery(api.read<ReadinessReply>('readiness'))
  if (today.isPending || readiness.isPending) return <PageSkeleton />
  const audits = today.data?.audits ?? []
  return (
    <>
      <p className="crumb">{capital(longDay(day))}</p>
      <div className="head">
        <h1>{words('nav.today')}</h1>
      </div>
      <Failed query={readiness} />
      <Failed query={today} />
      {readiness.isSuccess ? <TodayLead answer={readiness.data} audits={audits} day={day} /> : null}
      <div className="two">
        {readiness.isSuccess ? <NextSteps answer={readiness.data} /> : <div />}
        <AuditDays audits={audits} milestones={today.data?.milestones ?? []} day={day} />
      </div>
      {today.isSuccess ? (
        <YearStrip due={today.data.due} audits={audits} milestones={today.data.milestones} day={day} />
      ) : null}
      <div className="two">
        {readiness.isSuccess ? <ExpectedToday answer={readiness.data} /> : <div />}
        {today.isSuccess ? <SinceVisit today={today.data} /> : null}
      </div>
    </>
  )
}

function Failed({ query }: { readonly query: UseQueryResult }): ReactNode {
  return query.isError ? <ListError error={query.error} onRetry={() => void query.refetch()} /> : null
}
