import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useApi } from '../api.ts'
import { useAsOf } from '../as-of.ts'
import { Go } from '../Go.tsx'
import { ListError } from '../kit/list/ListError.tsx'
import { PageSkeleton } from '../shell/PageSkeleton.tsx'
import { useText } from '../text.ts'
import { ArrangeSection } from './recurring/ArrangeSection.tsx'
import { AwayDialog } from './recurring/AwayDialog.tsx'
import { arrangeRows } from './recurring/arranging.ts'
import { OccurrenceDialog } from './recurring/OccurrenceDialog.tsx'
import type { Overview } from './recurring/recurring.ts'
import { WorkTable } from './recurring/WorkTable.tsx'

/** Everything that comes round, on one page: who does it, how often, when next, when last; and what nobody does yet. */
export function RecurringPage(): ReactNode {
  const words = useText()
  const api = useApi()
  const { tense } = useAsOf()
  const [opened, setOpened] = useState<string | null>(null)
  const overview = useQuery(api.read<Overview>('recurring'))
  if (overview.isPending) return <PageSkeleton />
  if (!overview.isSuccess) return <ListError error={overview.error} onRetry={() => void overview.refetch()} />
  const isPresent = tense === 'present'
  return (
    <>
      <div className="head">
        <h1>{words('nav.recurring')}</h1>
        <div className="do">
          {isPresent ? <Away people={overview.data.people} /> : null}
          <Go to="registers/recurring_task" className="ghost">
            {words('recurring.register')}
          </Go>
        </div>
      </div>
      <Lead overview={overview.data} />
      {isPresent && overview.data.can.update ? <Arranging overview={overview.data} /> : null}
      <WorkTable works={overview.data.works} onDo={isPresent ? setOpened : null} />
      {opened === null ? null : <OccurrenceDialog work={opened} onClose={() => setOpened(null)} />}
    </>
  )
}

interface PartProps {
  readonly overview: Overview
}

/** How much there is, what waits, and what nobody will ever be told of. */
function Lead({ overview: { works, proposed } }: PartProps): ReactNode {
  const words = useText()
  const active = works.filter(({ state }) => state === 'active')
  const waits = active.filter((one) => one.waits !== null)
  return (
    <p className="lead">
      {words('recurring.lead', {
        n: works.length,
        waits: waits.length,
        late: waits.filter((one) => one.waits?.isLate === true).length,
        nobody: active.filter(({ doer }) => doer === null).length,
        noDay: active.filter(({ startsOn }) => startsOn === null).length,
        proposed: proposed.length,
      })}
    </p>
  )
}

/** Names and days for what lacks them; for all of it where somebody wants to change more. */
function Arranging({ overview }: PartProps): ReactNode {
  const words = useText()
  const [isWhole, setWhole] = useState(false)
  const open = arrangeRows(overview, isWhole)
  return (
    <>
      {open.length === 0 ? null : (
        <ArrangeSection
          key={open.map(({ key }) => key).join()}
          rows={open}
          people={overview.people}
          isWhole={isWhole}
        />
      )}
      {overview.works.length === 0 ? null : (
        <p className="btns">
          <button type="button" className="ghost" onClick={() => setWhole(!isWhole)}>
            {words(isWhole ? 'recurring.onlyOpen' : 'recurring.changeAll')}
          </button>
        </p>
      )}
    </>
  )
}

function Away({ people }: Pick<Overview, 'people'>): ReactNode {
  const words = useText()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="ghost" onClick={() => setOpen(true)}>
        {words('recurring.away')}
      </button>
      {isOpen ? <AwayDialog people={people} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
