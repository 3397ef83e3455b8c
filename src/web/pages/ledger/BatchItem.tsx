import type { ReactNode } from 'react'
import { Sentence } from '../../Sentence.tsx'
import { useSpeech } from '../../text.ts'
import { EntryItem } from './EntryItem.tsx'
import { countRegisters, type LedgerEntry } from './ledger.ts'

interface BatchItemProps {
  /** Entries of one import or one save, newest first, as far as they were loaded. */
  readonly entries: readonly LedgerEntry[]
  readonly statedUntil: number
}

/** What was made in one go as one line that opens: hundreds of entries would hide everything else of that day. */
export function BatchItem({ entries, statedUntil }: BatchItemProps): ReactNode {
  const { words, time, number, list } = useSpeech()
  const [first] = entries
  const last = entries.at(-1)
  if (first === undefined || last === undefined) return null
  const reason = entries.every((entry) => entry.reason === first.reason) ? first.reason : null
  const counted = countRegisters(entries).map(([register, count]) =>
    count === 1 ? `1 ${words(register)}` : `${number(count)} ${words(`${register}.plural`)}`,
  )
  return (
    <li>
      <details className="batch">
        <summary className="entry">
          <time className="quiet num" dateTime={first.recordedAt}>
            {time(first.recordedAt)}
          </time>
          <span>
            <Sentence
              id={`ledgerPage.batch.${kindOf(entries)}`}
              values={{ name: first.actor.name, records: list(counted) }}
              parts={{ b: <b className="who" /> }}
            />
            {reason === null || reason === '' ? null : (
              <span className="soft">{` ${words('history.reason', { reason })}`}</span>
            )}
          </span>
          <span className="hash num">
            {words('ledgerPage.entries.range', { from: number(last.sequence), to: number(first.sequence) })}
          </span>
        </summary>
        <ol className="entries">
          {entries.map((entry) => (
            <EntryItem
              key={entry.sequence}
              entry={reason === null ? entry : { ...entry, reason: null }}
              statedUntil={statedUntil}
            />
          ))}
        </ol>
      </details>
    </li>
  )
}

function kindOf(entries: readonly LedgerEntry[]): 'import' | 'create' | 'change' {
  if (entries.every(({ batch }) => batch !== null)) return 'import'
  return entries.every(({ act }) => act === 'create') ? 'create' : 'change'
}
