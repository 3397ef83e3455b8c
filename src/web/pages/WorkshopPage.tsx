import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useRiskMap } from '../../modules/risks/web/method.ts'
import { useAddress } from '../address.ts'
import { useApi } from '../api.ts'
import { Go } from '../Go.tsx'
import { ListError } from '../kit/list/ListError.tsx'
import { useNames } from '../names.ts'
import { Sentence } from '../Sentence.tsx'
import { PageSkeleton } from '../shell/PageSkeleton.tsx'
import { useSpeech } from '../text.ts'
import { capital } from '../words.ts'
import { RiskCard } from './workshop/RiskCard.tsx'
import type { WorkshopReply } from './workshop/workshop.ts'

/** The risks by class of scenario on one screen: opinions, what the table settles, and how far it has come. */
export function WorkshopPage(): ReactNode {
  const { words } = useSpeech()
  const api = useApi()
  const address = useAddress()
  const map = useRiskMap()
  const workshop = useQuery({ ...api.read<WorkshopReply>('workshop'), refetchInterval: 15_000 })
  const people = (workshop.data?.groups ?? []).flatMap(({ risks }) =>
    risks.flatMap(({ owner, opinions }) => [owner, ...opinions.map(({ by }) => by)]),
  )
  const names = useNames(people)
  if (workshop.isError) return <ListError error={workshop.error} onRetry={() => void workshop.refetch()} />
  if (workshop.data === undefined || map === null) return <PageSkeleton />
  const { groups, done, total, me, can } = workshop.data
  const isOpenOnly = address.get('show') !== 'all'
  const shown = groups
    .map(({ name, risks }) => ({ name, risks: isOpenOnly ? risks.filter(({ isDone }) => !isDone) : risks }))
    .filter(({ risks }) => risks.length > 0)
  return (
    <>
      <div className="head">
        <h1>{words('workshop.title')}</h1>
        <div className="do">
          <Go to="registers/risk/new" className="ghost">
            {capital(words('list.new', { register: words('risk') }))}
          </Go>
        </div>
      </div>
      <p className="lead">
        <Sentence id="workshop.lead" values={{ done, total }} parts={{ b: <strong /> }} /> {words('workshop.how')}
      </p>
      {map.method === null ? (
        <p className="note">
          <Sentence id="workshop.noMethod" parts={{ a: <Go to="registers/risk_method" /> }} />
        </p>
      ) : null}
      {me === null ? <p className="note">{words('workshop.nobody')}</p> : null}
      <fieldset className="seg">
        <legend className="hide">{words('workshop.which')}</legend>
        {(['open', 'all'] as const).map((which) => (
          <label key={which}>
            <input
              type="radio"
              name="which"
              checked={isOpenOnly === (which === 'open')}
              onChange={() => address.set({ show: which === 'all' ? 'all' : undefined })}
            />
            {words(`workshop.show.${which}`)}
          </label>
        ))}
      </fieldset>
      {shown.length === 0 ? <p className="empty">{words(total === 0 ? 'workshop.none' : 'workshop.allDone')}</p> : null}
      {shown.map(({ name, risks }) => (
        <section key={name} className="sect" aria-label={name ?? words('workshop.noClass')}>
          <h2 className="under">{name ?? words('workshop.noClass')}</h2>
          {risks.map((risk) => (
            <RiskCard key={risk.id} risk={risk} map={map} me={me} can={can} names={names} />
          ))}
        </section>
      ))}
    </>
  )
}
