import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../api.ts'
import { ListError } from '../kit/list/ListError.tsx'
import { PageSkeleton } from '../shell/PageSkeleton.tsx'
import { useSpeech } from '../text.ts'
import { CheckpointSection } from './ledger/CheckpointSection.tsx'
import { EntryList } from './ledger/EntryList.tsx'
import type { LedgerReply } from './ledger/ledger.ts'
import { VerifySection } from './ledger/VerifySection.tsx'

/** Everything that happened, in words; and the proof that nothing of it was changed afterwards. */
export function LedgerPage(): ReactNode {
  const { words, number } = useSpeech()
  const api = useApi()
  const ledger = useInfiniteQuery({
    queryKey: [...api.read('ledger').queryKey, 'pages'],
    queryFn: ({ pageParam, signal }) =>
      api.read<LedgerReply>('ledger', pageParam === null ? {} : { before: String(pageParam) }).queryFn({ signal }),
    initialPageParam: startOfLedger(),
    getNextPageParam: (page) => page.next,
  })
  if (ledger.isPending) return <PageSkeleton />
  if (ledger.isError) return <ListError error={ledger.error} onRetry={() => void ledger.refetch()} />
  const { pages } = ledger.data
  const [first] = pages
  if (first === undefined) return <PageSkeleton />
  return (
    <>
      <div className="head">
        <h1>{words('nav.ledger')}</h1>
      </div>
      <p className="lead">{words('ledgerPage.lead', { n: first.size, shown: number(first.size) })}</p>
      {first.statedUntil === null ? null : (
        <p className="note plain">{words('ledgerPage.stated', { sequence: number(first.statedUntil) })}</p>
      )}
      <div className="two">
        <section className="sect" aria-labelledby="entries">
          <h2 id="entries">{words('ledgerPage.entries')}</h2>
          <EntryList entries={pages.flatMap((page) => page.entries)} />
          {ledger.hasNextPage ? (
            <p className="after">
              <button
                type="button"
                className="ghost"
                disabled={ledger.isFetchingNextPage}
                onClick={() => void ledger.fetchNextPage()}
              >
                {words('list.more')}
              </button>
            </p>
          ) : null}
        </section>
        <div>
          <VerifySection root={first.root} />
          <CheckpointSection />
        </div>
      </div>
    </>
  )
}

/** The newest entries come first; they have nothing before which they stand. */
function startOfLedger(): number | null {
  return null
}
