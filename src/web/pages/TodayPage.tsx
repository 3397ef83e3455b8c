import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../api.ts'
import { useAsOf } from '../as-of.ts'
import { ListError } from '../kit/list/ListError.tsx'
import type { ReadinessReply } from '../readiness.ts'
import { useMe } from '../session.ts'
import { PageSkeleton } from '../shell/PageSkeleton.tsx'
import { useRuleSpeech } from '../text.ts'
import { capital } from '../words.ts'
import { CalendarFeed } from './calendar/CalendarFeed.tsx'
import { MailRhythm } from './today/MailRhythm.tsx'
import { OwnLead } from './today/OwnLead.tsx'
import { TodayLead } from './today/TodayLead.tsx'
import { TodayPart } from './today/TodayPart.tsx'
import { rowsOf, type Section, type TodayReply } from './today/today.ts'

/** Parts that need to know what an auditor would find. */
const FORESEEING: readonly Section[] = ['steps', 'expected']
/** Pages that begin with what is asked of somebody greet him. */
const PERSONAL: readonly (Section | undefined)[] = ['decisions', 'asked', 'mine']

/** What waits for whoever looks, and what is the matter today. Which parts it has the server decides. */
export function TodayPage(): ReactNode {
  const { words, longDay } = useRuleSpeech()
  const api = useApi()
  const { day } = useAsOf()
  const [firstName = ''] = useMe().account.name.split(' ')
  const today = useQuery(api.read<TodayReply>('today'))
  const sections = today.data?.sections ?? []
  const foresees = sections.some((section) => FORESEEING.includes(section))
  const readiness = useQuery({ ...api.read<ReadinessReply>('readiness'), enabled: foresees })
  if (today.isPending || (foresees && readiness.isPending)) return <PageSkeleton />
  if (!today.isSuccess) return <ListError error={today.error} onRetry={() => void today.refetch()} />
  const answer = readiness.data ?? null
  const isPersonal = PERSONAL.includes(sections[0])
  return (
    <>
      <p className="crumb">{capital(longDay(day))}</p>
      <div className="head">
        <h1>{isPersonal ? words('today.hello', { name: firstName }) : words('nav.today')}</h1>
      </div>
      <Failed query={readiness} />
      <Lead today={today.data} answer={answer} day={day} />
      <Parts today={today.data} answer={answer} day={day} />
      <div className="sect">
        <MailRhythm />
        <p className="after">
          <CalendarFeed className="link" />
        </p>
      </div>
    </>
  )
}

function Failed({ query }: { readonly query: UseQueryResult }): ReactNode {
  return query.isError ? <ListError error={query.error} onRetry={() => void query.refetch()} /> : null
}

interface PartsProps {
  readonly today: TodayReply
  readonly answer: ReadinessReply | null
  readonly day: string
}

/** The sentence that opens the page: what waits for this person, or else where the whole stands. */
function Lead({ today, answer, day }: PartsProps): ReactNode {
  if (PERSONAL.includes(today.sections[0])) return <OwnLead today={today} day={day} />
  return answer === null ? null : <TodayLead answer={answer} audits={today.audits} day={day} />
}

/** The parts as rows: across the page, or in two columns. */
function Parts(shown: PartsProps): ReactNode {
  return rowsOf(shown.today.sections).map((row) =>
    'wide' in row ? (
      <TodayPart key={row.wide} section={row.wide} {...shown} />
    ) : (
      <div
        key={[...row.main, ...row.side].join()}
        className={row.main.length === 0 || row.side.length === 0 ? undefined : 'two'}
      >
        {[row.main, row.side].map((column) => (
          <div key={column.join()}>
            {column.map((section) => (
              <TodayPart key={section} section={section} {...shown} />
            ))}
          </div>
        ))}
      </div>
    ),
  )
}
