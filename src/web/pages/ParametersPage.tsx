import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { RecordId } from '../../kernel/register.ts'
import { useApi } from '../api.ts'
import { useAsOf } from '../as-of.ts'
import { ListError } from '../kit/list/ListError.tsx'
import { ActDialog } from '../kit/record/ActDialog.tsx'
import { useNames } from '../names.ts'
import type { ParametersReply } from '../readiness.ts'
import { findRegister } from '../registers.ts'
import type { RecordReply } from '../replies.ts'
import { PageSkeleton } from '../shell/PageSkeleton.tsx'
import { useRuleSpeech } from '../text.ts'
import type { Parameter } from './parameters/groups.ts'
import { ParameterDialog } from './parameters/ParameterDialog.tsx'
import { ParameterHistory } from './parameters/ParameterHistory.tsx'
import { ParameterTable } from './parameters/ParameterTable.tsx'

const APPROVE = 'approveParameters'

/** The rhythms and deadlines that the organisation set itself, with what is common, and who changed them when. */
export function ParametersPage(): ReactNode {
  const { words } = useRuleSpeech()
  const api = useApi()
  const [changing, setChanging] = useState<Parameter | null>(null)
  const parameters = useQuery(api.read<ParametersReply>('readiness/parameters'))
  const reply = useOrganisation(parameters.data?.record?.id ?? null)
  if (parameters.isPending) return <PageSkeleton />
  if (parameters.isError) return <ListError error={parameters.error} onRetry={() => void parameters.refetch()} />
  const { data } = parameters
  return (
    <>
      <div className="head">
        <h1>{words('nav.parameters')}</h1>
        {reply === null || data.approval === 'approved' ? null : <ApproveButton reply={reply} />}
      </div>
      <ParameterLead reply={data} />
      <ParameterTable reply={data} onChange={reply?.can.update === true ? setChanging : null} />
      <ParameterHistory versions={data.versions} />
      {reply === null || changing === null ? null : (
        <ParameterDialog parameter={changing} reply={reply} onClose={() => setChanging(null)} />
      )}
    </>
  )
}

/** The organisation as it may be changed today; null on another day, and until it is known. */
function useOrganisation(id: RecordId | null): RecordReply | null {
  const api = useApi()
  const { tense } = useAsOf()
  const { data } = useQuery({
    ...api.read<RecordReply>(`registers/organisation/${id ?? ''}`),
    enabled: id !== null && tense === 'present',
  })
  return tense === 'present' ? (data ?? null) : null
}

/** For whoever may let the rhythms hold as they were entered. */
function ApproveButton({ reply }: { readonly reply: RecordReply }): ReactNode {
  const { words } = useRuleSpeech()
  const [isOpen, setOpen] = useState(false)
  const register = findRegister('organisation')
  if (register === null || reply.can.acts[APPROVE]?.ok !== true) return null
  return (
    <div className="do">
      <button type="button" className="btn" onClick={() => setOpen(true)}>
        {words(`organisation.act.${APPROVE}`)}
      </button>
      {isOpen ? <ActDialog register={register} reply={reply} act={APPROVE} onClose={() => setOpen(false)} /> : null}
    </div>
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
      {reason === null || reason === '' ? null : (
        <p className="text below">{words('parametersPage.reason', { reason })}</p>
      )}
    </>
  )
}
