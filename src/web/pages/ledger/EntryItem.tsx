import type { ReactNode } from 'react'
import { useSpeech } from '../../text.ts'
import { EntryWords } from './EntryWords.tsx'
import { hashStart, type LedgerEntry } from './ledger.ts'

interface EntryItemProps {
  readonly entry: LedgerEntry
  readonly statedUntil: number
}

/** One entry: when, who did what and why, what is special about its times, and where it stands in the tree. */
export function EntryItem({ entry, statedUntil }: EntryItemProps): ReactNode {
  const { words, day, time, number } = useSpeech()
  const { reason } = entry
  const remarks = [
    ...(entry.validFrom < entry.recordedOn ? [words('ledgerPage.backdated', { day: day(entry.validFrom) })] : []),
    ...(entry.validFrom > entry.recordedOn ? [words('ledgerPage.ahead', { day: day(entry.validFrom) })] : []),
    ...(entry.sequence <= statedUntil ? [words('ledgerPage.stated')] : []),
    ...(entry.isErased ? [words('ledgerPage.erased')] : []),
  ]
  return (
    <li className="entry">
      <time className="quiet num" dateTime={entry.recordedAt}>
        {time(entry.recordedAt)}
      </time>
      <div>
        <p>
          <EntryWords entry={entry} />
          {reason === null || reason === '' ? null : (
            <span className="soft">{` ${words('history.reason', { reason })}`}</span>
          )}
        </p>
        {remarks.map((remark) => (
          <p key={remark} className="quiet remark">
            {remark}
          </p>
        ))}
      </div>
      <span className="hash">
        <span className="num">{words('ledgerPage.entry', { sequence: number(entry.sequence) })}</span>{' '}
        <span title={entry.hash}>{hashStart(entry.hash, 2)}</span>
      </span>
    </li>
  )
}
