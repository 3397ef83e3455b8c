import type { ReactNode } from 'react'
import { useAsOf } from '../../as-of.ts'
import { localDay } from '../../formats.ts'
import { useSpeech } from '../../text.ts'
import { capital } from '../../words.ts'
import { ChangeWords } from '../today/ChangeWords.tsx'
import { hashStart, type LedgerEntry } from './ledger.ts'

interface EntryListProps {
  readonly entries: readonly LedgerEntry[]
}

export function EntryList({ entries }: EntryListProps): ReactNode {
  const { words, recent, day } = useSpeech()
  const { today } = useAsOf()
  return (
    <ol className="lines small">
      {entries.map((entry) => (
        <li key={entry.sequence} className="entry">
          <span className="quiet num">{entry.sequence}</span>
          <span>
            <ChangeWords change={entry} />
            <br />
            <span className="quiet">
              {capital(recent(entry.recordedAt, today))}
              {(entry.actor.via ?? null) === null
                ? ''
                : `, ${words('ledgerPage.via', { channel: entry.actor.via ?? '' })}`}
              {entry.validFrom < localDay(entry.recordedAt)
                ? `, ${words('history.validFrom', { day: day(entry.validFrom) })}`
                : ''}
              {entry.isErased === true ? `, ${words('ledgerPage.erased')}` : ''}
            </span>
          </span>
          <span className="hash">{hashStart(entry.hash, 2)}</span>
        </li>
      ))}
      {entries.length === 0 ? <li className="quiet">{words('list.noneThen')}</li> : null}
    </ol>
  )
}
