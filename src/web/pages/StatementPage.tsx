import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useAddress } from '../address.ts'
import { useApi } from '../api.ts'
import { useAsOf } from '../as-of.ts'
import { Go } from '../Go.tsx'
import { ListError } from '../kit/list/ListError.tsx'
import { Sentence } from '../Sentence.tsx'
import { PageSkeleton } from '../shell/PageSkeleton.tsx'
import { useSpeech } from '../text.ts'
import { linesShown, SHOWN, type Shown, type StatementReply } from './statement/lines.ts'
import { StatementDifference } from './statement/StatementDifference.tsx'
import { StatementHead } from './statement/StatementHead.tsx'
import { StatementStated } from './statement/StatementStated.tsx'
import { StatementTable } from './statement/StatementTable.tsx'

/** The statement of applicability: every control with its decision, its reason, how far it is and what proves it. */
export function StatementPage(): ReactNode {
  const { words } = useSpeech()
  const api = useApi()
  const address = useAddress()
  const { tense } = useAsOf()
  const shown = SHOWN.find((one) => one === address.get('show')) ?? 'all'
  const statement = useQuery(api.read<StatementReply>('statement'))
  if (statement.isPending) return <PageSkeleton />
  if (statement.isError) return <ListError error={statement.error} onRetry={() => void statement.refetch()} />
  const reply = statement.data
  return (
    <>
      <StatementHead reply={reply} />
      <p className="lead">
        <Sentence id="soa.lead" values={reply.counts} parts={{ b: <strong /> }} />{' '}
        <Sentence
          id="soa.leadOpen"
          values={reply.counts}
          parts={{ a: <Go to="statement" search={{ show: 'undecided' }} /> }}
        />{' '}
        <Sentence
          id="soa.leadProof"
          values={reply.counts}
          parts={{ a: <Go to="statement" search={{ show: 'unproven' }} /> }}
        />
      </p>
      {reply.statement?.stated === null || reply.statement === null ? null : (
        <StatementStated version={reply.statement} can={reply.can.confirm} />
      )}
      <nav className="views" aria-label={words('views.label')}>
        {tabsOf(reply).map(({ name, n }) => (
          <Go key={name} to="statement" search={{ show: name === 'all' ? undefined : name }} isCurrent={name === shown}>
            {words(`soa.show.${name}`, { n, since: reply.since?.versionLabel ?? reply.since?.number ?? '' })}
          </Go>
        ))}
      </nav>
      {shown === 'difference' ? (
        <StatementDifference />
      ) : (
        <StatementTable
          lines={linesShown(reply.lines, shown)}
          titles={reply.titles}
          since={reply.since}
          canEdit={tense === 'present' && reply.can.edit}
        />
      )}
    </>
  )
}

function tabsOf(reply: StatementReply): readonly { readonly name: Shown; readonly n: number }[] {
  return SHOWN.filter((name) => name !== 'changed' || reply.since !== null)
    .map((name) => ({ name, n: linesShown(reply.lines, name).length }))
    .filter(({ name, n }) => n > 0 || name === 'all' || name === 'difference')
}
