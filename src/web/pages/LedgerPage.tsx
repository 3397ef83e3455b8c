import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useAddress } from '../address.ts'
import { useApi } from '../api.ts'
import { ListError } from '../kit/list/ListError.tsx'
import { PageSkeleton } from '../shell/PageSkeleton.tsx'
import { useText } from '../text.ts'
import { CheckpointSection } from './ledger/CheckpointSection.tsx'
import { EntrySection } from './ledger/EntrySection.tsx'
import { LedgerLead } from './ledger/LedgerLead.tsx'
import { type LedgerReply, NARROWED_BY } from './ledger/ledger.ts'
import { VerifySection } from './ledger/VerifySection.tsx'

/** Everything that happened, in words, and the proof that nothing of it was changed afterwards. */
export function LedgerPage(): ReactNode {
  const words = useText()
  const api = useApi()
  const { search, get } = useAddress()
  const asked = Object.fromEntries(NARROWED_BY.map((name) => [name, search[name]]))
  const ledger = useInfiniteQuery({
    queryKey: [...api.read('ledger', { ...asked, before: search['before'] }).queryKey, 'pages'],
    queryFn: ({ pageParam, signal }) =>
      api.read<LedgerReply>('ledger', { ...asked, before: pageParam }).queryFn({ signal }),
    initialPageParam: get('before') ?? '',
    getNextPageParam: (page) => (page.next === null ? undefined : String(page.next)),
  })
  const first = ledger.data?.pages[0] ?? null
  return (
    <>
      <div className="head">
        <h1>{words('nav.ledger')}</h1>
      </div>
      {first === null ? null : <LedgerLead ledger={first} />}
      <div className="two">
        <div>
          {ledger.isPending ? <PageSkeleton /> : null}
          {ledger.isError ? <ListError error={ledger.error} onRetry={() => void ledger.refetch()} /> : null}
          {first === null ? null : (
            <EntrySection
              ledger={first}
              entries={ledger.data?.pages.flatMap(({ entries }) => entries) ?? []}
              hasMore={ledger.hasNextPage}
              isLoading={ledger.isFetchingNextPage}
              onMore={() => void ledger.fetchNextPage()}
            />
          )}
        </div>
        <div>
          <VerifySection ledger={first} />
          <CheckpointSection canSign={first?.can.sign === true} />
        </div>
      </div>
    </>
  )
}
