import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useAddress, useParam } from '../address.ts'
import { useApi } from '../api.ts'
import { useAsOf } from '../as-of.ts'
import { Refused } from '../client.ts'
import { Go } from '../Go.tsx'
import { RecordAround } from '../kit/record/RecordAround.tsx'
import { RecordChildren } from '../kit/record/RecordChildren.tsx'
import { RecordForm } from '../kit/record/RecordForm.tsx'
import { RecordHead } from '../kit/record/RecordHead.tsx'
import { RecordText } from '../kit/record/RecordText.tsx'
import { formFields } from '../kit/values.ts'
import { ListError } from '../kit/list/ListError.tsx'
import { childrenOf, findRegister } from '../registers.ts'
import type { Draft, RecordReply, Values } from '../replies.ts'
import { one } from '../search.ts'
import { PageSkeleton } from '../shell/PageSkeleton.tsx'
import { useText } from '../text.ts'
import { capital } from '../words.ts'

/** A record on its own page: the form left, what proves and surrounds it right. */
export function RecordPage(): ReactNode {
  const register = findRegister(useParam('register'))
  const id = useParam('id')
  const api = useApi()
  const { tense } = useAsOf()
  const isNew = id === 'new'
  const record = useQuery({ ...api.read<RecordReply>(`registers/${register?.name ?? ''}/${id}`), enabled: !isNew })
  if (register === null) throw new Refused('not_found', {})
  if (isNew) return <NewRecord key={register.name} name={register.name} />
  if (record.isError) return <ListError error={record.error} onRetry={() => void record.refetch()} />
  if (record.isPending) return <PageSkeleton />
  const reply = record.data
  const canEdit = tense === 'present' && reply.can.update
  return (
    <article key={id}>
      <RecordHead register={register} reply={reply} />
      <div className="recordpage">
        <div className="recordform">
          {canEdit ? (
            <RecordForm register={register} reply={reply} draft={reply.draft} onSaved={() => undefined} />
          ) : (
            <RecordText register={register} record={reply.record} titles={reply.titles} fields={formFields(register)} />
          )}
          {childrenOf(register).map((child) => (
            <RecordChildren key={child.name} parent={reply} register={child} />
          ))}
        </div>
        <RecordAround register={register} reply={reply} />
      </div>
    </article>
  )
}

function NewRecord({ name }: { readonly name: string }): ReactNode {
  const words = useText()
  const api = useApi()
  const navigate = useNavigate()
  const { search } = useAddress()
  const register = findRegister(name)
  const draft = useQuery({ ...api.read<Draft>(`drafts/${name}/new`), retry: false })
  if (register === null || draft.isPending) return <PageSkeleton />
  return (
    <>
      <p className="crumb">
        <Go to={`registers/${name}`}>{capital(words(`${name}.plural`))}</Go>
        {' › '}
        {words('form.newCrumb')}
      </p>
      <div className="head">
        <h1>{capital(words('form.new', { register: words(name) }))}</h1>
      </div>
      <p className="small soft text">{words(`${name}.about`)}</p>
      <div className="recordpage">
        <div className="recordform">
          <RecordForm
            register={register}
            reply={null}
            draft={draft.data ?? null}
            given={givenIn(search)}
            onSaved={({ record }) => void navigate({ to: `/${api.organisation}/registers/${name}/${record.id}` })}
          />
        </div>
      </div>
    </>
  )
}

/** `set.risk=ID` in the address fills a field of a new record. */
function givenIn(search: Readonly<Record<string, string | readonly string[] | undefined>>): Values {
  return Object.fromEntries(
    Object.entries(search)
      .filter(([name]) => name.startsWith('set.'))
      .map(([name, value]) => [name.slice('set.'.length), one(value)]),
  )
}
