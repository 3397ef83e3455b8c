import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Register } from '../../../kernel/register.ts'
import { useAddress } from '../../address.ts'
import { useApi } from '../../api.ts'
import { Go } from '../../Go.tsx'
import type { Draft, Values } from '../../replies.ts'
import { one, type Search } from '../../search.ts'
import { PageSkeleton } from '../../shell/PageSkeleton.tsx'
import { useText } from '../../text.ts'
import { capital } from '../../words.ts'
import { RecordForm } from './RecordForm.tsx'

interface NewRecordProps {
  readonly register: Register
}

/** The form of a new record; what was typed on an earlier visit is still there. */
export function NewRecord({ register }: NewRecordProps): ReactNode {
  const words = useText()
  const api = useApi()
  const navigate = useNavigate()
  const { search } = useAddress()
  const { name } = register
  // Asked for once per visit: asked for again while somebody types, no draft yet would take the form away and what is in it.
  const draft = useQuery({
    ...api.read<Draft>(`drafts/${name}/new`),
    refetchOnMount: 'always',
    refetchOnWindowFocus: false,
  })
  if (!draft.isFetchedAfterMount) return <PageSkeleton />
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

const GIVEN = 'set.'

/** `set.risk=ID` in the address fills a field of a new record. */
function givenIn(search: Search): Values {
  return Object.fromEntries(
    Object.entries(search)
      .filter(([name]) => name.startsWith(GIVEN))
      .map(([name, value]) => [name.slice(GIVEN.length), one(value)]),
  )
}
