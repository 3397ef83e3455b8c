import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../api.ts'
import { useAsOf } from '../as-of.ts'
import { Go } from '../Go.tsx'
import { ListError } from '../kit/list/ListError.tsx'
import { useNames } from '../names.ts'
import type { ParametersReply } from '../readiness.ts'
import { PageSkeleton } from '../shell/PageSkeleton.tsx'
import { useRuleSpeech } from '../text.ts'
import { ParameterHistory } from './parameters/ParameterHistory.tsx'
import { ParameterTable } from './parameters/ParameterTable.tsx'

/** The rhythms and deadlines that the organisation set itself, with what is common, and who changed them when. */
export function ParametersPage(): ReactNode {
  const { words } = useRuleSpeech()
  const api = useApi()
  const { tense } = useAsOf()
  const parameters = useQuery(api.read<ParametersReply>('readiness/parameters'))
  if (parameters.isPending) return <PageSkeleton />
  if (parameters.isError) return <ListError error={parameters.error} onRetry={() => void parameters.refetch()} />
  const { data } = parameters
  return (
    <>
      <div className="head">
        <h1>{words('nav.parameters')}</h1>
        {tense === 'present' && data.record !== null ? (
          <div className="do">
            <Go to="registers/organisation" className="btn">
              {words('parametersPage.change')}
            </Go>
          </div>
        ) : null}
      </div>
      <ParameterLead reply={data} />
      <ParameterTable reply={data} />
      <ParameterHistory versions={data.versions} />
    </>
  )
}

/** Who approved them, and whether something waits. */
function ParameterLead({ reply }: { readonly reply: ParametersReply }): ReactNode {
  const { words, day } = useRuleSpeech()
  const { approval, approvedBy, approvedAt, reason } = reply
  const names = useNames([approvedBy])
  const by = approvedBy === null ? '' : (names[approvedBy]?.title ?? '')
  return (
    <>
      <p className="lead">
        {words(`parametersPage.${approval}`, { by, day: approvedAt === null ? '' : day(approvedAt) })}{' '}
        {words('parametersPage.lead')}
      </p>
      {reason === null || reason === '' ? null : <p className="text">{words('parametersPage.reason', { reason })}</p>}
    </>
  )
}
