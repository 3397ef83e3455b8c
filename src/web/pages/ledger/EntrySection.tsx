import type { ReactNode } from 'react'
import { useAddress } from '../../address.ts'
import { useSpeech } from '../../text.ts'
import { capital } from '../../words.ts'
import { BatchItem } from './BatchItem.tsx'
import { EntryItem } from './EntryItem.tsx'
import { LedgerFilters } from './LedgerFilters.tsx'
import { daysOf, type LedgerEntry, type LedgerReply, NARROWED_BY } from './ledger.ts'

interface EntrySectionProps {
  readonly ledger: LedgerReply
  readonly entries: readonly LedgerEntry[]
  readonly hasMore: boolean
  readonly isLoading: boolean
  readonly onMore: () => void
}

/** What happened, newest first, day by day. */
export function EntrySection({ ledger, entries, hasMore, isLoading, onMore }: EntrySectionProps): ReactNode {
  const { words, longDay } = useSpeech()
  const { get, set } = useAddress()
  const isNarrowed = [...NARROWED_BY, 'before'].some((name) => get(name) !== null)
  const clear = (): void => set(Object.fromEntries([...NARROWED_BY, 'before'].map((name) => [name, undefined])))
  return (
    <section className="sect ledger" aria-labelledby="entries">
      <h2 id="entries">{words('ledgerPage.entries')}</h2>
      <LedgerFilters people={ledger.people} isNarrowed={isNarrowed} onClear={clear} />
      {daysOf(entries).map(({ day, groups }) => (
        <section key={day} aria-labelledby={`day${day}`}>
          <h3 id={`day${day}`} className="dayhead">
            {capital(longDay(day))}
          </h3>
          <ol className="entries">
            {groups.map((group) => {
              const [entry] = group
              if (entry === undefined) return null
              return group.length === 1 ? (
                <EntryItem key={entry.sequence} entry={entry} statedUntil={ledger.statedUntil} />
              ) : (
                <BatchItem key={entry.sequence} entries={group} statedUntil={ledger.statedUntil} />
              )
            })}
          </ol>
        </section>
      ))}
      {entries.length === 0 ? <p className="empty">{words(isNarrowed ? 'list.noneFit' : 'ledgerPage.none')}</p> : null}
      {hasMore ? (
        <p className="after">
          <button type="button" className="ghost" disabled={isLoading} onClick={onMore}>
            {words(isLoading ? 'state.loading' : 'ledgerPage.older')}
          </button>
        </p>
      ) : null}
    </section>
  )
}
